import Manuscript
import Storage

extension CheckedChapter {
    /// A fingerprint of what the chapter came to, the same on every machine: of its outputs and drawings, and of its
    /// values as the text says them. Where a tolerance lets numbers move, what is recorded counts.
    public var fingerprint: String {
        let parts = steps.map { step in
            switch step {
            case .block(let block, let outcome, _):
                block.tolerance == nil ? outcome.account : "recorded " + (block.recorded?.text ?? "")
            case .value(let value, let outcome, _):
                if case .value(let observed) = outcome {
                    "value "
                        + (observed.text(like: value.recorded, in: context.language) ?? observed.description)
                } else {
                    "value"
                }
            }
        }
        return String(Fingerprint(combining: parts.map { Fingerprint($0) }).description.prefix(12))
    }
}

extension Outcome {
    /// What a block came to, as text.
    fileprivate var account: String {
        switch self {
        case .notRun: "not run"
        case .ran(let output): "ran " + output.text + output.figures.map(\.svg).joined()
        case .trapped(let output): "trapped " + output.text
        case .refused(let text): "refused " + text
        case .value(let value): "value " + value.description
        }
    }
}
