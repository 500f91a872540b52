/// A diagonal recurrence that chooses what to keep by what it reads (Gu & Dao 2023): Mamba's recurrence, a step at a
/// time and with a state of N numbers to each of D channels, laid out as $H = DN$ units, channel by channel.
///
/// $$\Delta_t = \mathrm{softplus}(W_\Delta x_t + b_\Delta), \quad B_t = W_B x_t, \quad
/// h_t[d, n] = e^{-\Delta_t[d]\, e^{\alpha[d, n]}}\, h_{t-1}[d, n] + \Delta_t[d]\, B_t[n]\, x_t[d]$$
///
/// A large Δ takes the input in and forgets, a small one lets it pass. The read-out $C_t$ is left to the head.
public struct SelectiveCell: Cell {
    /// $W_\Delta$: `D×D`.
    public var wDelta: Matrix
    /// $b_\Delta$: D.
    public var bDelta: Vector
    /// $W_B$: `N×D`.
    public var wB: Matrix
    /// α, channel by channel: DN.
    public var alpha: Vector

    /// What a step remembers.
    public struct Cache: Sendable {
        /// The input.
        public let x: Vector
        /// The hidden state before the step.
        public let previous: Vector
        /// $W_\Delta x + b_\Delta$
        public let preactivation: Vector
        /// Δ
        public let delta: Vector
        /// B
        public let b: Vector
        /// How much of each unit is kept.
        public let decay: Vector
    }

    /// A cell of D `inputs` with N numbers to each, whose parameters are 0.
    public init(inputs: Int, perChannel n: Int) {
        wDelta = .zeros(inputs, inputs)
        bDelta = .zeros(inputs)
        wB = .zeros(n, inputs)
        alpha = .zeros(inputs * n)
    }

    /// One step.
    public func step(_ x: Vector, _ previous: State) -> (state: State, cache: Cache) {
        let preactivation = wDelta * x + bDelta
        let (delta, b) = (softplus(preactivation), wB * x)
        let decay = exp(-(spread(delta) ⊙ exp(alpha)))
        let h = decay ⊙ previous.h + spread(delta ⊙ x) ⊙ repeated(b)
        let cache = Cache(
            x: x, previous: previous.h, preactivation: preactivation, delta: delta, b: b, decay: decay)
        return (State(h: h), cache)
    }

    /// One step back.
    public func stepBack(
        _ d: State, _ cache: Cache, into gradient: inout SelectiveCell
    ) -> (x: Vector, previous: State) {
        let rates = exp(alpha)
        // The exponent is −Δ e^α.
        let dExponent = d.h ⊙ cache.previous ⊙ cache.decay
        gradient.alpha -= dExponent ⊙ spread(cache.delta) ⊙ rates
        let dTaken = d.h ⊙ repeated(cache.b)
        let dDelta = gathered(dTaken) ⊙ cache.x - gathered(dExponent ⊙ rates)
        let db = summed(d.h ⊙ spread(cache.delta ⊙ cache.x))
        let a = dDelta ⊙ sigmoid(cache.preactivation)
        gradient.wDelta.add(a, outer: cache.x)
        gradient.bDelta += a
        gradient.wB.add(db, outer: cache.x)
        let dx = gathered(dTaken) ⊙ cache.delta + wDelta.transposed * a + wB.transposed * db
        return (dx, State(h: cache.decay ⊙ d.h))
    }

    /// The numbers of one channel's state.
    public var perChannel: Int { wB.rows }

    /// The states of a whole sequence by a ``RecurrentNetworks/scan(_:from:)``.
    public func scan(_ inputs: [Vector], from start: State? = nil) -> [Vector] {
        let steps = inputs.map { x in
            let delta = softplus(wDelta * x + bDelta)
            return (
                decay: exp(-(spread(delta) ⊙ exp(alpha))), input: spread(delta ⊙ x) ⊙ repeated(wB * x)
            )
        }
        return RecurrentNetworks.scan(steps, from: (start ?? initialState).h)
    }

    /// Each channel's number for all of its units.
    private func spread(_ v: Vector) -> Vector {
        Vector(v.flatMap { Array(repeating: $0, count: perChannel) })
    }

    /// The N numbers for each channel.
    private func repeated(_ v: Vector) -> Vector { Vector((0..<inputs).flatMap { _ in v.elements }) }

    /// The sum over the units of each channel.
    private func gathered(_ v: Vector) -> Vector {
        let n = perChannel
        return Vector((0..<inputs).map { d in v[d * n..<(d + 1) * n].sum })
    }

    /// The sum over the channels for each of the N numbers.
    private func summed(_ v: Vector) -> Vector {
        let n = perChannel
        return (0..<inputs).reduce(.zeros(n)) { $0 + v[$1 * n..<($1 + 1) * n] }
    }

    /// The length D of an input.
    public var inputs: Int { bDelta.count }

    /// The length DN of the hidden state.
    public var hidden: Int { alpha.count }

    /// Draws $W_\Delta$ and $W_B$; α becomes ln 1, ln 2 … ln N in each channel.
    public mutating func initialise(_ how: Initialisation, using generator: inout PCG64) {
        self = zeros
        switch how {
        case .own(let own):
            wDelta = own.input(inputs, inputs, &generator)
            wB = own.input(perChannel, inputs, &generator)
        case .glorotOrthogonal, .identity, .pyTorch:
            wDelta = .glorot(inputs, inputs, using: &generator)
            wB = .glorot(perChannel, inputs, using: &generator)
        }
        alpha = repeated(log(Vector((0..<perChannel).map { Double($0 + 1) })))
    }

    /// What the arrays of parameters are called.
    public var parameterNames: [String] { ["wDelta", "bDelta", "wB", "alpha"] }

    /// The sizes of the arrays of parameters.
    public var parameterShapes: [[Int]] { [wDelta.sizes, [bDelta.count], wB.sizes, [alpha.count]] }

    /// Visits wDelta, bDelta, wB and alpha.
    public mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        try wDelta.modifyElements(body)
        try body(&bDelta.elements)
        try wB.modifyElements(body)
        try body(&alpha.elements)
    }
}
