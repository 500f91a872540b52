extension LSTMCell {
    /// Memory for a batch of sequences.
    public func makeTape(steps: Int, batch: Int, below: Tape?) -> Tape {
        let shape = LayerShape(
            inputs: inputs, hidden: hidden, gates: 4 * hidden, hasMemory: true, extraParameters: 3 * hidden,
            groups: [0..<4 * hidden])
        return Tape(shape, steps: steps, batch: batch, below: below)
    }

    /// Copies the parameters to the tape.
    public func load(to tape: Tape) { tape.weights.load(w: w, u: u, b: b, extra: p) }

    /// Takes the sums of gradients from the tape.
    public mutating func store(from tape: Tape) { tape.gradients.store(w: &w, u: &u, b: &b, extra: &p) }

    /// EQ N3.4 and N3.5 at all steps for the whole batch.
    public func forward(on tape: Tape) {
        tape.forward { t in
            multiply(tape.h.rows(tape.rows(t)), tape.weights.recurrent[0], into: tape.product)
            ForwardKernel(cell: self, tape: tape, t).sweepWidely(rows: tape.batch, units: hidden)
        }
    }

    /// The way back for the whole batch.
    public func backward(on tape: Tape, truncation: Truncation, firstStep: Int) {
        tape.backward(truncation: truncation, firstStep: firstStep) { t in
            BackwardKernel(cell: self, tape: tape, t).sweep(rows: tape.batch, units: hidden)
            multiply(tape.gates.rows(tape.rows(t)), tape.weights.recurrentBack[0], into: tape.dState)
        } sum: { rows in
            tape.add(tape.gates, tape.x, over: rows, to: tape.gradients.w.view)
            tape.add(tape.gates, tape.h, over: rows, to: tape.gradients.u.view)
            tape.propagate(tape.gates, 0, over: rows)
        }
    }

    private struct ForwardKernel: UnitKernel {
        let cell: LSTMCell
        let hidden: Int
        let stride: Int
        let gateStride: Int
        let gates: UnsafeMutablePointer<Double>
        let product: UnsafeMutablePointer<Double>
        let b: UnsafeMutablePointer<Double>
        let p: UnsafeMutablePointer<Double>
        let previous: UnsafeMutablePointer<Double>
        let c: UnsafeMutablePointer<Double>
        let s: UnsafeMutablePointer<Double>
        let h: UnsafeMutablePointer<Double>

        init(cell: LSTMCell, tape: Tape, _ t: Int) {
            let rows = tape.rows(t)
            self.cell = cell
            hidden = tape.hidden
            stride = tape.h.rowStride
            gateStride = tape.gates.rowStride
            gates = tape.gates.row(rows.lowerBound)
            product = tape.product.start
            b = tape.weights.b.view.start
            p = tape.weights.extra.view.start
            previous = tape.c.row(rows.lowerBound)
            c = tape.c.row(rows.upperBound)
            s = tape.extra.row(rows.lowerBound)
            h = tape.h.row(rows.upperBound)
        }

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row: Int, unit: Int) {
            let (at, a) = (row * stride + unit, row * gateStride + unit)
            func sum(_ gate: Int) -> V {
                V(from: gates + a + gate * hidden) + V(from: product + a + gate * hidden)
                    + V(from: b + unit + gate * hidden)
            }
            let y = cell.activations(
                Gates(f: sum(0), i: sum(1), o: sum(2), g: sum(3)), c: V(from: previous + at),
                Gates(peepholes: p + unit, hidden))
            y.f.store(to: gates + a)
            y.i.store(to: gates + a + hidden)
            y.o.store(to: gates + a + 2 * hidden)
            y.g.store(to: gates + a + 3 * hidden)
            y.c.store(to: c + at)
            y.s.store(to: s + at)
            y.h.store(to: h + at)
        }
    }

    private struct BackwardKernel: UnitKernel {
        let cell: LSTMCell
        let hidden: Int
        let stride: Int
        let gateStride: Int
        let gates: UnsafeMutablePointer<Double>
        let p: UnsafeMutablePointer<Double>
        let previous: UnsafeMutablePointer<Double>
        let c: UnsafeMutablePointer<Double>
        let s: UnsafeMutablePointer<Double>
        let h: UnsafeMutablePointer<Double>
        let dh: UnsafeMutablePointer<Double>
        let dState: UnsafeMutablePointer<Double>
        let dMemory: UnsafeMutablePointer<Double>
        let db: UnsafeMutablePointer<Double>
        let dp: UnsafeMutablePointer<Double>

        init(cell: LSTMCell, tape: Tape, _ t: Int) {
            let rows = tape.rows(t)
            self.cell = cell
            hidden = tape.hidden
            stride = tape.h.rowStride
            gateStride = tape.gates.rowStride
            gates = tape.gates.row(rows.lowerBound)
            p = tape.weights.extra.view.start
            previous = tape.c.row(rows.lowerBound)
            c = tape.c.row(rows.upperBound)
            s = tape.extra.row(rows.lowerBound)
            h = tape.h.row(rows.upperBound)
            dh = tape.dh.row(rows.lowerBound)
            dState = tape.dState.start
            dMemory = tape.dMemory.start
            db = tape.gradients.b.view.start
            dp = tape.gradients.extra.view.start
        }

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row: Int, unit: Int) {
            let (at, a) = (row * stride + unit, row * gateStride + unit)
            let y = Activations(
                f: V(from: gates + a), i: V(from: gates + a + hidden), o: V(from: gates + a + 2 * hidden),
                g: V(from: gates + a + 3 * hidden), c: V(from: c + at), s: V(from: s + at), h: V(from: h + at)
            )
            let d = cell.gradients(
                dh: V(from: dh + at) + V(from: dState + at), dc: V(from: dMemory + at), y,
                c: V(from: previous + at), Gates(peepholes: p + unit, hidden))
            func store(_ gradient: V, gate: Int) {
                gradient.store(to: gates + a + gate * hidden)
                gradient.add(to: db + unit + gate * hidden)
            }
            store(d.a.f, gate: 0)
            store(d.a.i, gate: 1)
            store(d.a.o, gate: 2)
            store(d.a.g, gate: 3)
            d.c.store(to: dMemory + at)
            if cell.form.contains(.peepholes) {
                d.p.f.add(to: dp + unit)
                d.p.i.add(to: dp + unit + hidden)
                d.p.o.add(to: dp + unit + 2 * hidden)
            }
        }
    }
}

extension LSTMCell.Gates where V: Lane {
    /// Peepholes of the three gates, `hidden` numbers apart; the candidate has none.
    @inline(__always)
    fileprivate init(peepholes p: UnsafeMutablePointer<Double>, _ hidden: Int) {
        let f = V(from: p)
        self.init(f: f, i: V(from: p + hidden), o: V(from: p + 2 * hidden), g: f)
    }
}
