/// How large gradients are kept from throwing parameters away.
public enum Clipping: Hashable, Sendable {
    /// A gradient whose norm over all parameters is larger is scaled down to this norm (Pascanu, Mikolov &
    /// Bengio 2013).
    case norm(Double)
    /// Each element is brought into −v…v.
    case value(Double)

    /// Clips `gradient`, whose norm is `norm`.
    public func apply(to gradient: inout some Parameterised, norm: Double) {
        gradient.modifyParameters { values in
            switch self {
            case .norm(let limit):
                if norm > limit { for i in values.indices { values[i] *= limit / norm } }
            case .value(let limit):
                for i in values.indices { values[i] = max(-limit, min(limit, values[i])) }
            }
        }
    }
}
