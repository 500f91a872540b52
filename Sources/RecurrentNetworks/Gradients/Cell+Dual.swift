extension Cell {
    /// One step forward with derivatives, read from the way back: for each number of the new state, the gradients
    /// that lead to it times the derivatives that are given.
    public func step(_ x: Dual, _ previous: DualState, along direction: Self) -> DualState {
        let (value, cache) = step(x.value, State(h: previous.h.value, c: previous.c.value))
        let directions = Vector(direction.flattened)
        let before = Vector(previous.tangent.elements)
        let tangent = value.units.map { unit in
            var gradient = zeros
            let back = stepBack(unit, cache, into: &gradient)
            return back.x.dot(x.tangent) + Vector(back.previous.elements).dot(before)
                + Vector(gradient.flattened).dot(directions)
        }
        return DualState(value, tangent: value.with(tangent))
    }

    /// ``initialState`` with its derivative where the parameters have the derivative `direction`.
    public func initialState(along direction: Self) -> DualState {
        let directions = Vector(direction.flattened)
        let tangent = initialState.units.map { unit in
            var gradient = zeros
            startBack(unit, into: &gradient)
            return Vector(gradient.flattened).dot(directions)
        }
        return DualState(initialState, tangent: initialState.with(tangent))
    }
}

extension RNNCell {
    /// One step forward with derivatives.
    public func step(_ x: Dual, _ previous: DualState, along direction: RNNCell) -> DualState {
        let (w, u) = (DualMatrix(w, direction.w), DualMatrix(u, direction.u))
        return DualState(h: activation(w * x + u * previous.h + Dual(b, tangent: direction.b)))
    }
}

extension LSTMCell {
    /// One step forward with derivatives.
    public func step(_ x: Dual, _ previous: DualState, along direction: LSTMCell) -> DualState {
        let (w, u) = (DualMatrix(w, direction.w), DualMatrix(u, direction.u))
        let a = w * x + u * previous.h + Dual(b, tangent: direction.b)
        let p = Dual(p, tangent: direction.p)
        let n = hidden
        let y = activations(
            Gates(f: a[0..<n], i: a[n..<2 * n], o: a[2 * n..<3 * n], g: a[3 * n..<4 * n]), c: previous.c,
            Gates(f: p[0..<n], i: p[n..<2 * n], o: p[2 * n..<3 * n], g: p[0..<n]))
        return DualState(h: y.h, c: y.c)
    }
}

extension GRUCell {
    /// One step forward with derivatives.
    public func step(_ x: Dual, _ previous: DualState, along direction: GRUCell) -> DualState {
        let (w, u) = (DualMatrix(w, direction.w), DualMatrix(u, direction.u))
        let (b, bu) = (Dual(b, tangent: direction.b), Dual(bu, tangent: direction.bu))
        let (h, n) = (previous.h, hidden)
        let uh = u[0..<2 * n] * h
        let candidates = u[2 * n..<3 * n]
        let y = values(Gates(stacked: w * x), uh[0..<n], uh[n..<2 * n], Gates(stacked: b), h: h) {
            reset == .before ? candidates * $0 : candidates * $0 + bu
        }
        return DualState(h: y.h)
    }
}

extension GRUCell.Gates<Dual> {
    fileprivate init(stacked a: Dual) {
        let n = a.count / 3
        self.init(z: a[0..<n], r: a[n..<2 * n], n: a[2 * n..<3 * n])
    }
}
