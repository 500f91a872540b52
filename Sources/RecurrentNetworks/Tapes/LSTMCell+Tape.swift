extension LSTMCell: BatchedCell {
    /// Memory on which a batch runs all at once.
    public func makeTape(steps: Int, batch: Int, below: Tape<LSTMCell>?) -> Tape<LSTMCell> {
        BatchTape(self, steps: steps, batch: batch, below: below)
    }

    var layout: LayerLayout {
        LayerLayout(gates: 4 * hidden, extraParameters: 3 * hidden, groups: [0..<4 * hidden])
    }

    func load(to tape: BatchTape<LSTMCell>) { tape.weights.load(w: w, u: u, b: b, extra: p) }

    mutating func store(from tape: BatchTape<LSTMCell>) {
        tape.gradients.store(w: &w, u: &u, b: &b, extra: &p)
    }

    /// EQ N3.4 and N3.5
    func forward(on tape: BatchTape<LSTMCell>) {
        tape.forward { t in
            multiply(tape.h.rows(tape.rows(t)), tape.weights.recurrent[0], into: tape.product)
            ForwardKernel(cell: self, at: Memory(tape, t)).sweepWidely(rows: tape.batch, units: hidden)
        }
    }

    /// The way back.
    func backward(on tape: BatchTape<LSTMCell>, truncation: Truncation, firstStep: Int) {
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
        /// $W x$ of the four gates, then their values, then the gradients of their pre-activations.
        let gates: Gates<MatrixView>
        let product: Gates<MatrixView>
        let b: Gates<MatrixView>
        let p: Gates<MatrixView>
        let previous: MatrixView
        let c: MatrixView
        let s: MatrixView
        let h: MatrixView
        let dh: MatrixView
        let dState: MatrixView
        let dMemory: MatrixView
        let db: Gates<MatrixView>
        let dp: Gates<MatrixView>

        init(_ tape: BatchTape<LSTMCell>, _ t: Int) {
            let (rows, n) = (tape.rows(t), tape.hidden)
            gates = Gates(stacked: tape.gates.rows(rows), n)
            product = Gates(stacked: tape.product, n)
            b = Gates(stacked: tape.weights.b.view.repeated, n)
            p = Gates(peepholes: tape.weights.extra.view.repeated, n)
            previous = tape.c.rows(rows)
            c = tape.c.rows(tape.rows(t + 1))
            s = tape.extra.rows(rows)
            h = tape.h.rows(tape.rows(t + 1))
            dh = tape.dh.rows(rows)
            dState = tape.dState
            dMemory = tape.dMemory
            db = Gates(stacked: tape.gradients.b.view.repeated, n)
            dp = Gates(peepholes: tape.gradients.extra.view.repeated, n)
        }
    }

    private struct ForwardKernel: UnitKernel {
        let cell: LSTMCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row i: Int, unit j: Int) {
            let (wx, uh): (Gates<V>, Gates<V>) = (at.gates[i, j], at.product[i, j])
            let b: Gates<V> = at.b[i, j]
            let a = Gates(
                f: wx.f + uh.f + b.f, i: wx.i + uh.i + b.i, o: wx.o + uh.o + b.o, g: wx.g + uh.g + b.g)
            let y = cell.activations(a, c: at.previous[i, j], at.p[i, j])
            at.gates[i, j] = Gates(f: y.f, i: y.i, o: y.o, g: y.g)
            at.c[i, j] = y.c
            at.s[i, j] = y.s
            at.h[i, j] = y.h
        }
    }

    private struct BackwardKernel: UnitKernel {
        let cell: LSTMCell
        let at: Memory

        @inline(__always)
        func apply<V: Lane>(_: V.Type, row i: Int, unit j: Int) {
            let gates: Gates<V> = at.gates[i, j]
            let y = Activations<V>(
                f: gates.f, i: gates.i, o: gates.o, g: gates.g, c: at.c[i, j], s: at.s[i, j], h: at.h[i, j])
            let (dh, dState): (V, V) = (at.dh[i, j], at.dState[i, j])
            let d = cell.gradients(
                dh: dh + dState, dc: at.dMemory[i, j], y, c: at.previous[i, j], at.p[i, j])
            at.gates[i, j] = d.a
            at.db.f.add(d.a.f, i, j)
            at.db.i.add(d.a.i, i, j)
            at.db.o.add(d.a.o, i, j)
            at.db.g.add(d.a.g, i, j)
            at.dMemory[i, j] = d.c
            if cell.form.contains(.peepholes) {
                at.dp.f.add(d.p.f, i, j)
                at.dp.i.add(d.p.i, i, j)
                at.dp.o.add(d.p.o, i, j)
            }
        }
    }
}

extension LSTMCell.Gates<MatrixView> {
    /// Four blocks of columns, of `size` each.
    fileprivate init(stacked view: MatrixView, _ size: Int) {
        self.init(
            f: view.gate(0, size), i: view.gate(1, size), o: view.gate(2, size), g: view.gate(3, size))
    }

    /// Peepholes of the three gates; the candidate has none.
    fileprivate init(peepholes view: MatrixView, _ size: Int) {
        self.init(
            f: view.gate(0, size), i: view.gate(1, size), o: view.gate(2, size), g: view.gate(0, size))
    }

    @inline(__always)
    fileprivate subscript<L: Lane>(i: Int, j: Int) -> LSTMCell.Gates<L> {
        get { LSTMCell.Gates<L>(f: f[i, j], i: self.i[i, j], o: o[i, j], g: g[i, j]) }
        nonmutating set {
            f[i, j] = newValue.f
            self.i[i, j] = newValue.i
            o[i, j] = newValue.o
            g[i, j] = newValue.g
        }
    }
}
