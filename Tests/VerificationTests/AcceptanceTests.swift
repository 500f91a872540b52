import TestSupport
import Diagnostics
import Foundation
import Manuscript
import Testing

@testable import Verification

private func chapter(_ bytes: [UInt8]) throws -> Chapter {
    try Chapter(parsing: SourceFile(path: "input.md", bytes: bytes), role: .chapter(number: 1))
}

/// Cases are folders of a chapter, what happened when it ran, and the chapter once that is accepted.
struct AcceptanceCases {
    static let cases = GoldenFolder("Cases", files: ["input.md", "transcript.json", "expected.md"])

    @Test func thereAreCases() {
        #expect(Self.cases.names.count >= 6)
    }

    /// Broken, accepted, equal to the golden file; a second run agrees; a second acceptance changes nothing.
    @Test(arguments: cases.names) func acceptsThreeTimesOver(name: String) throws {
        let broken = try chapter(Array(Self.cases.read("input.md", of: name)))
        let transcript = try JSONDecoder().decode(
            Transcript.self, from: Self.cases.read("transcript.json", of: name))
        let verdict = CheckedChapter(broken, transcript)
        #expect(!verdict.isVerified)
        #expect(!verdict.diagnostics.isEmpty)

        let accepted = Acceptance(of: verdict)
        #expect(try Self.cases.mistake(accepted.bytes, "expected.md", of: name) == nil)
        let again = CheckedChapter(try chapter(accepted.bytes), transcript)
        #expect(again.isVerified, "\(again.diagnostics.map { $0.text(.plain) })")
        let twice = Acceptance(of: again)
        #expect(twice.changes.isEmpty && twice.bytes == accepted.bytes)
    }
}

