/// A cell run over a sequence of inputs, with all that the way back needs.
public struct Run<C: Cell>: Sendable {
    /// The cell, the same at every step.
    public let cell: C
    /// The inputs: T of them.
    public let inputs: [Vector]
    /// The states before the first step and after each one: T + 1 of them.
    public let states: [State]
    /// What each step remembers: T of them.
    public let caches: [C.Cache]
    /// Whether the first state is the cell's own.
    let isFromInitialState: Bool

    /// The hidden state after each step: T of them.
    public var outputs: [Vector] { states.dropFirst().map(\.h) }
}

extension Cell {
    /// Runs the cell over `inputs`, one vector at a time, from `start` or from zeros.
    public func run(_ inputs: [Vector], from start: State? = nil) -> Run<Self> {
        var states = [start ?? initialState]
        var caches: [Cache] = []
        for (t, x) in inputs.enumerated() {
            let (state, cache) = step(x, states[t])
            states.append(state)
            caches.append(cache)
        }
        return Run(
            cell: self, inputs: inputs, states: states, caches: caches, isFromInitialState: start == nil)
    }
}
