/// The state of a layer between two steps, for each sequence of a batch.
final class Checkpoint {
    private let h: MatrixBuffer
    private let c: MatrixBuffer

    init(_ tape: Tape) {
        h = MatrixBuffer(tape.batch, tape.hidden)
        c = MatrixBuffer(tape.c.rows == 0 ? 0 : tape.batch, tape.hidden)
    }

    func clear() {
        h.view.fill(0)
        c.view.fill(0)
    }

    func copy(_ other: Checkpoint) {
        h.view.copy(other.h.view)
        c.view.copy(other.c.view)
    }

    /// Makes this the state before the tape's first step.
    func restore(to tape: Tape) {
        tape.h.rows(0..<h.view.rows).copy(h.view)
        tape.c.rows(0..<c.view.rows).copy(c.view)
    }

    /// Keeps the state after the tape's last step.
    func keepEnd(of tape: Tape) {
        let rows = tape.steps * tape.batch
        h.view.copy(tape.h.rows(rows..<rows + h.view.rows))
        c.view.copy(tape.c.rows(c.view.rows == 0 ? 0..<0 : rows..<rows + c.view.rows))
    }
}
