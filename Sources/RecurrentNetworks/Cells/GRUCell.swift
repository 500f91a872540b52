/// The gated recurrent unit (Cho et al. 2014).
///
/// $$z_t, r_t = \sigma(W_\bullet x_t + U_\bullet h_{t-1} + b_\bullet), \quad
/// \tilde h_t = \tanh(W x_t + U (r_t \odot h_{t-1}) + b), \quad
/// h_t = (1 - z_t) \odot h_{t-1} + z_t \odot \tilde h_t$$ (EQ N3.6)
///
/// PyTorch and cuDNN reset after the product, $\tilde h_t = \tanh(W x_t + b + r_t \odot (U h_{t-1} + b_u))$,
/// and let $z$ keep the old state instead: ``Reset/after`` and ``Update/keeps``.
public struct GRUCell: Cell {
    /// The weights of the input, `3H×D`: the rows of z, then r and h̃.
    public var w: Matrix
    /// The weights of the previous hidden state, `3H×H`, stacked in the same way.
    public var u: Matrix
    /// The biases, 3H, stacked in the same way.
    public var b: Vector
    /// The bias $b_u$ of the product that is reset: H. It is 0 and stays so in the form ``Reset/before``.
    public var bu: Vector
    /// Where the reset gate acts.
    public let reset: Reset
    /// What the update gate lets through.
    public let convention: Update

    /// Where the reset gate acts.
    public enum Reset: Hashable, Sendable {
        /// On the state, before the product (Cho et al. 2014).
        case before
        /// On the product (cuDNN, PyTorch).
        case after
    }

    /// What the update gate lets through. Negating z's weights and biases leads from one to the other.
    public enum Update: Hashable, Sendable {
        /// $z$ replaces: $(1 - z) \odot h + z \odot \tilde h$, EQ N3.6.
        case replaces
        /// $z$ keeps: $z \odot h + (1 - z) \odot \tilde h$, Cho et al. and PyTorch.
        case keeps
    }

    /// A cell of D `inputs` and H `hidden` values whose parameters are 0.
    public init(inputs: Int, hidden: Int, reset: Reset = .before, update: Update = .replaces) {
        w = .zeros(3 * hidden, inputs)
        u = .zeros(3 * hidden, hidden)
        b = .zeros(3 * hidden)
        bu = .zeros(hidden)
        self.reset = reset
        self.convention = update
    }

    /// One step: EQ N3.6.
    public func step(_ x: Vector, _ previous: State) -> (state: State, cache: Cache) {
        let (h, n) = (previous.h, hidden)
        let (wx, uh) = (w * x, u[0..<2 * n] * h)
        let z = sigmoid(wx[0..<n] + uh[0..<n] + b[0..<n])
        let r = sigmoid(wx[n..<2 * n] + uh[n..<2 * n] + b[n..<2 * n])
        let product =
            switch reset {
            case .before: u[2 * n..<3 * n] * (r ⊙ h)
            case .after: u[2 * n..<3 * n] * h + bu
            }
        let candidate = candidate(wx[2 * n..<3 * n], product, r: r, b: b[2 * n..<3 * n])
        let cache = Cache(x: x, previous: h, z: z, r: r, candidate: candidate, product: product)
        return (State(h: blend(z, h, candidate)), cache)
    }

    /// One step back.
    public func stepBack(
        _ d: State, _ cache: Cache, into gradient: inout GRUCell
    ) -> (x: Vector, previous: State) {
        let (h, n) = (cache.previous, hidden)
        let (az, an, direct) = blendGradients(dh: d.h, z: cache.z, h: h, candidate: cache.candidate)
        let (ar, recurrent): (Vector, Vector)
        switch reset {
        case .before:
            let resetState = u[2 * n..<3 * n].transposed * an
            ar = resetState ⊙ h ⊙ sigmoidSlope(cache.r)
            gradient.u.add(Vector(az.elements + ar.elements), outer: h)
            gradient.u.add(an, outer: cache.r ⊙ h, toRowsFrom: 2 * n)
            recurrent = u[0..<2 * n].transposed * Vector(az.elements + ar.elements) + resetState ⊙ cache.r
        case .after:
            let product = an ⊙ cache.r
            ar = an ⊙ cache.product ⊙ sigmoidSlope(cache.r)
            let stacked = Vector(az.elements + ar.elements + product.elements)
            gradient.u.add(stacked, outer: h)
            gradient.bu += product
            recurrent = u.transposed * stacked
        }
        let da = Vector(az.elements + ar.elements + an.elements)
        gradient.w.add(da, outer: cache.x)
        gradient.b += da
        return (w.transposed * da, State(h: direct + recurrent))
    }

    /// h̃, from its share $W x$ of the input and the product with U.
    @inline(__always)
    func candidate<V: Elementwise>(_ wx: V, _ product: V, r: V, b: V) -> V {
        switch reset {
        case .before: tanh(wx + product + b)
        case .after: tanh(wx + b + r ⊙ product)
        }
    }

    /// h, from the update gate, the previous state and the candidate.
    @inline(__always)
    func blend<V: Elementwise>(_ z: V, _ h: V, _ candidate: V) -> V {
        switch convention {
        case .replaces: (1 - z) ⊙ h + z ⊙ candidate
        case .keeps: z ⊙ h + (1 - z) ⊙ candidate
        }
    }

    /// The last two lines backward: the gradients with respect to the pre-activations of z and h̃, and the
    /// one that reaches the previous state directly.
    @inline(__always)
    func blendGradients<V: Elementwise>(dh: V, z: V, h: V, candidate: V) -> (az: V, an: V, previous: V) {
        let slope = tanhSlope(candidate)
        switch convention {
        case .replaces:
            return (dh ⊙ (candidate - h) ⊙ sigmoidSlope(z), dh ⊙ z ⊙ slope, dh ⊙ (1 - z))
        case .keeps:
            return (dh ⊙ (h - candidate) ⊙ sigmoidSlope(z), dh ⊙ (1 - z) ⊙ slope, dh ⊙ z)
        }
    }
}
