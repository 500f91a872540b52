/// Data that a network cannot work on.
public enum DataError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No steps, or no sequences.
    case empty
    /// Inputs, targets or weights of another size than the network's, or one another's.
    case size(of: String, expected: Int, found: Int)
    /// A NaN or an infinity.
    case notFinite(String, step: Int, sequence: Int)
    /// Weights of targets that add up to this: there is no mean. All are 0 when every target is masked.
    case noWeight(Double)
    /// A network that answers at other steps than the one that memory was made for.
    case readout(expected: Readout, found: Readout)
    /// A truncation that says nothing: a window of no steps, or a factor that is not a finite number.
    case truncation(String)

    /// For example `width of the inputs: 3 where 2 would fit`.
    public var description: String {
        switch self {
        case .empty: "a batch needs at least one sequence of at least one step"
        case .size(let what, let expected, let found): "\(what): \(found) where \(expected) would fit"
        case .notFinite(let what, let step, let sequence):
            "\(what): not a finite number at step \(step) of sequence \(sequence)"
        case .noWeight(let sum):
            sum == 0
                ? "the weights of the targets add up to 0: at least one target must count"
                : "the weights of the targets add up to no finite number"
        case .readout(let expected, let found):
            "a network with readout .\(found) where one with .\(expected) would fit"
        case .truncation(let what): "truncation: \(what)"
        }
    }
}
