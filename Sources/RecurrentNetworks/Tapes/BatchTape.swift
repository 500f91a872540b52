/// The memory of a layer whose cell runs a whole batch at once. All of it is allocated once.
///
/// The weights are copied here in an order that suits products, and their gradients are summed here until the
/// batch is done.
final class BatchTape<C: BatchedCell>: Tape<C> {
    /// Pre-activations, then the values of the gates, then the gradients of the pre-activations: T·B × G.
    let gates: MatrixView
    /// One more value of each unit for the way back: T·B × H.
    let extra: MatrixView
    /// Products of one step: B × G, and twice B × H.
    private(set) var product: MatrixView
    private(set) var scratch: (MatrixView, MatrixView)

    let weights: TapeWeights
    let gradients: TapeGradients
    let workspace = ProductWorkspace()
    private let products: MatrixView
    private let scratchRoom: (MatrixView, MatrixView)

    override init(_ cell: C, steps: Int, batch: Int, below: Tape<C>?) {
        let (layout, room, hidden) = (cell.layout, Room(), cell.hidden)
        gates = room.matrix(steps * batch, layout.gates)
        extra = room.matrix(steps * batch, hidden)
        products = room.matrix(batch, layout.gates)
        scratchRoom = (room.matrix(batch, hidden), room.matrix(batch, hidden))
        (product, scratch) = (products, scratchRoom)
        batchRoom = room
        weights = TapeWeights(layout, inputs: cell.inputs, hidden: hidden)
        gradients = TapeGradients(layout, inputs: cell.inputs, hidden: hidden)
        super.init(cell, steps: steps, batch: batch, below: below)
    }

    private let batchRoom: Room

    override func use(steps: Int, batch: Int) {
        super.use(steps: steps, batch: batch)
        let rows = 0..<batch
        product = products.rows(rows)
        scratch = (scratchRoom.0.rows(rows), scratchRoom.1.rows(rows))
    }

    override func load(_ cell: C) { cell.load(to: self) }

    override func forward(_ cell: C) { cell.forward(on: self) }

    override func startBackward(_ cell: C) {
        super.startBackward(cell)
        gradients.clear()
    }

    override func backward(_ cell: C, truncation: Truncation, firstStep: Int, fromStart: Bool) {
        cell.backward(on: self, truncation: truncation, firstStep: firstStep)
    }

    override func store(to gradient: inout C) { gradient.store(from: self) }
}
