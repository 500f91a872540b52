/// The gated recurrent unit (Cho et al. 2014).
///
/// $$z_t, r_t = \sigma(W_\bullet x_t + U_\bullet h_{t-1} + b_\bullet), \quad
/// \tilde h_t = \tanh(W x_t + U (r_t \odot h_{t-1}) + b), \quad
/// h_t = (1 - z_t) \odot h_{t-1} + z_t \odot \tilde h_t$$ (EQ N3.6)
///
/// PyTorch and cuDNN reset after the product, $\tilde h_t = \tanh(W x_t + b + r_t \odot (U h_{t-1} + b_u))$,
/// and let $z$ keep the old state instead: ``Reset/after`` and ``Update/keeps``.
public struct GRUCell: GatedCell {
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
    public enum Reset: String, Hashable, Sendable {
        /// On the state, before the product (Cho et al. 2014).
        case before
        /// On the product (cuDNN, PyTorch).
        case after
    }

    /// What the update gate lets through. Negating z's weights and biases leads from one to the other.
    public enum Update: String, Hashable, Sendable {
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
        let uh = u[0..<2 * n] * h
        let candidates = u[2 * n..<3 * n]
        let y = values(Gates(stacked: w * x), uh[0..<n], uh[n..<2 * n], Gates(stacked: b), h: h) {
            reset == .before ? candidates * $0 : candidates * $0 + bu
        }
        let cache = Cache(x: x, previous: h, z: y.z, r: y.r, candidate: y.candidate, product: y.product)
        return (State(h: y.h), cache)
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
            let dResetState = u[2 * n..<3 * n].transposed * an
            let state: Vector
            (ar, state) = resetGradients(dResetState, of: h, r: cache.r)
            let gates = Vector(az.elements + ar.elements)
            gradient.u.add(gates, outer: h)
            gradient.u.add(an, outer: cache.r ⊙ h, toRowsFrom: 2 * n)
            recurrent = u[0..<2 * n].transposed * gates + state
        case .after:
            let product: Vector
            (ar, product) = resetGradients(an, of: cache.product, r: cache.r)
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

    /// EQ N3.6 from $W x$ of all gates, $U h$ of z and r, and the product that the candidate takes of $r \odot h$, or
    /// of h.
    func values<V: Elementwise>(
        _ wx: Gates<V>, _ uhz: V, _ uhr: V, _ b: Gates<V>, h: V, product: (V) -> V
    ) -> Values<V> {
        let z = gate(wx.z, uhz, b.z)
        let r = gate(wx.r, uhr, b.r)
        let product = product(reset == .before ? r ⊙ h : h)
        let candidate = candidate(wx.n, product, r: r, b: b.n)
        return Values(z: z, r: r, candidate: candidate, product: product, h: blend(z, h, candidate))
    }

    /// z or r.
    @inline(__always)
    func gate<V: Elementwise>(_ wx: V, _ uh: V, _ b: V) -> V { sigmoid(wx + uh + b) }

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

    /// $r \odot v$ backward, where v is h or $U h + b_u$: the gradients with respect to the pre-activation of r and to
    /// v.
    @inline(__always)
    func resetGradients<V: Elementwise>(_ d: V, of v: V, r: V) -> (ar: V, v: V) {
        (d ⊙ v ⊙ sigmoidSlope(r), d ⊙ r)
    }
}
