/// A stack of cells of one kind with a linear map on top.
///
/// Each layer's hidden states are the next one's inputs; the head reads outputs from the last layer's.
public struct Network<C: Cell>: Parameterised {
    /// The cells, from the input upward.
    public var layers: [C]
    /// The map from the last layer's hidden state to the output.
    public var head: Linear
    /// The steps at which there is an output.
    public let readout: Readout

    /// A network of the given cells, each of whose inputs are as many as the hidden values below, and a head
    /// whose parameters are 0.
    public init(_ layers: [C], outputs: Int, readout: Readout) {
        guard let last = layers.last else { fatalError("a network needs a layer") }
        for (below, above) in zip(layers, layers.dropFirst()) {
            require(above.inputs == below.hidden, "stack", Shape(below.hidden, 1), Shape(above.inputs, 1))
        }
        self.layers = layers
        self.readout = readout
        head = Linear(inputs: last.hidden, outputs: outputs)
    }

    /// The length of an input vector.
    public var inputs: Int { layers[0].inputs }

    /// The length of an output vector.
    public var outputs: Int { head.b.count }

    /// What the arrays of parameters are called, such as `layer 0: w`.
    public var parameterNames: [String] {
        layers.enumerated().flatMap { k, layer in layer.parameterNames.map { "layer \(k): \($0)" } }
            + head.parameterNames.map { "head: \($0)" }
    }

    /// The sizes of the arrays of parameters.
    public var parameterShapes: [[Int]] { layers.flatMap { $0.parameterShapes } + head.parameterShapes }

    /// Visits the layers from the input upward, then the head.
    public mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        for k in layers.indices { try layers[k].modifyParameters(body) }
        try head.modifyParameters(body)
    }
}

/// The steps at which a network has an output.
public enum Readout: String, Hashable, Sendable {
    /// The last one: many-to-one.
    case last
    /// All of them: many-to-many.
    case every
}
