extension GRUCell {
    /// One value for each of the three parts that parameters are stacked by, in their order.
    struct Gates<V> {
        var z: V
        var r: V
        var n: V
    }

    /// The values of a step.
    struct Values<V> {
        let z: V
        let r: V
        let candidate: V
        let product: V
        let h: V
    }

    /// What a step remembers.
    public struct Cache: Sendable {
        /// The input.
        public let x: Vector
        /// The hidden state before the step.
        public let previous: Vector
        /// The update gate.
        public let z: Vector
        /// The reset gate.
        public let r: Vector
        /// The candidate h̃.
        public let candidate: Vector
        /// The recurrent product of the candidate: $U (r \odot h)$, or $U h + b_u$.
        public let product: Vector
    }

    /// The length D of an input.
    public var inputs: Int { w.columns }

    /// The length H of the hidden state.
    public var hidden: Int { u.columns }

    /// What the arrays of parameters are called; `bu` is among them in the form ``Reset/after``.
    public var parameterNames: [String] { reset == .after ? ["w", "u", "b", "bu"] : ["w", "u", "b"] }

    /// The sizes of the arrays of parameters.
    public var parameterShapes: [[Int]] {
        [w.sizes, u.sizes, [b.count]] + (reset == .after ? [[bu.count]] : [])
    }

    /// Visits w, u, b, and bu in the form ``Reset/after``.
    public mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        try w.modifyElements(body)
        try u.modifyElements(body)
        try body(&b.elements)
        if reset == .after { try body(&bu.elements) }
    }

    /// The biases of the update gate: b's first H numbers. Positive ones make a cell keep its state under
    /// ``Update/keeps``, negative ones under ``Update/replaces``.
    public var updateBias: Vector {
        get { b[0..<hidden] }
        set { b[0..<hidden] = newValue }
    }
}

extension GRUCell.Gates<Vector> {
    init(stacked a: Vector) {
        let n = a.count / 3
        require(a.count == 3 * n, "gates", Shape(3, n), a.shape)
        self.init(z: a[0..<n], r: a[n..<2 * n], n: a[2 * n..<3 * n])
    }
}
