extension Cell {
    /// $\partial s_t / \partial s_{t-1}$ at the step that left `cache`: H×H, or 2H×2H for an LSTM, whose
    /// state is h and then c. A factor of EQ N3.2.
    public func jacobian(_ cache: Cache) -> Matrix {
        var unused = zeros
        return Matrix(
            rows: initialState.units.map { Vector(stepBack($0, cache, into: &unused).previous.elements) })
    }
}

extension Run {
    /// $\partial s_T / \partial s_k$, the product of the steps' Jacobians in descending order: EQ N3.2.
    public func jacobian(from k: Int, to last: Int? = nil) -> Matrix {
        var product = Matrix.identity(states[0].elements.count)
        for t in k..<(last ?? caches.count) { product = cell.jacobian(caches[t]) * product }
        return product
    }

    /// The largest Lyapunov exponent along the run: the mean growth of $\ln \|\dot s\|$ in a step, for a
    /// small difference of states carried forward. Its sign, not that of a norm, says whether gradients
    /// vanish or explode.
    ///
    /// - Parameters:
    ///   - direction: The difference to begin with; generic ones turn into the fastest growing.
    ///   - skipping: Steps at the start that do not count, while it turns.
    /// - Returns: −∞ when the difference dies out altogether.
    public func lyapunovExponent(direction: State, skipping: Int = 0) -> Double {
        let still = cell.zeros
        var tangent = direction.elements
        var sum = 0.0
        for t in caches.indices {
            let size = euclideanNorm(tangent)
            if size == 0 { return -.infinity }
            tangent = tangent.map { $0 / size }
            let before = DualState(states[t], tangent: states[t].with(tangent))
            tangent = cell.step(Dual(inputs[t]), before, along: still).tangent.elements
            if t >= skipping { sum += log(euclideanNorm(tangent)) }
        }
        return sum / Double(caches.count - skipping)
    }
}
