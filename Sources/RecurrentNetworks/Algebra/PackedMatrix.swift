/// The right operand of many products, rearranged once: weights that a sequence uses at every step.
///
/// ```swift
/// weights.pack(w.transposed)                      // after each update
/// multiply(x, weights, into: gates)               // at each step: allocates nothing
/// ```
///
/// For one thread at a time: products rearrange their left operand in memory of its own.
final class PackedMatrix {
    let rows: Int
    let columns: Int
    let panels: Panels
    let workspace = ProductWorkspace()
    private let memory: MatrixBuffer

    /// A zero matrix until ``pack(_:)``.
    init(_ rows: Int, _ columns: Int) {
        self.rows = rows
        self.columns = columns
        memory = MatrixBuffer(1, Panels.count(rows, columns))
        panels = Panels(packed: memory.view.start, rows, columns)
    }

    /// Takes over the elements of `matrix`.
    func pack(_ matrix: MatrixView) {
        require(matrix.shape == Shape(rows, columns), "assignment", Shape(rows, columns), matrix.shape)
        panels.pack(matrix)
    }
}
