/// The memory of one layer over a batch of sequences: what the way forward writes and the way back reads.
///
/// All of it is allocated once. Time is the slowest index, then the sequence within the batch, then the
/// unit, so that step t is a block of B rows. The weights are copied here in an order that suits products,
/// and their gradients are summed here until the batch is done.
public final class Tape {
    /// How many steps are in use; a shorter sequence takes the first blocks of each buffer.
    var steps: Int
    let batch: Int
    let hidden: Int

    /// Inputs, T·B × D; in a stack they are the outputs of the layer below.
    let x: MatrixView
    /// Pre-activations, then the values of the gates, then the gradients of the pre-activations: T·B × G.
    let gates: MatrixView
    /// One more value of each unit for the way back: T·B × H.
    let extra: MatrixView
    /// Hidden states, (T + 1)·B × H: the first block is the state before the first step.
    let h: MatrixView
    /// Memories, in the same way.
    let c: MatrixView

    /// Gradients of the hidden states from above: T·B × H.
    let dh: MatrixView
    /// Gradients of the inputs, which are the `dh` of the layer below; nil where none is.
    let dx: MatrixView?
    /// Gradients that travel back with the state: B × H.
    let dState: MatrixView
    /// Gradients that travel back with the memory: B × H.
    let dMemory: MatrixView
    /// Products of one step: B × G, and twice B × H.
    let product: MatrixView
    let scratch: (MatrixView, MatrixView)

    let weights: TapeWeights
    let gradients: TapeGradients
    let workspace = ProductWorkspace()
    private let buffers: [MatrixBuffer]

    init(_ shape: LayerShape, steps: Int, batch: Int, below: Tape?) {
        self.steps = steps
        self.batch = batch
        hidden = shape.hidden
        var buffers: [MatrixBuffer] = []
        func room(_ rows: Int, _ columns: Int) -> MatrixView {
            let stride = Tape.stride(columns)
            buffers.append(MatrixBuffer(rows, stride))
            return MatrixView(buffers[buffers.count - 1].view.start, rows, columns, stride: stride)
        }
        let rows = steps * batch
        x = below?.outputs ?? room(rows, shape.inputs)
        gates = room(rows, shape.gates)
        extra = room(rows, shape.hidden)
        h = room(rows + batch, shape.hidden)
        c = shape.hasMemory ? room(rows + batch, shape.hidden) : room(0, shape.hidden)
        dh = room(rows, shape.hidden)
        dx = below?.dh
        dState = room(batch, shape.hidden)
        dMemory = room(batch, shape.hidden)
        product = room(batch, shape.gates)
        scratch = (room(batch, shape.hidden), room(batch, shape.hidden))
        self.buffers = buffers
        weights = TapeWeights(shape)
        gradients = TapeGradients(shape)
    }

    /// The hidden states after each step.
    var outputs: MatrixView { h.rows(batch..<h.rows) }

    /// The block of rows that belongs to step `t`.
    @inline(__always)
    func rows(_ t: Int) -> Range<Int> { t * batch..<(t + 1) * batch }

    /// From one row to the next: rows a power of two apart would compete for the same lines of the cache.
    private static func stride(_ columns: Int) -> Int { columns.isMultiple(of: 64) ? columns + 8 : columns }

    /// Takes over `steps` steps of a batch.
    func copyInputs(_ inputs: Sequences, from first: Int, steps: Int) {
        let width = inputs.width
        inputs.elements.withUnsafeBufferPointer {
            guard let start = $0.baseAddress else { return }
            for row in 0..<steps * batch {
                x.row(row).update(from: start + (first * batch + row) * width, count: width)
            }
        }
    }

    /// Nothing travels back yet, and no gradient is summed.
    func clearGradients() {
        dState.fill(0)
        dMemory.fill(0)
        gradients.clear()
    }

    /// The rows of all steps in use.
    func used(_ view: MatrixView) -> MatrixView { view.rows(0..<steps * batch) }
}

/// The sizes of a layer.
struct LayerShape {
    let inputs: Int
    let hidden: Int
    /// The rows of W and U, all gates together.
    let gates: Int
    let hasMemory: Bool
    /// The number of parameters besides W, U and b.
    let extraParameters: Int
    /// The rows of U that form one product: a GRU multiplies those of its candidate by another operand.
    let groups: [Range<Int>]
}
