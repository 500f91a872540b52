/// The right operand of many products, rearranged once: weights that a sequence uses at every step.
///
/// ```swift
/// weights.pack(w.transposed)                      // after each update
/// multiply(x, weights, into: gates)               // at each step: allocates nothing
/// ```
final class PackedMatrix {
    let rows: Int
    let columns: Int
    private let storage: MatrixBuffer

    /// Room for a matrix of one shape; call ``pack(_:)`` before use.
    init(_ rows: Int, _ columns: Int) {
        self.rows = rows
        self.columns = columns
        storage = MatrixBuffer(rows, columns)
    }

    /// Takes over the elements of `matrix`.
    func pack(_ matrix: MatrixView) {
        for i in 0..<rows {
            for j in 0..<columns { storage.view[i, j] = matrix[i, j] }
        }
    }

    var view: MatrixView { storage.view }
}

/// $C \leftarrow A B$, or $C \leftarrow C + A B$ when `adding`; the same bits as with an unpacked B.
func multiply(_ a: MatrixView, _ b: PackedMatrix, into c: MatrixView, adding: Bool = false) {
    multiply(a, b.view, into: c, adding: adding, using: ProductWorkspace())
}
