/// The memory of a layer whose cell goes one step of one sequence at a time: enough for any cell, and the measure
/// of the fast ones.
final class StepTape<C: Cell>: Tape<C> {
    /// What each step of each sequence remembers, in the order of the rows.
    private var caches: [C.Cache] = []
    private var gradient: C

    override init(_ cell: C, steps: Int, batch: Int, below: Tape<C>?) {
        gradient = cell.zeros
        super.init(cell, steps: steps, batch: batch, below: below)
    }

    override func forward(_ cell: C) {
        caches.removeAll(keepingCapacity: true)
        for t in 0..<steps {
            for row in rows(t) {
                let (state, cache) = cell.step(
                    Vector(row: row, of: x), State(h: Vector(row: row, of: h), c: Vector(row: row, of: c)))
                h.set(row + batch, to: state.h)
                c.set(row + batch, to: state.c)
                caches.append(cache)
            }
            clearStates(afterEnds: t)
        }
    }

    override func startBackward(_ cell: C) {
        super.startBackward(cell)
        gradient = cell.zeros
    }

    override func backward(_ cell: C, truncation: Truncation, firstStep: Int, fromStart: Bool) {
        for t in (0..<steps).reversed() {
            let factor = truncation.factor(before: firstStep + t)
            for b in (0..<batch).reversed() {
                let row = t * batch + b
                let d = State(
                    h: Vector(row: row, of: dh) + Vector(row: b, of: dState), c: Vector(row: b, of: dMemory))
                let back = cell.stepBack(d, caches[row], into: &gradient)
                dx?.set(row, to: back.x)
                if t == 0 && fromStart { cell.startBack(back.previous, into: &gradient) }
                dState.set(b, to: back.previous.h)
                dMemory.set(b, to: back.previous.c)
            }
            if factor != 1 {
                dState.scale(by: factor)
                dMemory.scale(by: factor)
            }
        }
    }

    override func store(to gradient: inout C) { gradient = self.gradient }
}
