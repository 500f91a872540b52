/// The function a vanilla cell applies to its pre-activation.
public enum Activation: String, Hashable, Sendable {
    /// The hyperbolic tangent of EQ N3.1.
    case tanh
    /// `max(0, a)`: with an identity matrix to start from, the cell of Le, Jaitly & Hinton (2015).
    case relu
    /// `a` itself: a linear recurrence.
    case identity

    @inline(__always)
    func callAsFunction<V: Elementwise>(_ a: V) -> V {
        switch self {
        case .tanh: V.tanh(a)
        case .relu: V.keep(a, unlessBelowZero: a)
        case .identity: a
        }
    }

    /// The derivative where the function has the value `h`.
    @inline(__always)
    func slope<V: Elementwise>(at h: V) -> V {
        switch self {
        case .tanh: tanhSlope(h)
        case .relu: V.keep(V.filled(1, like: h), unlessBelowZero: h)
        case .identity: V.filled(1, like: h)
        }
    }
}
