import Diagnostics
import Manuscript

extension Chapter {
    /// What differs between two runs of the chapter, step by step, apart from what a block's tolerance allows: nothing,
    /// if the chapter computes the same whenever it runs.
    public func differences(between first: Transcript, and second: Transcript) -> [Diagnostic] {
        zip(steps, zip(first.outcomes, second.outcomes)).compactMap { step, outcomes in
            let (one, other) = outcomes
            switch step {
            case .block(let block):
                guard let text = one.outputText, let again = other.outputText,
                    let found = difference(recorded: text, observed: again, tolerance: block.tolerance)
                else { return nil }
                return .error(
                    "block \(block.name) printed something else when it ran again: \(found.summary)",
                    at: file.location(block.fence.infoRange),
                    explanation: found.lines.joined(separator: "\n"),
                    help:
                        "let it print the same in every run: seed what is random, and leave out times and addresses"
                )
            case .value(let value):
                guard case .value(let observed) = one, case .value(let again) = other,
                    observed.description != again.description
                else { return nil }
                return .error(
                    "'\(value.expression)' had another value when it ran again",
                    at: file.location(value.contentRange),
                    explanation: "- \(observed.description)\n+ \(again.description)",
                    help: "let it be the same in every run: seed what is random, and leave out times")
            }
        }
    }
}
