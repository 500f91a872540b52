/// The state of a layer between two steps, for each sequence of a batch.
final class Checkpoint {
    let h: MatrixView
    let c: MatrixView
    private let memory: (MatrixBuffer, MatrixBuffer)

    init(batch: Int, hidden: Int, memory: Int) {
        self.memory = (MatrixBuffer(batch, hidden), MatrixBuffer(batch, memory))
        (h, c) = (self.memory.0.view, self.memory.1.view)
    }

    /// The same state for all sequences.
    func set(_ state: State) {
        for b in 0..<h.rows { set(b, to: state) }
    }

    func set(_ b: Int, to state: State) {
        h.set(b, to: state.h)
        c.set(b, to: state.c)
    }

    /// The state of sequence `b`.
    func state(_ b: Int) -> State { State(h: Vector(row: b, of: h), c: Vector(row: b, of: c)) }

    func copy(_ other: Checkpoint) {
        h.copy(other.h)
        c.copy(other.c)
    }

    /// Makes this the state before the tape's first step.
    func restore<C: Cell>(to tape: Tape<C>) {
        let rows = 0..<tape.batch
        tape.h.rows(rows).copy(h.rows(rows))
        tape.c.rows(rows).copy(c.rows(rows))
    }

    /// Keeps the state after the tape's last step.
    func keepEnd<C: Cell>(of tape: Tape<C>) {
        let rows = 0..<tape.batch
        let last = tape.steps * tape.batch..<(tape.steps + 1) * tape.batch
        h.rows(rows).copy(tape.h.rows(last))
        c.rows(rows).copy(tape.c.rows(last))
    }

    /// Keeps the state of sequence `b` after step `t` of the tape.
    func keep<C: Cell>(_ b: Int, after t: Int, of tape: Tape<C>) {
        let row = (t + 1) * tape.batch + b
        h.rows(b..<b + 1).copy(tape.h.rows(row..<row + 1))
        c.rows(b..<b + 1).copy(tape.c.rows(row..<row + 1))
    }
}
