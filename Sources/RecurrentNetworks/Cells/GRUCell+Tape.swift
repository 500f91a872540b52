extension GRUCell {
    /// Memory for a batch of sequences.
    public func makeTape(steps: Int, batch: Int, below: Tape?) -> Tape {
        let shape = LayerShape(
            inputs: inputs, hidden: hidden, gates: 3 * hidden, hasMemory: false, extraParameters: hidden,
            groups: [0..<2 * hidden, 2 * hidden..<3 * hidden])
        return Tape(shape, steps: steps, batch: batch, below: below)
    }

    /// Copies the parameters to the tape.
    public func load(to tape: Tape) { tape.weights.load(w: w, u: u, b: b, extra: bu) }

    /// Takes the sums of gradients from the tape.
    public mutating func store(from tape: Tape) { tape.gradients.store(w: &w, u: &u, b: &b, extra: &bu) }

    /// EQ N3.6 at all steps for the whole batch.
    public func forward(on tape: Tape) {
        let weights = tape.weights.recurrent
        let gates = tape.product.columns(0..<2 * hidden)
        let candidate = tape.product.columns(2 * hidden..<3 * hidden)
        tape.forward { t in
            let rows = tape.rows(t)
            let memory = Memory(tape, t)
            multiply(tape.h.rows(rows), weights[0], into: gates)
            if reset == .after { multiply(tape.h.rows(rows), weights[1], into: candidate) }
            GateKernel(cell: self, at: memory).sweepWidely(rows: tape.batch, units: hidden)
            if reset == .before { multiply(tape.extra.rows(rows), weights[1], into: candidate) }
            OutputKernel(cell: self, at: memory).sweepWidely(rows: tape.batch, units: hidden)
        }
    }

    /// The way back for the whole batch.
    public func backward(on tape: Tape, truncation: Truncation, firstStep: Int) {
        let weights = tape.weights.recurrentBack
        let (dw, du) = (tape.gradients.w.view, tape.gradients.u.view)
        let gates = tape.gates.columns(0..<2 * hidden)
        let candidate = tape.gates.columns(2 * hidden..<3 * hidden)
        tape.backward(truncation: truncation, firstStep: firstStep) { t in
            let rows = tape.rows(t)
            let memory = Memory(tape, t)
            BlendBackKernel(cell: self, at: memory).sweep(rows: tape.batch, units: hidden)
            if reset == .before {
                multiply(candidate.rows(rows), weights[1], into: tape.scratch.1)
                ResetBackKernel(cell: self, at: memory).sweep(rows: tape.batch, units: hidden)
            }
            multiply(gates.rows(rows), weights[0], into: tape.scratch.0)
            if reset == .after {
                multiply(candidate.rows(rows), weights[1], into: tape.scratch.0, adding: true)
            }
            CarryKernel(cell: self, at: memory).sweep(rows: tape.batch, units: hidden)
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

    /// Where the values of one step are.
    private struct Memory {
        let hidden: Int
        let stride: Int
        let gateStride: Int
        /// z, r and h̃, `3H` to a row; on the way back their gradients.
        let gates: UnsafeMutablePointer<Double>
        let product: UnsafeMutablePointer<Double>
        let b: UnsafeMutablePointer<Double>
        let bu: UnsafeMutablePointer<Double>
        let previous: UnsafeMutablePointer<Double>
        let h: UnsafeMutablePointer<Double>
        /// $r \odot h$, or $U h + b_u$; on the way back, in the form ``Reset/after``, the gradient of h̃.
        let extra: UnsafeMutablePointer<Double>
        let dh: UnsafeMutablePointer<Double>
        let dState: UnsafeMutablePointer<Double>
        let scratch: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>)
        let db: UnsafeMutablePointer<Double>
        let dbu: UnsafeMutablePointer<Double>

        init(_ tape: Tape, _ t: Int) {
            let rows = tape.rows(t)
            hidden = tape.hidden
            stride = tape.h.rowStride
            gateStride = tape.gates.rowStride
            gates = tape.gates.row(rows.lowerBound)
            product = tape.product.start
            b = tape.weights.b.view.start
            bu = tape.weights.extra.view.start
            previous = tape.h.row(rows.lowerBound)
            h = tape.h.row(rows.upperBound)
            extra = tape.extra.row(rows.lowerBound)
            dh = tape.dh.row(rows.lowerBound)
            dState = tape.dState.start
            scratch = (tape.scratch.0.start, tape.scratch.1.start)
            db = tape.gradients.b.view.start
            dbu = tape.gradients.extra.view.start
        }
    }

    private struct GateKernel: UnitKernel {
        let cell: GRUCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row: Int, unit: Int) {
            let n = at.hidden
            let (one, three) = (row * at.stride + unit, row * at.gateStride + unit)
            func gate(_ k: Int) -> V {
                sigmoid(
                    V(from: at.gates + three + k) + V(from: at.product + three + k) + V(from: at.b + unit + k)
                )
            }
            let r = gate(n)
            gate(0).store(to: at.gates + three)
            r.store(to: at.gates + three + n)
            switch cell.reset {
            case .before: (r ⊙ V(from: at.previous + one)).store(to: at.extra + one)
            case .after:
                (V(from: at.product + three + 2 * n) + V(from: at.bu + unit)).store(to: at.extra + one)
            }
        }
    }

    private struct OutputKernel: UnitKernel {
        let cell: GRUCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row: Int, unit: Int) {
            let n = at.hidden
            let (one, three) = (row * at.stride + unit, row * at.gateStride + unit)
            let product = V(from: cell.reset == .before ? at.product + three + 2 * n : at.extra + one)
            let candidate = cell.candidate(
                V(from: at.gates + three + 2 * n), product, r: V(from: at.gates + three + n),
                b: V(from: at.b + unit + 2 * n))
            candidate.store(to: at.gates + three + 2 * n)
            cell.blend(V(from: at.gates + three), V(from: at.previous + one), candidate).store(to: at.h + one)
        }
    }

    private struct BlendBackKernel: UnitKernel {
        let cell: GRUCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row: Int, unit: Int) {
            let n = at.hidden
            let (one, three) = (row * at.stride + unit, row * at.gateStride + unit)
            let r = V(from: at.gates + three + n)
            let (az, an, direct) = cell.blendGradients(
                dh: V(from: at.dh + one) + V(from: at.dState + one), z: V(from: at.gates + three),
                h: V(from: at.previous + one), candidate: V(from: at.gates + three + 2 * n))
            direct.store(to: at.dState + one)
            az.store(to: at.gates + three)
            az.add(to: at.db + unit)
            an.add(to: at.db + unit + 2 * n)
            switch cell.reset {
            case .before: an.store(to: at.gates + three + 2 * n)
            case .after:
                let product = an ⊙ r
                let ar = an ⊙ V(from: at.extra + one) ⊙ sigmoidSlope(r)
                ar.store(to: at.gates + three + n)
                ar.add(to: at.db + unit + n)
                product.store(to: at.gates + three + 2 * n)
                product.add(to: at.dbu + unit)
                an.store(to: at.extra + one)
            }
        }
    }

    /// The reset gate of the form ``Reset/before``, once the gradient of $r \odot h$ is known.
    private struct ResetBackKernel: UnitKernel {
        let cell: GRUCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row: Int, unit: Int) {
            let n = at.hidden
            let (one, three) = (row * at.stride + unit, row * at.gateStride + unit)
            let r = V(from: at.gates + three + n)
            let resetState = V(from: at.scratch.1 + one)
            let ar = resetState ⊙ V(from: at.previous + one) ⊙ sigmoidSlope(r)
            ar.store(to: at.gates + three + n)
            ar.add(to: at.db + unit + n)
            (resetState ⊙ r).store(to: at.scratch.1 + one)
        }
    }

    /// The three ways back to the previous state, added up.
    private struct CarryKernel: UnitKernel {
        let cell: GRUCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row: Int, unit: Int) {
            let one = row * at.stride + unit
            var recurrent = V(from: at.scratch.0 + one)
            if cell.reset == .before { recurrent = recurrent + V(from: at.scratch.1 + one) }
            (V(from: at.dState + one) + recurrent).store(to: at.dState + one)
        }
    }
}
