/// Data that a network cannot work on.
public enum DataError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No steps, or no sequences.
    case empty
    /// Inputs, targets or weights of another size than the network's, or one another's.
    case size(of: String, expected: Int, found: Int)
    /// A NaN or an infinity.
    case notFinite(String, step: Int, sequence: Int)

    /// For example `width of the inputs: 3 where 2 would fit`.
    public var description: String {
        switch self {
        case .empty: "a batch needs at least one sequence of at least one step"
        case .size(let what, let expected, let found): "\(what): \(found) where \(expected) would fit"
        case .notFinite(let what, let step, let sequence):
            "\(what): not a finite number at step \(step) of sequence \(sequence)"
        }
    }
}
