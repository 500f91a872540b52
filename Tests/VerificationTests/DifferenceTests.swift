import Diagnostics
import TestSupport
import Manuscript
import Testing

@testable import Verification

struct DifferenceTests {
    @Test func equalTextsAgree() {
        #expect(Difference(recorded: "a 1\n", observed: "a 1\n") == nil)
    }

    /// What looks alike is not the same: a reader's search finds one and not the other.
    @Test(arguments: [
        ("Caf\u{E9}", "Cafe\u{301}"), ("\u{3A9}", "\u{2126}"), (";", "\u{37E}"), ("\u{C5}", "\u{212B}"),
    ])
    func textComparesByItsBytes(recorded: String, observed: String) {
        #expect(Difference(recorded: recorded, observed: observed) != nil)
        #expect(Difference(recorded: recorded, observed: observed, tolerance: Tolerance(bound: 0.1)) != nil)
    }

    @Test(arguments: [("1e999", "5.0"), ("5.0", "1e999"), ("0.001", "-0.001"), ("-2", "2")])
    func noToleranceTakesInfinityOrAnotherSign(recorded: String, observed: String) {
        #expect(Difference(recorded: recorded, observed: observed, tolerance: Tolerance(bound: 1)) != nil)
    }

    @Test(arguments: [("1.0", "1.00"), ("0", "-1e-9"), ("1e3", "1000")])
    func aToleranceComparesByValue(recorded: String, observed: String) {
        #expect(Difference(recorded: recorded, observed: observed, tolerance: Tolerance(bound: 1e-6)) == nil)
    }

    @Test func manyDifferingLinesTakeNoTime() throws {
        func text(_ offset: Int) -> String { (0..<8_000).map { "line \($0 * 7 + offset)\n" }.joined() }
        let start = ContinuousClock.now
        let found = try #require(Difference(recorded: text(0), observed: text(1)))
        #expect(found.movedNumbers == 8_000)
        #expect(.now - start < .seconds(3))
    }

    @Test func countsMovedNumbersAndTheWorst() throws {
        let found = try #require(Difference(recorded: "a 1 2\nb 3\n", observed: "a 1 2.5\nb 6\n"))
        #expect(found.movedNumbers == 2)
        #expect(found.worst == .init(recorded: "3", observed: "6", relative: 1, absolute: 3))
        #expect(!found.textDiffers)
        #expect(found.lines == ["- a 1 2", "- b 3", "+ a 1 2.5", "+ b 6"])
        #expect(found.summary == "2 numbers moved, worst 3 to 6 (by 100.0 %)")
    }

    @Test func saysWhatIsNotNumbers() throws {
        let found = try #require(Difference(recorded: "x 1\n", observed: "y 1\n"))
        #expect(found.textDiffers && found.movedNumbers == 0)
        #expect(found.summary == "its text differs")
    }

    @Test func insertedLinesAreFound() throws {
        let found = try #require(Difference(recorded: "a\nc\n", observed: "a\nb\nc\n"))
        #expect(found.lines == ["  a", "+ b", "  c"])
        #expect(found.textDiffers)
    }

    @Test(arguments: [
        ("1.0000001", true), ("1.00001", false), ("0.9999999", true), ("-1", false), ("nan", false),
        ("1", true),
    ])
    func toleranceBoundsNumbers(observed: String, agrees: Bool) {
        let found = Difference(
            recorded: "x = 1.0\n", observed: "x = \(observed)\n", tolerance: Tolerance(bound: 1e-6))
        #expect((found == nil) == agrees)
    }

    @Test func toleranceIsRelativeAboveOneAndAbsoluteBelow() {
        let tolerance = Tolerance(bound: 1e-3)
        #expect(Difference(recorded: "1e6\n", observed: "1000900\n", tolerance: tolerance) == nil)
        #expect(Difference(recorded: "1e6\n", observed: "1001100\n", tolerance: tolerance) != nil)
        #expect(Difference(recorded: "0.0001\n", observed: "0.0009\n", tolerance: tolerance) == nil)
        #expect(Difference(recorded: "0.0001\n", observed: "0.0012\n", tolerance: tolerance) != nil)
    }

    @Test func toleranceNeverExcusesText() {
        #expect(Difference(recorded: "a 1\n", observed: "b 1\n", tolerance: Tolerance(bound: 10)) != nil)
        #expect(Difference(recorded: "1 1\n", observed: "1\n", tolerance: Tolerance(bound: 10)) != nil)
        #expect(Difference(recorded: "v1\n", observed: "v2\n", tolerance: Tolerance(bound: 10)) != nil)
    }

    /// No text survives a change of one of its digits, whatever stands around the digit.
    @Test func everyChangedDigitIsSeen() {
        var generator = SeededGenerator(seed: 3)
        let alphabet = Array("0123456789.eE+-x λ⣿()\n,")
        for _ in 0..<500 {
            let text = String((0..<40).map { _ in alphabet.randomElement(using: &generator) ?? "0" })
            for index in text.indices where text[index].isWholeNumber {
                var changed = text
                let digit = text[index] == "9" ? "0" : "9"
                changed.replaceSubrange(index...index, with: digit)
                #expect(Difference(recorded: changed, observed: text) != nil)
            }
        }
    }
}

struct TokenTests {
    @Test(arguments: [
        ("t=0 0.505", [0, 0.505]),
        ("x-1", [1]),
        ("a -1e-5b", []),
        ("conv4 2.4.1 7", [7]),
        ("λ0.5⣿12", [0.5, 12]),
        ("(3)-4", [3, 4]),
        ("-.5 5. +2", [-0.5, 5, 2]),
        ("1e5 1e 2e+", [1e5]),
        ("[-1, 2]", [-1, 2]),
    ])
    func findsNumbers(text: String, numbers: [Double]) {
        let found = OutputToken.tokens(of: text).compactMap { token in
            if case .number(let value) = token.kind { value } else { nil }
        }
        #expect(found == numbers)
        #expect(OutputToken.tokens(of: text).map(\.text).joined() == text)
    }
}

struct ToleranceTests {
    private func verdict(_ recorded: String, tolerance: String) throws -> BlockVerdict? {
        let text = "# T\n\n```swift tolerance=\(tolerance)\nf()\n```\n\n```output\n\(recorded)\n```\n"
        let chapter = try Chapter(
            parsing: SourceFile(path: "a.md", bytes: Array(text.utf8)), role: .chapter(number: 1))
        let transcript = Transcript(outcomes: [.ran(BlockOutput(text: recorded + "\n"))])
        let checked = CheckedChapter(chapter, transcript)
        #expect(Acceptance(of: checked).changes.isEmpty)
        guard case .block(_, _, let verdict)? = checked.steps.first else { return nil }
        return verdict
    }

    @Test(arguments: [("0.0004", "1e-3"), ("-0.02 and 0.05", "0.05"), ("9e-7", "1e-6")])
    func aToleranceLargerThanEveryNumberComparesNothing(recorded: String, tolerance: String) throws {
        guard case .toleranceHidesNumbers = try verdict(recorded, tolerance: tolerance) else {
            Issue.record("\(recorded) passes within \(tolerance)")
            return
        }
    }

    @Test(arguments: [("0.4", "1e-3"), ("0.0", "1e-6"), ("none", "0.5"), ("1e-9 of 5", "1e-6")])
    func othersCompareSomething(recorded: String, tolerance: String) throws {
        #expect(try verdict(recorded, tolerance: tolerance) == .agrees)
    }
}
