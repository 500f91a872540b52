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
        let (wx, uh) = (w * x, u[0..<2 * n] * h)
        let z = sigmoid(wx[0..<n] + uh[0..<n] + b[0..<n])
        let r = sigmoid(wx[n..<2 * n] + uh[n..<2 * n] + b[n..<2 * n])
        let product =
            switch reset {
            case .before: u[2 * n..<3 * n] * (r ⊙ h)
            case .after: u[2 * n..<3 * n] * h + bu
            }
        let candidate = candidate(wx[2 * n..<3 * n], product, r: r, b: b[2 * n..<3 * n])
        return DualState(h: blend(z, h, candidate))
    }
}
