extension Cell {
    /// Real-time recurrent learning (Williams & Zipser 1989): the gradient of a sum of losses, forward in time.
    ///
    /// The influence $\partial s_t / \partial \theta$ of every parameter on the state goes along with the
    /// state: $P_t = J_t P_{t-1} + \partial^+ s_t / \partial \theta$. Nothing is stored per step, but P takes
    /// as many numbers as states times parameters, and each step a product with it.
    ///
    /// - Parameter losses: $\partial L_t / \partial h_t$ for each step, as
    ///   ``Run/backpropagate(_:truncation:)`` takes them.
    public func realTimeGradient(_ inputs: [Vector], from start: State? = nil, losses: [Vector]) -> Self {
        var state = start ?? initialState
        let units = state.units
        var influence = Matrix.zeros(units.count, parameterCount)
        if start == nil {
            influence = Matrix(
                rows: units.map { unit in
                    var own = zeros
                    startBack(unit, into: &own)
                    return Vector(own.flattened)
                })
        }
        var total = Vector.zeros(parameterCount)
        for (x, loss) in zip(inputs, losses) {
            let (next, cache) = step(x, state)
            var rows: [Vector] = []
            var immediate: [Vector] = []
            for unit in units {
                var own = zeros
                rows.append(Vector(stepBack(unit, cache, into: &own).previous.elements))
                immediate.append(Vector(own.flattened))
            }
            influence = Matrix(rows: rows) * influence + Matrix(rows: immediate)
            total += influence[0..<hidden].transposed * loss
            state = next
        }
        var gradient = self
        gradient.flattened = total.elements
        return gradient
    }
}
