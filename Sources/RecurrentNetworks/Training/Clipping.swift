/// How large gradients are kept from throwing parameters away.
public enum Clipping: Hashable, Sendable {
    /// A gradient whose norm over all parameters is larger is scaled down to this norm (Pascanu, Mikolov &
    /// Bengio 2013): by $v / \|g\|$ exactly. PyTorch's `clip_grad_norm_` divides by $\|g\| + 10^{-6}$, and so
    /// ends a little below.
    case norm(Double)
    /// Each element is brought into −v…v.
    case value(Double)

    /// Clips `gradient`, whose norm is `norm`.
    public func apply(to gradient: inout some Parameterised, norm: Double) {
        if let mistake { fatalError(mistake) }
        gradient.modifyParameters { values in
            switch self {
            case .norm(let limit):
                if norm > limit { for i in values.indices { values[i] *= limit / norm } }
            case .value(let limit):
                for i in values.indices { values[i] = values[i].clamped(-limit, limit) }
            }
        }
    }

    /// What is wrong with the limit, if anything is.
    var mistake: String? {
        switch self {
        case .norm(let limit), .value(let limit):
            limit > 0 ? nil : "the limit of clipping is \(limit); it must be a positive number"
        }
    }
}
