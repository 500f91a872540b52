/// Long short-term memory: a memory $c$ that gates write, keep and read.
///
/// $$f_t, i_t, o_t = \sigma(W_\bullet x_t + U_\bullet h_{t-1} + b_\bullet), \quad
/// \tilde c_t = \tanh(W_c x_t + U_c h_{t-1} + b_c)$$ (EQ N3.4)
/// $$c_t = f_t \odot c_{t-1} + i_t \odot \tilde c_t, \quad h_t = o_t \odot \tanh c_t$$ (EQ N3.5)
///
/// Hochreiter & Schmidhuber (1997) without the forget gate, Gers, Schmidhuber & Cummins (2000) with it and
/// with peepholes; ``Form`` names these and the ablations of Greff et al. (2017).
public struct LSTMCell: GatedCell {
    /// The weights of the input, `4H×D`: the rows of f, then i, o and c̃.
    public var w: Matrix
    /// The weights of the previous hidden state, `4H×H`, stacked in the same way.
    public var u: Matrix
    /// The biases, 4H, stacked in the same way.
    public var b: Vector
    /// The peepholes of f, i and o: 3H. They are 0 and stay so unless the form has ``Form/peepholes``.
    public var p: Vector
    /// Which parts the cell has.
    public let form: Form

    /// A cell of D `inputs` and H `hidden` values whose parameters are 0.
    public init(inputs: Int, hidden: Int, form: Form = .vanilla) {
        w = .zeros(4 * hidden, inputs)
        u = .zeros(4 * hidden, hidden)
        b = .zeros(4 * hidden)
        p = .zeros(3 * hidden)
        self.form = form
    }

    /// One step: EQ N3.4 and N3.5.
    public func step(_ x: Vector, _ previous: State) -> (state: State, cache: Cache) {
        let y = activations(Gates(stacked: w * x + u * previous.h + b), c: previous.c, Gates(peepholes: p))
        return (State(h: y.h, c: y.c), Cache(x: x, previous: previous, activations: y))
    }

    /// One step back.
    public func stepBack(
        _ d: State, _ cache: Cache, into gradient: inout LSTMCell
    ) -> (x: Vector, previous: State) {
        let (da, dc, dp) = gradients(
            dh: d.h, dc: d.c, cache.activations, c: cache.previous.c, Gates(peepholes: p))
        let stacked = da.stacked
        gradient.w.add(stacked, outer: cache.x)
        gradient.u.add(stacked, outer: cache.previous.h)
        gradient.b += stacked
        if form.contains(.peepholes) { gradient.p += dp.stackedPeepholes }
        return (w.transposed * stacked, State(h: u.transposed * stacked, c: dc))
    }

    /// From the pre-activations `a` and the previous memory `c` to the new state.
    @inline(__always)
    func activations<V: Elementwise>(_ a: Gates<V>, c previous: V, _ p: Gates<V>) -> Activations<V> {
        // EQ N3.4
        let f = gate(.noForgetGate, a.f, peephole: p.f, previous)
        let i = form.contains(.coupledGates) ? 1 - f : gate(.noInputGate, a.i, peephole: p.i, previous)
        let g = squash(.noInputActivation, a.g)
        // EQ N3.5
        let c = f ⊙ previous + i ⊙ g
        let o = gate(.noOutputGate, a.o, peephole: p.o, c)
        let s = squash(.noOutputActivation, c)
        return Activations(f: f, i: i, o: o, g: g, c: c, s: s, h: o ⊙ s)
    }

    /// The same lines backward: the gradients with respect to the pre-activations, the previous memory and
    /// the peepholes, from those with respect to the new state.
    @inline(__always)
    func gradients<V: Elementwise>(
        dh: V, dc: V, _ y: Activations<V>, c previous: V, _ p: Gates<V>
    ) -> (a: Gates<V>, c: V, p: Gates<V>) {
        // EQ N3.5
        let ao = dh ⊙ y.s ⊙ sigmoidSlope(y.o)
        var dc = dc + dh ⊙ y.o ⊙ slope(.noOutputActivation, y.s)
        if form.contains(.peepholes) { dc = dc + ao ⊙ p.o }
        // EQ N3.4
        let coupled = form.contains(.coupledGates)
        let af = dc ⊙ (coupled ? previous - y.g : previous) ⊙ sigmoidSlope(y.f)
        let ai = coupled ? V.filled(0, like: dc) : dc ⊙ y.g ⊙ sigmoidSlope(y.i)
        let ag = dc ⊙ y.i ⊙ slope(.noInputActivation, y.g)
        let a = Gates(f: af, i: ai, o: ao, g: ag)
        guard form.contains(.peepholes) else { return (a, dc ⊙ y.f, a) }
        return (
            a, dc ⊙ y.f + af ⊙ p.f + ai ⊙ p.i,
            Gates(f: af ⊙ previous, i: ai ⊙ previous, o: ao ⊙ y.c, g: ag)
        )
    }

    /// σ(a), or σ(a + p ⊙ c) for a gate that sees the memory; 1 for a gate that the form leaves out, whose
    /// slope 1·(1 − 1) is then 0 by itself.
    @inline(__always)
    private func gate<V: Elementwise>(_ absent: Form, _ a: V, peephole p: V, _ c: V) -> V {
        if form.contains(absent) { return V.filled(1, like: a) }
        return sigmoid(form.contains(.peepholes) ? a + p ⊙ c : a)
    }

    @inline(__always)
    private func squash<V: Elementwise>(_ absent: Form, _ a: V) -> V { form.contains(absent) ? a : tanh(a) }

    @inline(__always)
    private func slope<V: Elementwise>(_ absent: Form, _ y: V) -> V {
        form.contains(absent) ? V.filled(1, like: y) : tanhSlope(y)
    }
}
