/// The state of a layer between two steps, for each sequence of a batch.
final class Checkpoint {
    let h: MatrixBuffer
    private let c: MatrixBuffer

    init(batch: Int, hidden: Int, memory: Int) {
        h = MatrixBuffer(batch, hidden)
        c = MatrixBuffer(batch, memory)
    }

    /// The same state for all sequences.
    func set(_ state: State) {
        for b in 0..<h.view.rows {
            h.view.set(b, to: state.h)
            c.view.set(b, to: state.c)
        }
    }

    func copy(_ other: Checkpoint) {
        h.view.copy(other.h.view)
        c.view.copy(other.c.view)
    }

    /// Makes this the state before the tape's first step.
    func restore<C: Cell>(to tape: Tape<C>) {
        let rows = 0..<tape.batch
        tape.h.rows(rows).copy(h.view.rows(rows))
        tape.c.rows(rows).copy(c.view.rows(rows))
    }

    /// Keeps the state after the tape's last step.
    func keepEnd<C: Cell>(of tape: Tape<C>) {
        let rows = 0..<tape.batch
        let last = tape.steps * tape.batch..<(tape.steps + 1) * tape.batch
        h.view.rows(rows).copy(tape.h.rows(last))
        c.view.rows(rows).copy(tape.c.rows(last))
    }

    /// Keeps the state of sequence `b` after step `t` of the tape.
    func keep<C: Cell>(_ b: Int, after t: Int, of tape: Tape<C>) {
        let row = (t + 1) * tape.batch + b
        h.view.rows(b..<b + 1).copy(tape.h.rows(row..<row + 1))
        c.view.rows(b..<b + 1).copy(tape.c.rows(row..<row + 1))
    }
}
