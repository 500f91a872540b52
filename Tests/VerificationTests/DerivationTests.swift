import Diagnostics
import Manuscript
import Testing

@testable import Verification

/// What a block says of a displayed derivation, against the display.
struct DerivationTests {
    private static let display = """
        # T

        $$
        \\begin{aligned}
        f^t &= e^{t \\ln f} \\\\
        &= \\sum_{k=0}^{\\infty} \\frac{(t \\ln f)^k}{k!} \\\\
        &\\ge 1 + t \\ln f
        \\end{aligned}
        $$ {#eq-power}

        """

    private func checked(_ printed: String, display: String = display) throws -> CheckedChapter {
        let text = display + "\n```swift id=tried\nf()\n```\n\n```output\n\(printed)\n```\n"
        let chapter = try Chapter(
            parsing: SourceFile(path: "a.md", bytes: Array(text.utf8)), role: .chapter(number: 1))
        return CheckedChapter(chapter, Transcript(outcomes: [.ran(BlockOutput(text: printed + "\n"))]))
    }

    @Test func aDerivationThatHoldsIsRight() throws {
        let checked = try checked("eq-power: 3 steps hold at 100 points, to 1e-09")
        #expect(checked.isVerified, "\(checked.diagnostics)")
    }

    /// Recorded or not, a step that does not hold is an error at its line, and nothing to accept.
    @Test(arguments: [(1, 5), (2, 6), (3, 7)]) func aStepThatDoesNotHoldIsAnErrorAtItsLine(
        step: Int, line: Int
    ) throws {
        let checked = try checked("eq-power: step \(step) does not hold: 0.5 = 0.7 at f = 0.3, t = 2.0")
        #expect(checked.diagnostics.map(\.location?.start.line) == [line])
        #expect(checked.diagnostics.first?.explanation == "0.5 = 0.7 at f = 0.3, t = 2.0")
        #expect(checked.unacceptable.count == 1)
        #expect(Acceptance(of: checked).changes.isEmpty)
    }

    @Test func everyStepIsTried() throws {
        let checked = try checked("eq-power: 2 steps hold at 100 points, to 1e-09")
        #expect(checked.diagnostics.map(\.summary) == ["eq-power has 3 steps, and 2 are tried"])
    }

    @Test func aFenceIsADisplayToo() throws {
        let display = "# T\n\n```math id=eq-power\na = b \\\\\n= c\n```\n"
        let checked = try checked("eq-power: step 2 does not hold: 1 = 2 at x = 1", display: display)
        #expect(checked.diagnostics.map(\.location?.start.line) == [5])
    }

    @Test func anotherLabelIsAnError() throws {
        let checked = try checked("eq-other: 3 steps hold at 100 points, to 1e-09")
        #expect(checked.diagnostics.count == 1)
    }
}
