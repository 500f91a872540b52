/// What backpropagation through time finds.
public struct Backpropagation<C: Cell>: Sendable {
    /// $\partial L / \partial W$ for all parameters of the cell: EQ N3.7.
    public fileprivate(set) var gradient: C
    /// $\partial L / \partial x_t$ for each step.
    public fileprivate(set) var inputs: [Vector]
    /// $\partial L / \partial s_t$ for each of the T + 1 states, along all paths: EQ N3.2 in action.
    public fileprivate(set) var states: [State]
}

extension Run {
    /// Backpropagation through time (Werbos 1990): the steps backward, each handing the gradient of its
    /// state to the one before.
    ///
    /// - Parameters:
    ///   - losses: $\partial L_t / \partial h_t$, the gradient of each step's own loss with respect to its
    ///     hidden state.
    ///   - truncation: How far gradients travel.
    public func backpropagate(_ losses: [Vector], truncation: Truncation = .none) -> Backpropagation<C> {
        var result = nothing(losses)
        walk(from: caches.count - 1, to: 0, truncation, into: &result) { losses[$0] }
        return result
    }

    /// Backpropagation through time in which the loss of each step reaches that step and those before it,
    /// `horizon` in all (Williams & Peng 1990).
    public func backpropagate(_ losses: [Vector], horizon: Int) -> Backpropagation<C> {
        var result = nothing(losses)
        for t in caches.indices {
            walk(from: t, to: max(0, t - horizon + 1), .none, into: &result) { $0 == t ? losses[t] : nil }
        }
        return result
    }

    private func nothing(_ losses: [Vector]) -> Backpropagation<C> {
        require(losses.count == caches.count, "backpropagate", Shape(caches.count, 1), Shape(losses.count, 1))
        return Backpropagation(
            gradient: cell.zeros, inputs: caches.map { _ in .zeros(cell.inputs) },
            states: states.map { $0.zeros })
    }

    private func walk(
        from last: Int, to first: Int, _ truncation: Truncation, into result: inout Backpropagation<C>,
        loss: (Int) -> Vector?
    ) {
        var d = states[0].zeros
        for t in stride(from: last, through: first, by: -1) {
            if let own = loss(t) { d.h += own }
            result.states[t + 1] = result.states[t + 1] + d
            let back = cell.stepBack(d, caches[t], into: &result.gradient)
            result.inputs[t] += back.x
            if t == 0 && isFromInitialState { cell.startBack(back.previous, into: &result.gradient) }
            let factor = truncation.factor(before: t)
            d = factor == 1 ? back.previous : State(h: factor * back.previous.h, c: factor * back.previous.c)
        }
        result.states[first] = result.states[first] + d
    }
}
