extension LSTMCell {
    /// One value for each of the four parts that parameters are stacked by, in their order.
    struct Gates<V> {
        var f: V
        var i: V
        var o: V
        var g: V
    }

    /// The values of a block at one step.
    struct Activations<V> {
        var f: V
        var i: V
        var o: V
        var g: V
        var c: V
        var s: V
        var h: V
    }

    /// What a step remembers.
    public struct Cache: Sendable {
        /// The input.
        public let x: Vector
        /// The state before the step.
        public let previous: State
        /// The forget gate.
        public let f: Vector
        /// The input gate.
        public let i: Vector
        /// The output gate.
        public let o: Vector
        /// The candidate c̃.
        public let g: Vector
        /// The memory after the step.
        public let c: Vector
        /// The squashed memory, tanh c.
        public let s: Vector
        /// The hidden state after the step.
        public let h: Vector

        init(x: Vector, previous: State, activations y: Activations<Vector>) {
            self.x = x
            self.previous = previous
            (f, i, o, g, c, s, h) = (y.f, y.i, y.o, y.g, y.c, y.s, y.h)
        }

        var activations: Activations<Vector> { Activations(f: f, i: i, o: o, g: g, c: c, s: s, h: h) }
    }
}

extension LSTMCell.Gates<Vector> {
    init(stacked a: Vector) {
        let n = a.count / 4
        require(a.count == 4 * n, "gates", Shape(4, n), a.shape)
        self.init(f: a[0..<n], i: a[n..<2 * n], o: a[2 * n..<3 * n], g: a[3 * n..<4 * n])
    }

    /// Peepholes of the three gates; the candidate has none.
    init(peepholes p: Vector) {
        let n = p.count / 3
        self.init(f: p[0..<n], i: p[n..<2 * n], o: p[2 * n..<3 * n], g: .zeros(n))
    }

    var stacked: Vector { Vector(f.elements + i.elements + o.elements + g.elements) }

    var stackedPeepholes: Vector { Vector(f.elements + i.elements + o.elements) }
}

extension LSTMCell {
    /// The length D of an input.
    public var inputs: Int { w.columns }

    /// The length H of the hidden state.
    public var hidden: Int { u.columns }

    /// Zeros in both parts.
    public var initialState: State { State(h: .zeros(hidden), c: .zeros(hidden)) }

    /// What the arrays of parameters are called; peepholes are among them when the form has them.
    public var parameterNames: [String] {
        form.contains(.peepholes) ? ["w", "u", "b", "p"] : ["w", "u", "b"]
    }

    /// The sizes of the arrays of parameters.
    public var parameterShapes: [[Int]] {
        [w.sizes, u.sizes, [b.count]] + (form.contains(.peepholes) ? [[p.count]] : [])
    }

    /// Visits w, u, b, and p where the form has peepholes.
    public mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        try w.modifyElements(body)
        try u.modifyElements(body)
        try body(&b.elements)
        if form.contains(.peepholes) { try body(&p.elements) }
    }

    /// The biases of the forget gate: b's first H numbers. Gers, Schmidhuber & Cummins (2000) and Jozefowicz,
    /// Zaremba & Sutskever (2015) start them at 1 or more.
    public var forgetBias: Vector {
        get { b[0..<hidden] }
        set { b[0..<hidden] = newValue }
    }

    /// The biases of the input gate.
    public var inputBias: Vector {
        get { b[hidden..<2 * hidden] }
        set { b[hidden..<2 * hidden] = newValue }
    }
}
