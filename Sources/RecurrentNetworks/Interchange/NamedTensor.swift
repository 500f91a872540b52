/// An entry of a PyTorch `state_dict`: a name such as `weight_ih_l0`, a shape, and the elements row after row.
public struct NamedTensor: Hashable, Sendable {
    /// The name of the parameter.
    public let name: String
    /// The sizes of the tensor: one for a bias, two for a matrix.
    public let shape: [Int]
    /// The elements, row after row.
    public let values: [Double]

    /// A tensor of the given name, shape and elements.
    public init(name: String, shape: [Int], values: [Double]) {
        self.name = name
        self.shape = shape
        self.values = values
    }
}

/// Why weights cannot be exchanged with PyTorch.
public enum InterchangeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// PyTorch has no such cell.
    case noCounterpart(String)
    /// A tensor is missing.
    case missing(String)
    /// A tensor has no place in the network, or stands there twice.
    case unexpected(String)
    /// A tensor has another shape than the network's.
    case shape(String, expected: [Int], found: [Int])

    /// For example `weight_ih_l0: shape [4, 3] where [4, 2] would fit`.
    public var description: String {
        switch self {
        case .noCounterpart(let cell): "PyTorch has no \(cell)"
        case .missing(let name): "\(name) is missing"
        case .unexpected(let name): "\(name) has no place in a network of this shape, or stands there twice"
        case .shape(let name, let expected, let found):
            "\(name): shape \(found) where \(expected) would fit"
        }
    }
}
