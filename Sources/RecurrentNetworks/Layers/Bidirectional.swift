/// Two cells that read a sequence from its two ends (Schuster & Paliwal 1997). The output of a step is what the one that
/// came from the beginning holds there, then what the other holds: $(\overrightarrow h_t, \overleftarrow h_t)$.
///
/// A sequence of a padded batch ends where it ends: take ``Sequences/subscript(sequence:)``, and the cell from the end
/// begins at its last step.
public struct Bidirectional<C: Cell>: Parameterised {
    /// The cell that reads from the first step to the last.
    public var forward: C
    /// The cell that reads from the last step to the first.
    public var backward: C

    /// Two cells with inputs of the same length.
    public init(forward: C, backward: C) {
        require(
            forward.inputs == backward.inputs, "two directions", Shape(forward.inputs, 1),
            Shape(backward.inputs, 1))
        self.forward = forward
        self.backward = backward
    }

    /// The length of an output.
    public var outputs: Int { forward.hidden + backward.hidden }

    /// Reads a sequence from both ends.
    public func run(_ inputs: [Vector]) -> BidirectionalRun<C> {
        BidirectionalRun(forward: forward.run(inputs), backward: backward.run(inputs.reversed()))
    }

    /// Draws the parameters of both cells, first of the one that reads forward.
    public mutating func initialise(_ how: Initialisation, using generator: inout PCG64) {
        forward.initialise(how, using: &generator)
        backward.initialise(how, using: &generator)
    }

    /// What the arrays of parameters are called.
    public var parameterNames: [String] {
        forward.parameterNames.map { "forward: \($0)" } + backward.parameterNames.map { "backward: \($0)" }
    }

    /// The sizes of the arrays of parameters.
    public var parameterShapes: [[Int]] { forward.parameterShapes + backward.parameterShapes }

    /// Visits the parameters of both cells.
    public mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        try forward.modifyParameters(body)
        try backward.modifyParameters(body)
    }
}

/// A sequence read from both ends.
public struct BidirectionalRun<C: Cell>: Sendable {
    /// From the first step to the last.
    public let forward: Run<C>
    /// From the last step to the first.
    public let backward: Run<C>

    /// The output of each step.
    public var outputs: [Vector] {
        zip(forward.outputs, backward.outputs.reversed()).map { Vector($0.elements + $1.elements) }
    }

    /// The way back, from the gradients with respect to the outputs to those of the cells and of the inputs.
    public func backpropagate(_ losses: [Vector]) -> (gradient: Bidirectional<C>, inputs: [Vector]) {
        let n = forward.cell.hidden
        let one = forward.backpropagate(losses.map { $0[0..<n] })
        let other = backward.backpropagate(losses.reversed().map { $0[n..<$0.count] })
        return (
            Bidirectional(forward: one.gradient, backward: other.gradient),
            zip(one.inputs, other.inputs.reversed()).map { $0 + $1 }
        )
    }
}
