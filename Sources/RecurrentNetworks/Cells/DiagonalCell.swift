/// A linear recurrence in which each unit sees only its own past (Martin & Cundy 2018; the core of the state space
/// models of Gu, Goel & Ré 2022):
///
/// $$h_t = a \odot h_{t-1} + W x_t + b, \quad a = \sigma(\alpha)$$
///
/// With a in (0, 1) nothing can explode. Because steps combine associatively, all states can also be had by a
/// ``scan(_:from:)``, whose depth is the logarithm of the number of steps.
public struct DiagonalCell: Cell {
    /// The weights of the input: `H×D`.
    public var w: Matrix
    /// The bias: H.
    public var b: Vector
    /// α: the decay of each unit is its sigmoid. H.
    public var alpha: Vector

    /// What a step remembers.
    public struct Cache: Sendable {
        /// The input.
        public let x: Vector
        /// The hidden state before the step.
        public let previous: Vector
    }

    /// A cell of D `inputs` and H `hidden` values whose parameters are 0: decays of 1/2.
    public init(inputs: Int, hidden: Int) {
        w = .zeros(hidden, inputs)
        b = .zeros(hidden)
        alpha = .zeros(hidden)
    }

    /// How much of its state each unit keeps in a step.
    public var decay: Vector { sigmoid(alpha) }

    /// One step.
    public func step(_ x: Vector, _ previous: State) -> (state: State, cache: Cache) {
        (
            State(h: advance(w * x + b, previous.h, decay: decay)),
            Cache(x: x, previous: previous.h)
        )
    }

    /// One step back.
    public func stepBack(
        _ d: State, _ cache: Cache, into gradient: inout DiagonalCell
    ) -> (x: Vector, previous: State) {
        let a = decay
        gradient.w.add(d.h, outer: cache.x)
        gradient.b += d.h
        gradient.alpha += d.h ⊙ cache.previous ⊙ sigmoidSlope(a)
        return (w.transposed * d.h, State(h: a ⊙ d.h))
    }

    /// One step forward with derivatives.
    public func step(_ x: Dual, _ previous: DualState, along direction: DiagonalCell) -> DualState {
        let input = DualMatrix(w, direction.w) * x + Dual(b, tangent: direction.b)
        let decay = sigmoid(Dual(alpha, tangent: direction.alpha))
        return DualState(h: advance(input, previous.h, decay: decay))
    }

    private func advance<V: Elementwise>(_ input: V, _ h: V, decay: V) -> V { decay ⊙ h + input }

    /// All states after the first, by combining neighbours two by two, then fours, eights … (Blelloch 1990): a step
    /// is the map $h \mapsto a \odot h + v$, and two steps are one with $a_2 \odot a_1$ and $a_2 \odot v_1 + v_2$.
    ///
    /// The same states as ``Cell/run(_:from:)`` gives, but for rounding.
    public func scan(_ inputs: [Vector], from start: State? = nil) -> [Vector] {
        let first = (start ?? initialState).h
        let decay = decay
        return RecurrentNetworks.scan(inputs.map { (decay, w * $0 + b) }, from: first)
    }

    /// Decays drawn so that $a = e^{-\Delta}$, Δ the geometric mean of units between `slow` and `fast`: units that
    /// remember for all times from 1 / `fast` to 1 / `slow` steps.
    public mutating func initialiseDecay(_ rates: Range<Double> = 0.001..<0.5, using generator: inout PCG64) {
        let logarithms = generator.uniform(hidden, in: log(rates.lowerBound)..<log(rates.upperBound))
        // σ(α) = e^(−Δ) for α = −ln(e^Δ − 1).
        alpha = -log(expm1(exp(logarithms)))
    }

    /// The length D of an input.
    public var inputs: Int { w.columns }

    /// The length H of the hidden state.
    public var hidden: Int { b.count }

    /// What the arrays of parameters are called.
    public var parameterNames: [String] { ["w", "b", "alpha"] }

    /// The sizes of the arrays of parameters.
    public var parameterShapes: [[Int]] { [w.sizes, [b.count], [alpha.count]] }

    /// Visits w, b and alpha.
    public mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        try w.modifyElements(body)
        try body(&b.elements)
        try body(&alpha.elements)
    }
}

/// The states that the maps $h \mapsto a_t \odot h + v_t$ lead to, one after the other, in ⌈log₂ T⌉ rounds of
/// combining: after each, a map covers twice as many steps.
public func scan(_ steps: [(decay: Vector, input: Vector)], from start: Vector) -> [Vector] {
    var maps = steps
    var reach = 1
    while reach < maps.count {
        let earlier = maps
        for t in reach..<maps.count {
            let (before, own) = (earlier[t - reach], earlier[t])
            maps[t] = (own.decay ⊙ before.decay, own.decay ⊙ before.input + own.input)
        }
        reach *= 2
    }
    return maps.map { $0.decay ⊙ start + $0.input }
}
