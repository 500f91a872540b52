extension RNNCell {
    /// Memory for a batch of sequences.
    public func makeTape(steps: Int, batch: Int, below: Tape?) -> Tape {
        let shape = LayerShape(
            inputs: inputs, hidden: hidden, gates: hidden, hasMemory: false, extraParameters: 0,
            groups: [0..<hidden])
        return Tape(shape, steps: steps, batch: batch, below: below)
    }

    /// Copies the parameters to the tape.
    public func load(to tape: Tape) { tape.weights.load(w: w, u: u, b: b, extra: []) }

    /// Takes the sums of gradients from the tape.
    public mutating func store(from tape: Tape) {
        var none: Vector = []
        tape.gradients.store(w: &w, u: &u, b: &b, extra: &none)
    }

    /// EQ N3.1 at all steps for the whole batch.
    public func forward(on tape: Tape) {
        tape.forward { t in
            let rows = tape.rows(t)
            multiply(tape.h.rows(rows), tape.weights.recurrent[0], into: tape.product)
            ForwardKernel(
                cell: self, stride: tape.h.rowStride, wx: tape.gates.row(rows.lowerBound),
                uh: tape.product.start, b: tape.weights.b.view.start, h: tape.h.row(rows.upperBound)
            ).sweepWidely(rows: tape.batch, units: hidden)
        }
    }

    /// EQ N3.2 and N3.7 for the whole batch.
    public func backward(on tape: Tape, truncation: Truncation, firstStep: Int) {
        tape.backward(truncation: truncation, firstStep: firstStep) { t in
            let rows = tape.rows(t)
            BackwardKernel(
                cell: self, stride: tape.h.rowStride, h: tape.h.row(rows.upperBound),
                dh: tape.dh.row(rows.lowerBound), dState: tape.dState.start,
                da: tape.gates.row(rows.lowerBound), db: tape.gradients.b.view.start
            ).sweep(rows: tape.batch, units: hidden)
            multiply(tape.gates.rows(rows), tape.weights.recurrentBack[0], into: tape.dState)
        } sum: { rows in
            tape.add(tape.gates, tape.x, over: rows, to: tape.gradients.w.view)
            tape.add(tape.gates, tape.h, over: rows, to: tape.gradients.u.view)
            tape.propagate(tape.gates, 0, over: rows)
        }
    }

    private struct ForwardKernel: UnitKernel {
        let cell: RNNCell
        let stride: Int
        let wx: UnsafeMutablePointer<Double>
        let uh: UnsafeMutablePointer<Double>
        let b: UnsafeMutablePointer<Double>
        let h: UnsafeMutablePointer<Double>

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row: Int, unit: Int) {
            let at = row * stride + unit
            cell.activation(V(from: wx + at) + V(from: uh + at) + V(from: b + unit)).store(to: h + at)
        }
    }

    private struct BackwardKernel: UnitKernel {
        let cell: RNNCell
        let stride: Int
        let h: UnsafeMutablePointer<Double>
        let dh: UnsafeMutablePointer<Double>
        let dState: UnsafeMutablePointer<Double>
        let da: UnsafeMutablePointer<Double>
        let db: UnsafeMutablePointer<Double>

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row: Int, unit: Int) {
            let at = row * stride + unit
            let a = cell.preactivationGradient(V(from: dh + at) + V(from: dState + at), h: V(from: h + at))
            a.store(to: da + at)
            a.add(to: db + unit)
        }
    }
}