struct AcceptanceTests {
    @Test func onlySelectedStepsAreAccepted() throws {
        let source = "# T\n\n```swift id=a\nprint(1)\n```\n\n```swift id=b\nprint(2)\n```\n"
        let broken = try chapter(Array(source.utf8))
        let transcript = Transcript(outcomes: [
            .ran(BlockOutput(text: "1\n")), .ran(BlockOutput(text: "2\n")),
        ])
        let verdict = CheckedChapter(broken, transcript).restricted { step in
            if case .block(let block) = step { block.id == "b" } else { false }
        }
        let accepted = Acceptance(of: verdict)
        #expect(
            String(decoding: accepted.bytes, as: UTF8.self) == source.dropLast(0) + "\n```output\n2\n```\n")
    }

    /// What may vary is not compared, and all else is.
    @Test(arguments: [
        ("0x[0-9a-f]+", "at 0x7f 12\n", "at 0x80aa 12\n", true),
        ("0x[0-9a-f]+", "at 0x7f 12\n", "at 0x80aa 13\n", false),
        (#"\d+ ms"#, "took 3 ms, 7 steps\n", "took 5 ms, 7 steps\n", true),
        (#"\d+ ms"#, "took 3 ms, 7 steps\n", "took 5 ms, 8 steps\n", false),
        (#"\d+ ms"#, "took 3 ms\n", "took 3 s\n", false), ("lines", "a\nb\nc\n", "c\na\nb\n", true),
        ("lines", "a\nb\n", "a\nc\n", false), ("lines", "a\nb\n", "a\nb\nb\n", false),
    ]) func whatMayVary(pattern: String, recorded: String, observed: String, agrees: Bool) throws {
        let source = "# T\n\n```swift varies=\"\(pattern)\"\nrun()\n```\n\n```output\n\(recorded)```\n"
        let varying = try chapter(Array(source.utf8))
        let transcript = Transcript(outcomes: [.ran(BlockOutput(text: observed))])
        let verdict = CheckedChapter(varying, transcript)
        #expect(verdict.isVerified == agrees)
        #expect(Acceptance(of: verdict).changes.isEmpty == agrees)
        let first = CheckedChapter(varying, Transcript(outcomes: [.ran(BlockOutput(text: recorded))]))
        #expect(first.stable(in: transcript).differences.isEmpty == agrees)
    }

    @Test(arguments: [
        ("[", "no pattern"), ("x*", "matches nothing"), (".*", "matches nothing"), (".+", "any number"),
        (#"[\d.]+"#, "any number"), (#"-?\d+"#, "any number"), (#"[a-z, 3]+"#, "any"),
        (#"\d+ ms" tolerance="1e-3"#, "not both"), (#"0x\d+" static id="a"#, "means nothing here"),
    ]) func whatMustNotVary(pattern: String, complaint: String) throws {
        let source = "# T\n\n```swift varies=\"\(pattern)\"\nrun()\n```\n"
        let error = #expect(throws: DiagnosticError.self) { try chapter(Array(source.utf8)) }
        #expect(error?.diagnostics.first?.summary.contains(complaint) ?? false, "\(error?.diagnostics ?? [])")
    }

    @Test func aFalseClaimIsNeverAccepted() throws {
        let broken = try chapter(Array("# T\n\n[It is so](<swift: false>).\n".utf8))
        let transcript = Transcript(outcomes: [.value(.claim(false))])
        let verdict = CheckedChapter(broken, transcript)
        #expect(verdict.steps == [.value(broken.values[0], .value(.claim(false)), .claimFails)])
        #expect(Acceptance(of: verdict).changes.isEmpty)
    }

    @Test(arguments: [
        ("falls below 0.1", "norms[9] < 0.1", ValueVerdict.agrees),
        ("falls below 0.2", "norms[9] < 0.1", .claimNamesAnotherNumber("0.2")),
        ("is 5", "true /* 5 */", .claimNamesAnotherNumber("5")),
        ("is 7", "label == \"7\"", .claimNamesAnotherNumber("7")),
        ("all 8 seeds", "solved == 8", .agrees),
        ("in 8 of 8 seeds", "solved == 8", .claimNamesAnotherNumber("8")),
        ("between 0 and 1", "values.allSatisfy { $0 > 0 && $0 < 1 }", .agrees),
        ("between 1 and 1", "values.allSatisfy { $0 > 0 && $0 < 1 }", .claimNamesAnotherNumber("1")),
        ("over 1,000,000", "count > 1_000_000", .agrees),
        ("in 7 of 8 seeds", "solved == 8", .claimNamesAnotherNumber("7")),
        ("under −1,000 units", "x < -1000", .agrees),
        ("below 1e-8", "error < 0.00000001", .agrees),
        ("no number at all", "isSmall", .agrees),
    ])
    func numbersInTheWordsOfAClaimAreInItsExpression(
        words: String, expression: String, expected: ValueVerdict
    ) {
        #expect(ValueVerdict(on: words, of: expression, .claim(true)) == expected)
        #expect(ValueVerdict(on: words, of: expression, .claim(false)) == .claimFails)
    }

    @Test(arguments: [
        "\u{1B}[31mred", "a\rb", "nul\u{0}", "bell\u{7}", "bom\u{FEFF}", "gain \u{202E}9.1%\u{202C}",
        "a\u{200B}b", "c1 \u{9B}31m",
    ])
    func controlCharactersCannotBeRecorded(text: String) throws {
        let broken = try chapter(Array("# T\n\n```swift\nprint()\n```\n".utf8))
        let transcript = Transcript(outcomes: [.ran(BlockOutput(text: text + "\n"))])
        let verdict = CheckedChapter(broken, transcript)
        #expect(verdict.diagnostics.count == 1)
        #expect(Acceptance(of: verdict).changes.isEmpty)
    }

    @Test func partialTranscriptsCheckOnlyWhatRan() throws {
        let broken = try chapter(
            Array("# T\n\n```swift\nprint(1)\n```\n\n```output\n2\n```\n\n[3](<swift: 4>)\n".utf8))
        let transcript = Transcript(outcomes: [.notRun, .notRun])
        #expect(
            CheckedChapter(broken, transcript).steps == [
                .block(broken.blocks[0], .notRun, .notChecked),
                .value(broken.values[0], .notRun, .notChecked),
            ])
    }

    /// One output that reads as the end of its own fence's container, or a value in a form that has no other way to be
    /// written, keeps none of the others from being recorded.
    @Test func eachStepIsAcceptedByItself() throws {
        let broken = try chapter(
            Array(
                "# T\n\n[a](<swift: a>) [b *c*](<swift: b>) [](<swift: c>)\n\n```swift\nprint(1)\n```\n".utf8)
        )
        let transcript = Transcript(outcomes: [
            .value(.text("x")), .value(.text("y")), .value(.floating(1e16)), .ran(BlockOutput(text: "2\n")),
        ])
        let accepted = Acceptance(of: CheckedChapter(broken, transcript))
        #expect(accepted.changes.map(\.summary) == ["a → x", " → 1e+16", "output of block 1"])
        #expect(
            String(decoding: accepted.bytes, as: UTF8.self)
                == "# T\n\n[x](<swift: a>) [b *c*](<swift: b>) [1e+16](<swift: c>)\n\n"
                + "```swift\nprint(1)\n```\n\n```output\n2\n```\n")
        #expect(CheckedChapter(try chapter(accepted.bytes), transcript).diagnostics.count == 1)
    }

    /// What came out otherwise the second time is left alone; the rest is not.
    @Test func onlyWhatIsTheSameTwiceIsStable() throws {
        let broken = try chapter(
            Array("# T\n\n```swift id=a\nprint(1)\n```\n\n```swift id=b\nprint(2)\n```\n".utf8))
        let first = Transcript(outcomes: [.ran(BlockOutput(text: "1\n")), .ran(BlockOutput(text: "2\n"))])
        let second = Transcript(outcomes: [.ran(BlockOutput(text: "1\n")), .ran(BlockOutput(text: "3\n"))])
        let (stable, differences) = CheckedChapter(broken, first).stable(in: second)
        #expect(differences.count == 1 && differences[0].summary.contains("block b printed something else"))
        #expect(Acceptance(of: stable).changes.map(\.summary) == ["output of block a"])
    }

    /// Whatever the chapter and whatever was observed, acceptance changes nothing outside outputs and inline values.
    @Test func nothingElseChanges() throws {
        var random = SeededGenerator(seed: 11)
        var acceptedSteps = 0
        for _ in 0..<300 {
            let (source, transcript) = generatedChapter(&random)
            guard let broken = try? chapter(source), broken.steps.count == transcript.outcomes.count else {
                continue
            }
            let verdict = CheckedChapter(broken, transcript)
            let accepted = Acceptance(of: verdict)
            acceptedSteps += accepted.changes.count
            let again = try chapter(accepted.bytes)
            #expect(skeleton(of: again) == skeleton(of: broken), "\(String(decoding: source, as: UTF8.self))")
            let refused = Set(accepted.refused.compactMap(\.location?.range))
            for (before, after) in zip(verdict.steps, CheckedChapter(again, transcript).steps) {
                switch (before, after) {
                case (_, _) where refused.contains(before.step.range): continue
                case (.block(_, _, let before), .block(_, _, let after)):
                    switch before {
                    case .unrecorded, .differs: #expect(after == .agrees)
                    case .agrees, .notChecked, .toleranceHidesNumbers, .derivationFails, .cannotBeRecorded:
                        #expect(after == before)
                    }
                case (.value(_, _, let before), .value(_, _, let after)):
                    switch before {
                    case .differs: #expect(after == .agrees)
                    case .agrees, .notChecked, .isNumber, .claimFails, .claimNamesAnotherNumber,
                        .claimIsConstant, .claimSaysOtherwise, .isPartOfAnotherNumber, .wordsCompareValue,
                        .cannotBeRecorded:
                        #expect(after == before)
                    }
                case (.block, .value), (.value, .block): Issue.record("a step became another")
                }
            }
        }
        #expect(acceptedSteps > 300, "the generator must make chapters in which something is accepted")
    }
}

/// The bytes of a chapter without its outputs, the blank line before an output, and the text of inline values.
private func skeleton(of chapter: Chapter) -> [UInt8] {
    var removed: [Range<Int>] = chapter.values.map(\.contentRange)
    for block in chapter.blocks {
        if let recorded = block.recorded {
            removed.append(block.range.upperBound..<recorded.range.upperBound)
        }
    }
    var bytes: [UInt8] = []
    var end = 0
    for range in removed.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        bytes += chapter.file.bytes[end..<range.lowerBound]
        end = range.upperBound
    }
    return bytes + chapter.file.bytes[end...]
}

/// A chapter of random blocks, values and prose in random containers and line endings, with a random transcript.
private func generatedChapter(_ random: inout SeededGenerator) -> (source: [UInt8], transcript: Transcript) {
    let newline = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
    let outputs = [
        "", "1\n", "a 0.5\nb -2e-3\n", "no newline", "```\nfence\n```\n", "~~~~\n", "  indented\n\n\nend\n",
        "> quote\n",
        "- item\n", "$x$ `c` <b>\n", "⣿⡇ λ\n", "\n", "    four\n", "\ttab\n", "[a](b)\n", "# heading\n",
        "|a|b|\n|-|-|\n",
    ]
    let values: [ObservedValue] = [
        .integer("7"), .floating(0.25), .floating(-1e-9), .text("a*b*[c]"), .claim(true), .text("x_y_ `z`"),
        .text("a|b"),
    ]
    var lines: [String] = []
    var outcomes: [Outcome] = []
    for _ in 0..<Int.random(in: 1...5, using: &random) {
        let prefix = ["", "", "", "> ", "  ", "> > "].randomElement(using: &random) ?? ""
        var part: [String] = []
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            part = ["Some *prose* with `code` and trailing space. "]
        case 1:
            let recorded = ["0.5", "3", "old text", "−1.50", "5 units"].randomElement(using: &random) ?? ""
            part = ["Before [\(recorded)](<swift: x>) after."]
            outcomes.append(.value(values.randomElement(using: &random) ?? .claim(true)))
        default:
            part = ["```swift", "print(1)", "```"]
            if Bool.random(using: &random) {
                let old = ["1", "old 2", ""].randomElement(using: &random) ?? ""
                part += (Bool.random(using: &random) ? [""] : []) + ["```output", old, "```"]
            }
            outcomes.append(.ran(BlockOutput(text: outputs.randomElement(using: &random) ?? "")))
        }
        if prefix == "  " { lines.append("- item") }
        lines += part.map { prefix + $0 } + [""]
    }
    let mark = Bool.random(using: &random) ? "\u{FEFF}" : ""
    let text = mark + (["# Title", ""] + lines).joined(separator: newline)
    return (Array(text.utf8), Transcript(outcomes: outcomes))
}
