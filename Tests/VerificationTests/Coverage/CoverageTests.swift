import Diagnostics
import Manuscript
import Testing

@testable import Verification

private func chapter(_ text: String) throws -> Chapter {
    try Chapter(parsing: SourceFile(path: "a.md", bytes: Array(text.utf8)), role: .chapter(number: 1))
}

/// The coverage of a chapter whose blocks print nothing and whose values are what the text says.
private func coverage(_ text: String, _ values: [ObservedValue] = [], exempt: [String] = []) throws
    -> Coverage
{
    let chapter = try chapter(text)
    var rest = values[...]
    let outcomes: [Outcome] = chapter.steps.map { step in
        switch step {
        case .block: .ran(BlockOutput(text: ""))
        case .value: .value(rest.popFirst() ?? .claim(true))
        }
    }
    return Coverage(of: CheckedChapter(chapter, Transcript(outcomes: outcomes)), exempt: exempt)
}

/// Which numbers of the prose nothing stands behind.
struct CoverageTests {
    @Test(arguments: [
        ("It ends at 0.03.", ["0.03"]), ("It takes 60 steps and 1,000 more.", ["60", "1,000"]),
        ("It solves three of five.", ["three", "five"]), ("It is twice as fast.", ["twice"]),
        ("Half of it is left.", ["Half"]), ("A tenth of them fail.", ["A tenth"]),
        ("It has 98k weights.", ["98k"]),
        ("It is 2x faster.", ["2x"]), ("It loses ½ and 3 ‰ and 5 %.", ["½", "3 ‰", "5 %"]),
        ("It is ٥ or ５.", ["٥", "５"]), ("It holds 10⁻³ and 2 × 10⁻⁴.", ["10⁻³", "2 × 10⁻⁴"]),
        ("It needs twenty steps.", ["twenty"]), ("In 1997 steps.", ["1997"]), ("All *60* of them.", ["60"]),
        ("# 60 steps", ["60"]), ("- item 7", []), ("- it has 7", ["7"]), ("> It is 5.", ["5"]),
        ("| a | b |\n|---|---|\n| 0.91 | x |", ["0.91"]),
        ("![It shows 12 lines](a.svg \"And 13 more\"){#fig-a}", ["13", "12"]),
        ("See.[^n]\n\n[^n]: It took 40 s.", ["40"]), ("[60 steps](#sec-a)", ["60"]),
        ("It is minus 3.", ["minus 3"]),
        ("```swift caption=\"after 60 steps\"\nlet a = f()\n```", ["60"]),
        ("3 of 5 times", ["3", "5 times"]),
        ("<details><summary>After 7 s</summary>\n\nIt is 8.\n\n</details>", ["7", "8"]),
        ("It is \\5 or 7\\%.", ["5", "7%"]),
        ("> [!DEFINITION] term\n> It is 9.", ["9"]), ("It ends at\n0.5.", ["0.5"]),
        ("one in ten", ["one", "ten"]),
        ("three times as fast", ["three times"]), ("tenfold", ["tenfold"]), ("over 5 million", ["5 million"]),
    ])
    func aNumberThatNothingComputesIsOpen(text: String, numbers: [String]) throws {
        let title = text.hasPrefix("# ") ? "" : "# T\n\n"
        let coverage = try coverage(title + text + "\n")
        #expect(coverage.uncovered.map(\.text) == numbers, "\(text)")
        #expect(coverage.percent == (numbers.isEmpty ? 100 : 0))
    }

    @Test(arguments: [
        "In 1997 it was found.", "See Chapter 2, Sections 3 and 4, and Figure 1.2.",
        "On 12 March 2019 it ran.",
        "Swift 6.3 and version 2.4.1 run.", "GPT-2 and conv4 and x86-64 and float32.",
        "The 2nd and the 19th century.",
        "The first one of the two is a third gate.", "Three gates and two ideas.", "It is a 64-bit number.",
        "It is $60$ steps, or `60`.", "The half-life is in the second half.", "1. One\n2. Two",
        "It has no one in it.",
        "[@elman1990, p. 3] found it.", "A 3D picture.", "Double precision.", "H<sub>2</sub>O",
        "p. 12 and pp. 3–5",
        "[It took 60 steps, and 12 more](literal:).", "<https://example.org/12> is there.",
        "Python 3 and GPT-2.",
        "Zero is a number, and so is one.", "NumPy 2.4 and LSTM 12 agree.",
    ])
    func whatIsNoResultIsExempt(text: String) throws {
        let coverage = try coverage("# T\n\n\(text)\n")
        #expect(coverage.uncovered.map(\.text) == [])
    }

    @Test func valuesClaimsAndLiteralsAreCounted() throws {
        let text = """
            # T

            It is [0.5](<swift: x>) and [below 7](<swift: x < 7>), at [60](literal:) steps, or 3.
            """
        let coverage = try coverage(text, [.floating(0.5), .claim(true)])
        #expect((coverage.checked, coverage.given, coverage.uncovered.count) == (2, 1, 1))
        #expect(coverage.percent == 75)
    }

    @Test func aValueThatIsItsOwnExpressionComputesNothing() throws {
        let coverage = try coverage("# T\n\nLoss is [0.03](<swift: 0.03>).\n", [.floating(0.03)])
        #expect(coverage.uncovered.map(\.isItsOwnExpression) == [true])
    }

