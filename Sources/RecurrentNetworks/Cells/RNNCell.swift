/// The vanilla recurrent cell (Elman 1990).
///
/// $$h_t = \tanh(W_{xh} x_t + W_{hh} h_{t-1} + b_h)$$ (EQ N3.1)
public struct RNNCell: GatedCell {
    /// $W_{xh}$, the weights of the input: `H×D`.
    public var w: Matrix
    /// $W_{hh}$, the weights of the previous hidden state: `H×H`.
    public var u: Matrix
    /// $b_h$, the bias: H.
    public var b: Vector
    /// The function applied to the sum.
    public let activation: Activation

    /// What a step remembers.
    public struct Cache: Sendable {
        /// The input.
        public let x: Vector
        /// The hidden state before the step.
        public let previous: Vector
        /// The hidden state after the step.
        public let h: Vector
    }

    /// A cell of D `inputs` and H `hidden` values whose parameters are 0.
    public init(inputs: Int, hidden: Int, activation: Activation = .tanh) {
        w = .zeros(hidden, inputs)
        u = .zeros(hidden, hidden)
        b = .zeros(hidden)
        self.activation = activation
    }

    /// One step: EQ N3.1.
    public func step(_ x: Vector, _ previous: State) -> (state: State, cache: Cache) {
        let h = activation(w * x + u * previous.h + b)
        return (State(h: h), Cache(x: x, previous: previous.h, h: h))
    }

    /// One step back: a factor of EQ N3.2, and a term of EQ N3.7.
    public func stepBack(
        _ d: State, _ cache: Cache, into gradient: inout RNNCell
    ) -> (x: Vector, previous: State) {
        let da = preactivationGradient(d.h, h: cache.h)
        gradient.w.add(da, outer: cache.x)
        gradient.u.add(da, outer: cache.previous)
        gradient.b += da
        return (w.transposed * da, State(h: u.transposed * da))
    }

    /// $\mathrm{diag}(\tanh'(a_t))\,\partial L/\partial h_t$
    @inline(__always)
    func preactivationGradient<V: Elementwise>(_ dh: V, h: V) -> V { dh ⊙ activation.slope(at: h) }
}

extension RNNCell {
    /// The length D of an input.
    public var inputs: Int { w.columns }

    /// The length H of the hidden state.
    public var hidden: Int { b.count }

    /// What the arrays of parameters are called.
    public var parameterNames: [String] { ["w", "u", "b"] }

    /// The sizes of the arrays of parameters.
    public var parameterShapes: [[Int]] { [w.sizes, u.sizes, [b.count]] }

    /// Visits w, u and b.
    public mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        try w.modifyElements(body)
        try u.modifyElements(body)
        try body(&b.elements)
    }
}
