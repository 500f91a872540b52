/// The memory of one layer over a batch of sequences: what the way forward writes and the way back reads.
///
/// Opaque outside the library: ``Cell/makeTape(steps:batch:below:)`` makes it, and an ``Engine`` works with it.
///
/// Time is the slowest index, then the sequence within the batch, then the unit, so that step t is a block of
/// B rows.
public class Tape<C: Cell> {
    /// How many steps are in use; a shorter sequence takes the first blocks of each buffer.
    final private(set) var steps: Int
    /// How many sequences are in use.
    final private(set) var batch: Int
    final let hidden: Int

    /// Inputs, T·B × D; in a stack they are the outputs of the layer below.
    final var x: MatrixView { below?.outputs ?? ownInputs }
    /// Hidden states, (T + 1)·B × H: the first block is the state before the first step.
    final let h: MatrixView
    /// Memories, in the same way; without columns in cells that have none.
    final let c: MatrixView

    /// Gradients of the hidden states from above: T·B × H.
    final let dh: MatrixView
    /// Gradients of the inputs, which are the `dh` of the layer below; nil where none is.
    final var dx: MatrixView? { below?.dh }
    /// Gradients that travel back with the state: B × H.
    final private(set) var dState: MatrixView
    /// Gradients that travel back with the memory.
    final private(set) var dMemory: MatrixView

    private final let room = Room()
    private final let below: Tape?
    private final let ownInputs: MatrixView
    private final let dStateRoom: MatrixView
    private final let dMemoryRoom: MatrixView
    /// After how many of the tape's steps each sequence ends; nil if none ends before the batch.
    private final var ends: [Int]?

    init(_ cell: C, steps: Int, batch: Int, below: Tape?) {
        (self.steps, self.batch, self.below) = (steps, batch, below)
        let memory = cell.initialState.c.count
        let rows = steps * batch
        hidden = cell.hidden
        ownInputs = room.matrix(below == nil ? rows : 0, cell.inputs)
        h = room.matrix(rows + batch, hidden)
        c = room.matrix(rows + batch, memory)
        dh = room.matrix(rows, hidden)
        dStateRoom = room.matrix(batch, hidden)
        dMemoryRoom = room.matrix(batch, memory)
        (dState, dMemory) = (dStateRoom, dMemoryRoom)
    }

    /// Takes over parameters: once after each update.
    func load(_ cell: C) {}

    /// All steps forward.
    func forward(_ cell: C) {}

    /// Begins a way back: nothing travels back yet, and no gradient is summed.
    func startBackward(_ cell: C) {
        dState.fill(0)
        dMemory.fill(0)
    }

    /// All steps backward; gradients of the parameters are added up.
    ///
    /// - Parameters:
    ///   - firstStep: Which step of the sequence the tape's first one is.
    ///   - fromStart: Whether the state before the tape's first step is the cell's initial state.
    func backward(_ cell: C, truncation: Truncation, firstStep: Int, fromStart: Bool) {}

    /// Hands over the sums of gradients.
    func store(to gradient: inout C) {}

    /// Makes room for so many steps of so many sequences, at most as many as the memory was made for.
    func use(steps: Int, batch: Int) {
        (self.steps, self.batch) = (steps, batch)
        (dState, dMemory) = (dStateRoom.rows(0..<batch), dMemoryRoom.rows(0..<batch))
    }

    /// Room for the state between two steps.
    final func makeCheckpoint() -> Checkpoint {
        Checkpoint(batch: batch, hidden: hidden, memory: c.columns)
    }

    /// The hidden states after each step.
    final var outputs: MatrixView { h.rows(batch..<h.rows) }

    /// The block of rows that belongs to step `t`.
    @inline(__always)
    final func rows(_ t: Int) -> Range<Int> { t * batch..<(t + 1) * batch }

    /// The rows of all steps in use.
    final func used(_ view: MatrixView) -> MatrixView { view.rows(0..<steps * batch) }

    /// Takes over the steps in use from step `first` on; what lies behind the end of a sequence counts as zeros.
    final func copyInputs(_ inputs: Sequences, from first: Int) {
        let width = inputs.width
        inputs.elements.withUnsafeBufferPointer {
            guard let start = $0.baseAddress else { return }
            for row in 0..<steps * batch {
                x.row(row).update(from: start + (first * batch + row) * width, count: width)
            }
        }
        guard let ends else { return }
        for t in 0..<steps {
            for b in 0..<batch where t >= ends[b] { x.row(t * batch + b).update(repeating: 0, count: width) }
        }
    }

    /// Says where sequences end; `first` is the tape's first step.
    final func end(_ lengths: [Int]?, from first: Int) { ends = lengths?.map { $0 - first } }

    /// Takes the states of sequences that have ended back to zero, so that nothing can grow behind their ends.
    @inline(__always)
    final func clearStates(afterEnds t: Int) {
        guard let ends else { return }
        for b in 0..<batch where t >= ends[b] {
            h.rows((t + 1) * batch + b..<(t + 1) * batch + b + 1).fill(0)
            c.rows((t + 1) * batch + b..<(t + 1) * batch + b + 1).fill(0)
        }
    }

    /// The step, of those in use, after which sequence `b` ends; nil if it does so earlier or later.
    final func lastStep(of b: Int, isLastSegment: Bool) -> Int? {
        guard let ends else { return isLastSegment ? steps - 1 : nil }
        return (1...steps).contains(ends[b]) ? ends[b] - 1 : nil
    }
}

/// Zeroed memory that one owner allocates once.
final class Room {
    private var buffers: [MatrixBuffer] = []

    func matrix(_ rows: Int, _ columns: Int) -> MatrixView {
        // Rows a power of two apart would compete for the same lines of the cache.
        let stride = columns.isMultiple(of: 64) ? columns + 8 : columns
        let buffer = MatrixBuffer(rows, stride)
        buffers.append(buffer)
        return MatrixView(buffer.view.start, rows, columns, stride: stride)
    }
}
