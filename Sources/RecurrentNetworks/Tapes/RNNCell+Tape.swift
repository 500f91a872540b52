extension RNNCell: BatchedCell {
    /// Memory on which a batch runs all at once.
    public func makeTape(steps: Int, batch: Int, below: Tape<RNNCell>?) -> Tape<RNNCell> {
        BatchTape(self, steps: steps, batch: batch, below: below)
    }

    var layout: LayerLayout { LayerLayout(gates: hidden, extraParameters: 0, groups: [0..<hidden]) }

    func load(to tape: BatchTape<RNNCell>) { tape.weights.load(w: w, u: u, b: b, extra: []) }

    mutating func store(from tape: BatchTape<RNNCell>) {
        var none: Vector = []
        tape.gradients.store(w: &w, u: &u, b: &b, extra: &none)
    }

    /// EQ N3.1
    func forward(on tape: BatchTape<RNNCell>) {
        tape.forward { t in
            multiply(tape.h.rows(tape.rows(t)), tape.weights.recurrent[0], into: tape.product)
            ForwardKernel(cell: self, at: Memory(tape, t)).sweepWidely(rows: tape.batch, units: hidden)
        }
    }

    /// EQ N3.2 and N3.7
    func backward(on tape: BatchTape<RNNCell>, truncation: Truncation, firstStep: Int) {
        tape.backward(truncation: truncation, firstStep: firstStep) { t in
            BackwardKernel(cell: self, at: Memory(tape, t)).sweep(rows: tape.batch, units: hidden)
            multiply(tape.gates.rows(tape.rows(t)), tape.weights.recurrentBack[0], into: tape.dState)
        } sum: { rows in
            tape.add(tape.gates, tape.x, over: rows, to: tape.gradients.w.view)
            tape.add(tape.gates, tape.h, over: rows, to: tape.gradients.u.view)
            tape.propagate(tape.gates, 0, over: rows)
        }
    }

    /// The values of one step, a row for each sequence.
    private struct Memory {
        /// $W x$, then the gradient of the pre-activation.
        let a: MatrixView
        let product: MatrixView
        let b: MatrixView
        let h: MatrixView
        let dh: MatrixView
        let dState: MatrixView
        let db: MatrixView

        init(_ tape: BatchTape<RNNCell>, _ t: Int) {
            a = tape.gates.rows(tape.rows(t))
            product = tape.product
            b = tape.weights.b.view.repeated
            h = tape.h.rows(tape.rows(t + 1))
            dh = tape.dh.rows(tape.rows(t))
            dState = tape.dState
            db = tape.gradients.b.view.repeated
        }
    }

    private struct ForwardKernel: UnitKernel {
        let cell: RNNCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row i: Int, unit j: Int) {
            let (wx, uh, b): (V, V, V) = (at.a[i, j], at.product[i, j], at.b[i, j])
            at.h[i, j] = cell.activation(wx + uh + b)
        }
    }

    private struct BackwardKernel: UnitKernel {
        let cell: RNNCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row i: Int, unit j: Int) {
            let (dh, dState): (V, V) = (at.dh[i, j], at.dState[i, j])
            let a = cell.preactivationGradient(dh + dState, h: at.h[i, j])
            at.a[i, j] = a
            at.db.add(a, i, j)
        }
    }
}