    @Test func theBookNamesWordsWhoseNumbersAreGiven() throws {
        let coverage = try coverage("# T\n\nIt takes 60 steps, or 60 runs.\n", exempt: ["60 Steps"])
        #expect(coverage.uncovered.map(\.location.start.column) == [23])
    }

    /// Ready to paste: the expression nearest above that has the value.
    @Test func theExpressionNearbyIsOffered() throws {
        let text = """
            # T

            ```swift
            let T = 60
            let late = run(T)
            ```

            It ends at [0.5](<swift: late>). After 60 steps it is 0.5, or 0.25.
            """
        let coverage = try coverage(text, [.floating(0.5)])
        #expect(coverage.uncovered.map(\.expression) == ["T", "late", nil])
        let helps = coverage.diagnostics(.note).compactMap(\.help)
        #expect(helps.first == "write [60](<swift: T>), or mark it as given: [60](literal:)")
        #expect(coverage.uncovered[0].location.start.line == 8)
        #expect(coverage.uncovered[0].location.start.column == 40)
    }

    @Test func placesAreExactBehindMarks() throws {
        let text = "# T\n\n**Bold \\* words** then _60_ steps\n"
        let coverage = try coverage(text)
        let range = try #require(coverage.uncovered.first).location.range
        #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == "60")
    }
}

/// In how many of some trials something held.
struct TrialCountTests {
    @Test(arguments: [
        ("in 19 of 20 seeds", "18 of 20", "in 18 of 20 seeds"), ("three of five", "4 of 5", "four of five"),
        ("", "4 of 5", "4 of 5"), ("in 7 seeds", "4 of 5", "4 of 5"), ("7 of 8", "all of 5", "all of 5"),
    ])
    func wordsStandAroundBothNumbers(recorded: String, value: String, expected: String) {
        #expect(ObservedValue.text(value).text(like: recorded) == expected)
    }
}

struct FingerprintTests {
    private func fingerprint(_ text: String, _ outcomes: [Outcome]) throws -> String {
        CheckedChapter(try chapter(text), Transcript(outcomes: outcomes)).fingerprint
    }

    @Test func itTellsRunsApart() throws {
        let text = "# T\n\n```swift\nf()\n```\n\n```output\n5\n```\n\n[0.5](<swift: x>)\n"
        let one = try fingerprint(text, [.ran(BlockOutput(text: "5\n")), .value(.floating(0.5))])
        #expect(one.count == 12)
        #expect(
            try one
                == fingerprint(text + "\nMore.\n", [.ran(BlockOutput(text: "5\n")), .value(.floating(0.5))]))
        #expect(try one != fingerprint(text, [.ran(BlockOutput(text: "6\n")), .value(.floating(0.5))]))
        #expect(try one != fingerprint(text, [.ran(BlockOutput(text: "5\n")), .value(.floating(0.6))]))
        let figure = ObservedFigure(textRange: 0..<2, svg: "<svg/>")
        #expect(
            try one
                != fingerprint(
                    text, [.ran(BlockOutput(text: "5\n", figures: [figure])), .value(.floating(0.5))]))
    }

    /// Digits that no reader sees, and those that a tolerance lets move, differ from machine to machine.
    @Test func itIsOfWhatThePageSays() throws {
        let text = "# T\n\n```swift tolerance=1e-3\nf()\n```\n\n```output\n5\n```\n\n[0.5](<swift: x>)\n"
        let one = try fingerprint(text, [.ran(BlockOutput(text: "5\n")), .value(.floating(0.5))])
        #expect(
            try one == fingerprint(text, [.ran(BlockOutput(text: "5.0001\n")), .value(.floating(0.5000001))]))
    }
}

struct ExplanationTests {
    @Test func aValueComesFromItsBlocks() throws {
        let text = """
            # T

            ```swift id=data
            let data = read()
            var total = 0.0
            ```

            ```swift id=sum
            for x in data { total += x }
            func shown() -> Double { total }
            ```

            ```swift id=other
            let y = 3
            ```

            It is [0.5](<swift: total>), [7](<swift: y>), [1](<swift: shown()>).
            """
        let chapter = try chapter(text)
        let outcomes: [Outcome] = [
            .ran(BlockOutput(text: "")), .ran(BlockOutput(text: "")), .ran(BlockOutput(text: "")),
            .value(.floating(0.5)), .value(.integer("7")), .value(.floating(1)),
        ]
        let checked = CheckedChapter(chapter, Transcript(outcomes: outcomes))
        let values = Explanation.of(checked) { if case .value = $0 { true } else { false } }
        #expect(
            values.map { $0.comesFrom.map(\.name) } == [
                ["block data", "block sum"], ["block other"], ["block sum"],
            ])
        #expect(values[0].comesFrom.map(\.names) == [["total"], ["total"]])
        #expect(values[2].restsOn.map(\.name) == ["block data"])
        #expect(values[0].basisOf.map(\.name) == ["block sum", "1"])
        #expect(values[0].value == "0.5" && values[0].line == 17)
        let block = try #require(
            Explanation.of(checked) { if case .block(let block) = $0 { block.id == "data" } else { false } }
                .first)
        #expect(block.basisOf.map(\.name) == ["block sum", "0.5", "1"])
        #expect(block.lines.first == "a:L3: block data")
    }
}
