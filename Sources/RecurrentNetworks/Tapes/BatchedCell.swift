/// A cell that runs all sequences of a batch at once: the fast path of the library's own cells.
///
/// Its results are those of the steps, which ``StepTape`` computes: to the last bit for one sequence.
protocol BatchedCell: GatedCell {
    /// How a layer's memory is laid out.
    var layout: LayerLayout { get }

    /// Copies the parameters to the tape: once after each update.
    func load(to tape: BatchTape<Self>)

    /// All steps forward, for the whole batch.
    func forward(on tape: BatchTape<Self>)

    /// All steps backward, for the whole batch. Gradients of the parameters are added to the tape's.
    func backward(on tape: BatchTape<Self>, truncation: Truncation, firstStep: Int)

    /// Takes the sums of gradients from the tape.
    mutating func store(from tape: BatchTape<Self>)
}

/// How the parameters of a layer are laid out.
struct LayerLayout {
    /// The rows of W and U, all gates together.
    let gates: Int
    /// The number of parameters besides W, U and b.
    let extraParameters: Int
    /// The rows of U that form one product: a GRU multiplies those of its candidate by another operand.
    let groups: [Range<Int>]
}
