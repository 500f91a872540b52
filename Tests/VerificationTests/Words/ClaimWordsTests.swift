import Diagnostics
import Manuscript
import Testing

@testable import Verification

/// A chapter with blocks of code above one claim, judged as if the claim were true.
private func verdict(_ words: String, _ expression: String, code: String = "", hidden: String = "") throws
    -> ValueVerdict
{
    let blocks =
        "```swift\n\(code.isEmpty ? "let x = measure()" : code)\n```\n\n```swift hidden\n\(hidden)\n```\n\n"
    let text = "# T\n\n\(blocks)It [\(words)](<swift: \(expression)>).\n"
    let chapter = try Chapter(
        parsing: SourceFile(path: "a.md", bytes: Array(text.utf8)), role: .chapter(number: 1))
    let outcomes: [Outcome] = [
        .ran(BlockOutput(text: "")), .ran(BlockOutput(text: "")), .value(.claim(true)),
    ]
    let checked = CheckedChapter(chapter, Transcript(outcomes: outcomes))
    guard case .value(_, _, let verdict) = checked.steps[2] else { return .notChecked }
    #expect(checked.diagnostics.isEmpty == (verdict == .agrees))
    #expect(Acceptance(of: checked).changes.isEmpty)
    return verdict
}

/// What the words of a claim say, against what its expression can carry.
struct ClaimWordsTests {
    @Test(arguments: [
        ("is below 5", "x < 5"), ("is below 5", "5 > x"), ("is below 5", "!(x >= 5)"),
        ("is below 5", "2 * x < 10"),
        ("is below 5", "-x > -5"), ("is below 5", "x - 5 < 0"), ("is at most 5", "x <= 5"),
        ("is at most 5", "x < 5"), ("is at most -3", "x <= -3"), ("is at most −3", "x <= -3"),
        ("is at least 5", "x >= 5"), ("is at least 5", "x == 5"), ("is 5 or more", "x >= 5"),
        ("is 5 or less", "x <= 5"), ("is no more than 5", "x <= 5"), ("is no less than 5", "x >= 5"),
        ("does not exceed 5", "x <= 5"), ("does not fall below 5", "x >= 5"), ("isn't above 5", "x <= 5"),
        ("never exceeds 2", "xs.allSatisfy { $0 < 2 }"), ("never exceeds 2", "xs.max()! <= 2"),
        ("never falls below 2", "xs.min()! >= 2"), ("none is above 5", "xs.count { $0 > 5 } == 0"),
        ("none is above 5", "xs.filter { $0 > 5 }.isEmpty"), ("none is above 5", "!xs.contains { $0 > 5 }"),
        ("all are below 5", "xs.count { $0 < 5 } == xs.count"),
        ("at least one is below 5", "xs.contains { $0 < 5 }"),
        ("lies between 3 and 5", "x > 3 && x < 5"), ("lies between 3 and 5", "(3...5).contains(x)"),
        ("lies between 3 and 5", "3 < x && 5 > x"), ("falls below one tenth", "x < 0.1"),
        ("falls below a tenth", "x < 0.1"), ("is below ½", "x < 0.5"), ("is below 50 %", "x < 0.5"),
        ("is below 5 ‰", "x < 0.005"), ("is below 50 percent", "100 * x < 50"),
        ("falls below 10⁻³", "x < 1e-3"),
        ("falls below 10^-3", "x < 0.001"), ("falls below 2 × 10⁻³", "x < 0.002"),
        ("is more than 98k", "n > 98_000"),
        ("is over 5 million", "n > 5_000_000"), ("is over 98 thousand", "n > 98_000"),
        ("is above twenty-one", "n > 21"), ("is above two hundred and", "n > 200"), ("is below ٥", "x < 5"),
        ("is below ５", "x < 5"), ("is below 1/4", "x < 0.25"), ("is more than half of it", "2 * x > whole"),
        ("is more than half of it", "x > 0.5 * whole"), ("is more than half of it", "x / whole > 0.5"),
        ("is more than two thirds", "3 * x > 2 * y"), ("is exactly twice as large", "x == 2 * y"),
        ("is twice as large", "x / y == 2"), ("is 3 times as large", "x == 3 * y"),
        ("is exactly 5", "x == 5"),
        ("is 5", "abs(x - 5) < 1e-9"), ("is bit for bit the same", "x == y"),
        ("is the same", "abs(x - y) < 1e-12"),
        ("agrees to within 1e-9", "abs(x - y) < 1e-9"), ("is zero to two decimals", "abs(x) < 0.005"),
        ("increases", "xs[5] > xs[4]"), ("falls", "xs[4] > xs[5]"),
        ("always falls", "(1..<9).allSatisfy { xs[$0] < xs[$0 - 1] }"),
        ("grows", "zip(xs, xs.dropFirst()).allSatisfy { $0 < $1 }"), ("falls", "xs.last! < xs.first!"),
        ("is faster than before", "x < y"), ("is no longer", "x == y"),
        ("is the shortest reach", "x < y && x < z"),
        ("is below the bound of 0.1", "x < bound"), ("< 5", "x < 5"), ("is ≥ 5", "x >= 5"),
        ("lies between the two", "(a...b).contains(x)"), ("all are below 5", "(a - b).norm < 5"),
        ("never comes within 1e-5", "!xs.contains { $0 < 1e-5 }"),
        ("no run ends between 0.1 and 0.5", "!xs.contains { $0 > 0.1 && $0 < 0.5 }"),
        ("every run reaches farther than every other one", "a.min()! > b.max()!"),
        ("is more than 1e6 times as large", "x / 1e-9 > 1e6"),
        (
            "is smaller exactly where z is below 0.5",
            "(0..<H).allSatisfy { (z[$0] < 0.5) == (a[$0] < b[$0]) }"
        ),
        ("between two and five", "x > 2 && x < 5"), ("seventeen is one", "small.contains(17)"),
        ("wins in 7 of 8 seeds", "won == 7 && runs == 8"),
        ("tanh(50) is 1", "tanh(50) == 1"), ("has a hidden size of 16", "H == 16"),
        ("sits at the second of the two", "x == y"), ("is 1,024", "n == 1024"),
        ("is 1\u{00A0}024", "n == 1024"),
    ])
    func anExpressionThatSaysItCarriesTheWords(words: String, expression: String) throws {
        #expect(
            try verdict(words, expression, code: "let bound = 0.1\nlet H = 16\nlet x = measure()") == .agrees,
            "\(words): \(expression)")
    }

    @Test(arguments: [
        ("is below 5", "x > 5"), ("is below 5", "x <= 5"), ("is below 5", "5 < x"),
        ("is below 5", "!(x < 5)"),
        ("is below 5", "x == 5"), ("is below 5", "x != 5"), ("is below 5", "-x < -5"),
        ("is at most 5", "x >= 5"),
        ("is more than 5", "x >= 5"), ("is at least 5", "x <= 5"), ("is 5 or more", "x <= 5"),
        ("is no more than 5", "x > 5"), ("does not exceed 5", "x > 5"), ("does not fall below 5", "x < 5"),
        ("isn't above 5", "x > 5"), ("is exactly 5", "x < 5"), ("equals 5", "x <= 5"), ("is 5", "x < 5"),
        ("always is below 5", "x < 5"), ("is always below 5", "xs.contains { $0 < 5 }"),
        ("never exceeds 2", "x < 2"),
        ("never exceeds 2", "xs.min()! < 2"), ("never falls below 2", "xs.max()! > 2"),
        ("none is below 5", "xs.allSatisfy { $0 < 5 }"), ("all are below 5", "!xs.allSatisfy { $0 >= 5 }"),
        ("lies between 3 and 5", "x < 3 || x > 5"), ("lies between 3 and 5", "x > 3 && x > 5"),
        ("lies between 3 and 5", "!(3...5).contains(x)"), ("is more than half of it", "2 * x < whole"),
        ("is more than twice as large", "2 * x > y"),
        ("is bit for bit the same", "abs(x - y) < 1e-12"), ("is the same", "x < y"),
        ("is the same", "x != y"),
        ("increases", "xs[5] < xs[4]"), ("every loss is below 5", "losses.first! < 5"),
        ("every run is better than every one", "a.max()! > b.min()!"),
        ("every loss is below 5", "losses.sorted()[0] < 5"), ("all losses are below 5", "mean(losses) < 5"),
        ("not one exceeds 5", "xs.contains { $0 > 5 }"), ("falls", "xs[5] > xs[4]"),
        ("increases", "xs.last! < xs.first!"),
        ("falls", "zip(xs, xs.dropFirst()).allSatisfy { $0 < $1 }"), ("increases", "x == y"),
        ("is faster than before", "x == y"), ("is longer", "x == y"), ("falls below 0.1", "x < 0.1 || y > 3"),
        ("is above 50 %", "x < 0.5"), ("is below ½", "x > 0.5"), ("falls below 10⁻³", "x > 1e-3"),
        ("lies between the two", "x == y"), ("is less than before", "x == y"),
    ])
    func anExpressionThatSaysOtherwiseDoesNot(words: String, expression: String) throws {
        let verdict = try verdict(words, expression)
        guard case .claimSaysOtherwise = verdict else {
            Issue.record("\(words): \(expression) gives \(verdict)")
            return
        }
    }

    @Test(arguments: [
        ("is at most -3", "x <= 3", "-3"), ("is at most 3", "x <= -3", "3"),
        ("is below 10⁻³", "x < 1e3", "10⁻³"),
        ("is more than 98k", "n > 98", "98k"), ("is over 5 million", "n > 5", "5 million"),
        ("falls below one tenth", "x < 10.5", "one tenth"), ("is below ½", "x < 1", "½"),
        ("is below 5 %", "x < 5", "5 %"), ("is below 5 ‰", "x < 0.05", "5 ‰"), ("is below ٥", "x < 3", "٥"),
        ("solves two of three", "n == 2", "three"), ("is minus five", "x == 5", "minus five"),
        ("is twice as large", "x > y", "twice"), ("is half of it", "x == y", "half"),
        ("is above twenty-one", "n > 20", "twenty-one"), ("is a hundred", "n == 10", "a hundred"),
        ("solves two of the three", "n == 2", "three"),
        ("lies between two and five", "x > 2", "five"), ("doubles", "x > y", "doubles"),
        ("is 0x10", "n == 10", "0x10"), ("is tenfold", "x == y", "tenfold"), ("is 2¹⁰", "n == 210", "2¹⁰"),
        ("is below 0.1", #"x != 2 && "0.1" == label"#, "0.1"), ("is below 0.1", "x < 1 /* 0.1 */", "0.1"),
        ("is below 0.1", ##"#"0.1"# == label"##, "0.1"), ("falls 3", "xs.allSatisfy { $0 < $3 }", "3"),
    ])
    func aNumberInAnyFormIsInTheExpression(words: String, expression: String, number: String) throws {
        #expect(try verdict(words, expression) == .claimNamesAnotherNumber(number), "\(words): \(expression)")
    }

    @Test(arguments: [
        "true", "!false", "5 < 10", "1 + 1 == 2", "x == x", "x >= x", "!(x < x)", "x - x == 0",
        "x < 0.1 || true",
        "true || x < 0.1", "x < 0.1 || x >= 0.1", "x < 1 || x > 0", "x == y || x != y", "(true)", "!(!true)",
        "{ true }()", "[true].allSatisfy { $0 }", "[true][0]", "true ? true : false", "x < 0.1 ? true : true",
        "xs.allSatisfy { _ in true }", "[].allSatisfy { $0 < x }", "(0..<0).allSatisfy { xs[$0] > 5 }",
        "xs.prefix(0).allSatisfy { $0 < 5 }", "[1, 2].contains(1)", "(1...5).contains(3)", #""a" < "b""#,
        "[x < 0.1, true].contains(true)", "min(x, 5) <= 5", "max(x, 0) >= 0", "Int(5) == 5", "abs(-5) == 5",
        "true == true", "yes", "!no", "holds()", "isSo", "claims(x)", "secret == 5", "secret < 10",
        "yes && yes",
        "shout()", #""abc".count == 3"#, "(true as Bool)", "Bool(true)", "x * 0 == 0",
    ])
    func aConstantIsNoClaim(expression: String) throws {
        let code = """
            let x = measure()
            let yes = true
            let no = !yes
            func holds() -> Bool { true }
            func claims(_ value: Double) -> Bool { return true }
            var isSo: Bool { 1 < 2 }
            let shout = { true }
            """
        let verdict = try verdict("converges", expression, code: code, hidden: "let secret = 5")
        guard case .claimIsConstant = verdict else {
            Issue.record("\(expression) gives \(verdict)")
            return
        }
    }

    @Test(arguments: [
        "isSmall", "same", "holds(x)", "ours.isSymmetric", "(g * 0).isNaN", "a == b", "sigmoid(50) == 1",
        "flag",
    ])
    func whatCannotBeLookedIntoIsLeftToTheReader(expression: String) throws {
        let code = "let same = a.matches(b)\nvar flag = true\nflag = measure()"
        #expect(try verdict("is as it should be", expression, code: code) == .agrees)
    }

    /// A block of its own scope hides nothing, and a fresh start forgets.
    @Test func constantsAreThoseOfTheClaimsScope() throws {
        let text = """
            # T

            ```swift
            let yes = true
            ```

            It [converges](<swift: yes>).

            ```swift own
            let yes = measure()
            ```

            It [converges](<swift: yes>).

            ```swift reset
            let yes = measure()
            ```

            It [converges](<swift: yes>).
            """
        let chapter = try Chapter(
            parsing: SourceFile(path: "a.md", bytes: Array(text.utf8)), role: .chapter(number: 1))
        let outcomes: [Outcome] = chapter.steps.map { step in
            if case .block = step { .ran(BlockOutput(text: "")) } else { .value(.claim(true)) }
        }
        let checked = CheckedChapter(chapter, Transcript(outcomes: outcomes))
        #expect(checked.diagnostics.map(\.location?.start.line) == [7, 13])
    }

    /// A condition inside a quantifier is no way round it.
    @Test func anAlternativeInsideAQuantifierMayBeACondition() throws {
        let condition = "xs.allSatisfy { $0.gain > 1 || $0.norm <= 3 }"
        #expect(try verdict("nothing is above 3", condition) == .agrees)
    }

    @Test func anotherLanguageHasItsDigitsChecked() throws {
        let text = "# T\n\nEs [liegt unter 0,1 oder 5](<swift: x < 4>), [immer](<swift: true>).\n"
        let chapter = try Chapter(
            parsing: SourceFile(path: "a.md", bytes: Array(text.utf8)), role: .chapter(number: 1))
        let transcript = Transcript(outcomes: [.value(.claim(true)), .value(.claim(true))])
        let checked = CheckedChapter(chapter, transcript, language: "de")
        #expect(checked.diagnostics.count == 2)
    }
}
