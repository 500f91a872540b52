/// A cell whose first state is learnt along with its weights, instead of zeros.
///
/// Gradients reach it through ``Cell/startBack(_:into:)`` wherever a sequence begins from the cell's initial state.
public struct LearntStart<Base: Cell>: Cell {
    /// The cell.
    public var base: Base
    /// The first hidden state: H.
    public var h: Vector
    /// The first memory: as long as the cell's, H for an LSTM.
    public var c: Vector

    /// A cell whose first state is that of `base` to begin with.
    public init(_ base: Base) {
        self.base = base
        (h, c) = (base.initialState.h, base.initialState.c)
    }

    /// The length D of an input.
    public var inputs: Int { base.inputs }

    /// The length H of the hidden state.
    public var hidden: Int { base.hidden }

    /// The state that is learnt.
    public var initialState: State { State(h: h, c: c) }

    /// The cell's step.
    public func step(_ x: Vector, _ previous: State) -> (state: State, cache: Base.Cache) {
        base.step(x, previous)
    }

    /// The cell's way back.
    public func stepBack(
        _ d: State, _ cache: Base.Cache, into gradient: inout LearntStart
    ) -> (x: Vector, previous: State) {
        base.stepBack(d, cache, into: &gradient.base)
    }

    /// Adds the gradient of the first state.
    public func startBack(_ d: State, into gradient: inout LearntStart) {
        gradient.h += d.h
        gradient.c += d.c
    }

    /// The cell's step with derivatives.
    public func step(_ x: Dual, _ previous: DualState, along direction: LearntStart) -> DualState {
        base.step(x, previous, along: direction.base)
    }

    /// Draws the cell's parameters; the first state begins as zeros.
    public mutating func initialise(_ how: Initialisation, using generator: inout PCG64) {
        self = zeros
        base.initialise(how, using: &generator)
    }

    /// What the arrays of parameters are called.
    public var parameterNames: [String] { base.parameterNames + (c.count > 0 ? ["h0", "c0"] : ["h0"]) }

    /// The sizes of the arrays of parameters.
    public var parameterShapes: [[Int]] {
        base.parameterShapes + (c.count > 0 ? [[h.count], [c.count]] : [[h.count]])
    }

    /// Visits the cell's parameters, then the first state.
    public mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        try base.modifyParameters(body)
        try body(&h.elements)
        if c.count > 0 { try body(&c.elements) }
    }
}
