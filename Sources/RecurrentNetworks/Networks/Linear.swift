/// The affine map that reads a network's output from a hidden state: $y_t = W_{hy} h_t + b_y$ (EQ N3.1).
public struct Linear: Parameterised {
    /// The weights, `O×H`.
    public var w: Matrix
    /// The bias, O.
    public var b: Vector

    /// A map of `inputs` numbers to `outputs` numbers whose parameters are 0.
    public init(inputs: Int, outputs: Int) {
        w = .zeros(outputs, inputs)
        b = .zeros(outputs)
    }

    /// $W h + b$
    public func callAsFunction(_ h: Vector) -> Vector { w * h + b }

    /// The way back: adds to `gradient` and returns the gradient with respect to `h`, given that with respect
    /// to the output.
    public func stepBack(_ dy: Vector, _ h: Vector, into gradient: inout Linear) -> Vector {
        gradient.w.add(dy, outer: h)
        gradient.b += dy
        return w.transposed * dy
    }

    /// What the arrays of parameters are called.
    public var parameterNames: [String] { ["w", "b"] }

    /// The sizes of the arrays of parameters.
    public var parameterShapes: [[Int]] { [w.sizes, [b.count]] }

    /// Visits w and b.
    public mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        try w.modifyElements(body)
        try body(&b.elements)
    }
}
