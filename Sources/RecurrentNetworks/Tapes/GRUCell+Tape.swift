extension GRUCell: BatchedCell {
    /// Memory on which a batch runs all at once.
    public func makeTape(steps: Int, batch: Int, below: Tape<GRUCell>?) -> Tape<GRUCell> {
        BatchTape(self, steps: steps, batch: batch, below: below)
    }

    var layout: LayerLayout {
        LayerLayout(
            gates: 3 * hidden, extraParameters: hidden, groups: [0..<2 * hidden, 2 * hidden..<3 * hidden])
    }

    func load(to tape: BatchTape<GRUCell>) { tape.weights.load(w: w, u: u, b: b, extra: bu) }

    mutating func store(from tape: BatchTape<GRUCell>) {
        tape.gradients.store(w: &w, u: &u, b: &b, extra: &bu)
    }

    /// EQ N3.6
    func forward(on tape: BatchTape<GRUCell>) {
        let weights = tape.weights.recurrent
        let gates = tape.product.columns(0..<2 * hidden)
        let candidate = tape.product.gate(2, hidden)
        tape.forward { t in
            let (rows, at) = (tape.rows(t), Memory(tape, t))
            multiply(tape.h.rows(rows), weights[0], into: gates)
            if reset == .after { multiply(tape.h.rows(rows), weights[1], into: candidate) }
            GateKernel(cell: self, at: at).sweepWidely(rows: tape.batch, units: hidden)
            if reset == .before { multiply(tape.extra.rows(rows), weights[1], into: candidate) }
            OutputKernel(cell: self, at: at).sweepWidely(rows: tape.batch, units: hidden)
        }
    }

    /// The way back.
    func backward(on tape: BatchTape<GRUCell>, truncation: Truncation, firstStep: Int) {
        let weights = tape.weights.recurrentBack
        let (dw, du) = (tape.gradients.w.view, tape.gradients.u.view)
        let gates = tape.gates.columns(0..<2 * hidden)
        let candidate = tape.gates.gate(2, hidden)
        tape.backward(truncation: truncation, firstStep: firstStep) { t in
            let (rows, at) = (tape.rows(t), Memory(tape, t))
            BlendBackKernel(cell: self, at: at).sweep(rows: tape.batch, units: hidden)
            if reset == .before {
                multiply(candidate.rows(rows), weights[1], into: tape.scratch.1)
                ResetBackKernel(cell: self, at: at).sweep(rows: tape.batch, units: hidden)
            }
            multiply(gates.rows(rows), weights[0], into: tape.scratch.0)
            if reset == .after {
                multiply(candidate.rows(rows), weights[1], into: tape.scratch.0, adding: true)
            }
            CarryKernel(cell: self, at: at).sweep(rows: tape.batch, units: hidden)
        } sum: { rows in
            switch reset {
            case .before:
                tape.add(tape.gates, tape.x, over: rows, to: dw)
                tape.add(gates, tape.h, over: rows, to: du.rows(0..<2 * hidden))
                tape.add(candidate, tape.extra, over: rows, to: du.rows(2 * hidden..<3 * hidden))
            case .after:
                tape.add(gates, tape.x, over: rows, to: dw.rows(0..<2 * hidden))
                tape.add(tape.extra, tape.x, over: rows, to: dw.rows(2 * hidden..<3 * hidden))
                tape.add(tape.gates, tape.h, over: rows, to: du)
            }
            tape.propagate(gates, 0, over: rows)
            tape.propagate(reset == .before ? candidate : tape.extra, 1, over: rows)
        }
    }

    /// The values of one step, a row for each sequence.
    private struct Memory {
        /// $W x$ of z, r and h̃, then their values; on the way back their gradients.
        let gates: Gates<MatrixView>
        let product: Gates<MatrixView>
        let b: Gates<MatrixView>
        let bu: MatrixView
        let previous: MatrixView
        let h: MatrixView
        /// $r \odot h$, or $U h + b_u$; on the way back, in the form ``Reset/after``, the gradient of h̃.
        let extra: MatrixView
        let dh: MatrixView
        let dState: MatrixView
        let scratch: (MatrixView, MatrixView)
        let db: Gates<MatrixView>
        let dbu: MatrixView

        init(_ tape: BatchTape<GRUCell>, _ t: Int) {
            let (rows, n) = (tape.rows(t), tape.hidden)
            gates = Gates(stacked: tape.gates.rows(rows), n)
            product = Gates(stacked: tape.product, n)
            b = Gates(stacked: tape.weights.b.view.repeated, n)
            bu = tape.weights.extra.view.repeated
            previous = tape.h.rows(rows)
            h = tape.h.rows(tape.rows(t + 1))
            extra = tape.extra.rows(rows)
            dh = tape.dh.rows(rows)
            dState = tape.dState
            scratch = tape.scratch
            db = Gates(stacked: tape.gradients.b.view.repeated, n)
            dbu = tape.gradients.extra.view.repeated
        }
    }

    private struct GateKernel: UnitKernel {
        let cell: GRUCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row i: Int, unit j: Int) {
            let z: V = cell.gate(at.gates.z[i, j], at.product.z[i, j], at.b.z[i, j])
            let r: V = cell.gate(at.gates.r[i, j], at.product.r[i, j], at.b.r[i, j])
            at.gates.z[i, j] = z
            at.gates.r[i, j] = r
            switch cell.reset {
            case .before: at.extra[i, j] = r ⊙ at.previous[i, j]
            case .after:
                let (product, bias): (V, V) = (at.product.n[i, j], at.bu[i, j])
                at.extra[i, j] = product + bias
            }
        }
    }

    private struct OutputKernel: UnitKernel {
        let cell: GRUCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row i: Int, unit j: Int) {
            let product = cell.reset == .before ? at.product.n : at.extra
            let candidate: V = cell.candidate(
                at.gates.n[i, j], product[i, j], r: at.gates.r[i, j], b: at.b.n[i, j])
            at.gates.n[i, j] = candidate
            at.h[i, j] = cell.blend(at.gates.z[i, j], at.previous[i, j], candidate)
        }
    }

    private struct BlendBackKernel: UnitKernel {
        let cell: GRUCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row i: Int, unit j: Int) {
            let (dh, dState): (V, V) = (at.dh[i, j], at.dState[i, j])
            let (az, an, direct) = cell.blendGradients(
                dh: dh + dState, z: at.gates.z[i, j], h: at.previous[i, j], candidate: at.gates.n[i, j])
            at.dState[i, j] = direct
            at.gates.z[i, j] = az
            at.db.z.add(az, i, j)
            at.db.n.add(an, i, j)
            switch cell.reset {
            case .before: at.gates.n[i, j] = an
            case .after:
                let (ar, product) = cell.resetGradients(an, of: at.extra[i, j], r: at.gates.r[i, j])
                at.gates.r[i, j] = ar
                at.db.r.add(ar, i, j)
                at.gates.n[i, j] = product
                at.dbu.add(product, i, j)
                at.extra[i, j] = an
            }
        }
    }

    /// The reset gate of the form ``Reset/before``, once the gradient of $r \odot h$ is known.
    private struct ResetBackKernel: UnitKernel {
        let cell: GRUCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row i: Int, unit j: Int) {
            let (ar, state): (V, V) = cell.resetGradients(
                at.scratch.1[i, j], of: at.previous[i, j], r: at.gates.r[i, j])
            at.gates.r[i, j] = ar
            at.db.r.add(ar, i, j)
            at.scratch.1[i, j] = state
        }
    }

    /// The three ways back to the previous state, added up.
    private struct CarryKernel: UnitKernel {
        let cell: GRUCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row i: Int, unit j: Int) {
            let direct: V = at.dState[i, j]
            var recurrent: V = at.scratch.0[i, j]
            if cell.reset == .before { recurrent = recurrent + at.scratch.1[i, j] }
            at.dState[i, j] = direct + recurrent
        }
    }
}

extension GRUCell.Gates<MatrixView> {
    /// Three blocks of columns, of `size` each.
    fileprivate init(stacked view: MatrixView, _ size: Int) {
        self.init(z: view.gate(0, size), r: view.gate(1, size), n: view.gate(2, size))
    }
}
