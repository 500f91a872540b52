import Diagnostics
import Manuscript

extension CheckedChapter {
    /// The chapter without the steps that came out otherwise in a second run, apart from what a block's tolerance
    /// allows, and what differs at each of these. Without a second run, all of it.
    public func stable(in second: Transcript?) -> (chapter: CheckedChapter, differences: [Diagnostic]) {
        guard let second else { return (self, []) }
        var differences: [Diagnostic] = []
        var unstable: Set<Int> = []
        for (index, (step, outcome)) in zip(steps, second.outcomes).enumerated() where step.isChecked {
            guard let difference = difference(step, outcome) else { continue }
            differences.append(difference)
            unstable.insert(index)
        }
        return (leavingOut(unstable), differences)
    }

    private func difference(_ step: CheckedStep, _ again: Outcome) -> Diagnostic? {
        let file = chapter.file
        switch step {
        case .block(let block, let outcome, _):
            guard let first = outcome.outputText, let second = again.outputText else { return nil }
            let text = block.variation?.settled(first) ?? first
            let repeated = block.variation?.settled(second) ?? second
            guard
                let found = Difference(recorded: text, observed: repeated, tolerance: block.tolerance)
            else { return nil }
            return .error(
                "block \(block.name) printed something else when it ran again: \(found.summary)",
                at: file.location(block.fence.infoRange),
                explanation: found.lines.joined(separator: "\n"),
                help:
                    "let it print the same in every run: seed what is random, and leave out times and addresses, or "
                    + "say what may vary with varies="
            )
        case .value(let value, let outcome, _):
            guard case .value(let observed) = outcome, case .value(let repeated) = again,
                !observed.description.hasSameBytes(as: repeated.description)
            else { return nil }
            return .error(
                "'\(value.expression)' had another value when it ran again",
                at: file.location(value.contentRange),
                explanation: "- \(observed.description)\n+ \(repeated.description)",
                help: "let it be the same in every run: seed what is random, and leave out times")
        }
    }
}
