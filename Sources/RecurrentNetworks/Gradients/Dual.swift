/// A vector that carries a derivative along: $v + \varepsilon \dot v$ with $\varepsilon^2 = 0$.
///
/// Computing with dual numbers is forward-mode differentiation: exact to rounding, and in no way dependent on
/// the code that goes backward.
public struct Dual: Hashable, Sendable {
    /// The value.
    public var value: Vector
    /// Its derivative.
    public var tangent: Vector

    /// A value and its derivative.
    public init(_ value: Vector, tangent: Vector) {
        self.value = value
        self.tangent = tangent
    }

    /// A constant.
    public init(_ value: Vector) { self.init(value, tangent: .zeros(value.count)) }

    subscript(range: Range<Int>) -> Dual { Dual(value[range], tangent: tangent[range]) }

    var count: Int { value.count }
}

extension Dual: Elementwise {
    /// The sum.
    public static func + (a: Dual, b: Dual) -> Dual {
        Dual(a.value + b.value, tangent: a.tangent + b.tangent)
    }

    /// The difference.
    public static func - (a: Dual, b: Dual) -> Dual {
        Dual(a.value - b.value, tangent: a.tangent - b.tangent)
    }

    /// The difference from a constant.
    public static func - (c: Double, a: Dual) -> Dual { Dual(c - a.value, tangent: -a.tangent) }

    /// The Hadamard product: $(uv)' = u'v + uv'$.
    public static func ⊙ (a: Dual, b: Dual) -> Dual {
        Dual(a.value ⊙ b.value, tangent: a.tangent ⊙ b.value + a.value ⊙ b.tangent)
    }

    static func sigmoid(_ x: Dual) -> Dual {
        let y = RecurrentNetworks.sigmoid(x.value)
        return Dual(y, tangent: sigmoidSlope(y) ⊙ x.tangent)
    }

    static func tanh(_ x: Dual) -> Dual {
        let y = RecurrentNetworks.tanh(x.value)
        return Dual(y, tangent: tanhSlope(y) ⊙ x.tangent)
    }

    static func keep(_ x: Dual, unlessBelowZero condition: Dual) -> Dual {
        Dual(
            Vector.keep(x.value, unlessBelowZero: condition.value),
            tangent: Vector.keep(x.tangent, unlessBelowZero: condition.value))
    }

    static func filled(_ value: Double, like x: Dual) -> Dual { Dual(.filled(value, like: x.value)) }
}

/// A matrix and its derivative, only to multiply vectors.
struct DualMatrix {
    let value: Matrix
    let tangent: Matrix

    init(_ value: Matrix, _ tangent: Matrix) {
        self.value = value
        self.tangent = tangent
    }

    static func * (w: DualMatrix, x: Dual) -> Dual {
        Dual(w.value * x.value, tangent: w.tangent * x.value + w.value * x.tangent)
    }

    subscript(rows: Range<Int>) -> DualMatrix { DualMatrix(value[rows], tangent[rows]) }
}

/// A state and its derivative.
public struct DualState: Hashable, Sendable {
    /// The hidden state.
    public var h: Dual
    /// The memory.
    public var c: Dual

    /// A hidden state and a memory.
    public init(h: Dual, c: Dual = Dual([])) {
        self.h = h
        self.c = c
    }

    /// A state and its derivative.
    public init(_ value: State, tangent: State) {
        self.init(h: Dual(value.h, tangent: tangent.h), c: Dual(value.c, tangent: tangent.c))
    }

    /// The derivative.
    public var tangent: State { State(h: h.tangent, c: c.tangent) }
}
