/// A block of the left operand of a product, split into tiles of six and of four rows; up to three rows are
/// left over.
struct LeftBlock {
    let matrix: MatrixView
    let sixes: Int
    let fours: Int
    /// The tiles one after the other, each column by column; nil if they are read where they lie.
    private let packed: UnsafeMutablePointer<Double>?

    /// The largest block that is packed: half of a second-level cache.
    static let rows = 120
    static let depth = 256

    /// How much memory the largest block of `matrix` takes.
    static func count(_ matrix: MatrixView) -> Int { min(rows, matrix.rows) * min(depth, matrix.columns) }

    init(_ matrix: MatrixView, packingInto memory: UnsafeMutablePointer<Double>?) {
        self.matrix = matrix
        // Six and two are slower than four and four.
        let isTwoOver = matrix.rows % 6 == 2 && matrix.rows > 6
        sixes = isTwoOver ? matrix.rows / 6 - 1 : matrix.rows / 6
        fours = (matrix.rows - sixes * 6) / 4
        packed = memory
        if let memory {
            for tile in 0..<sixes { pack(tile * 6, 6, into: memory) }
            for tile in 0..<fours { pack(sixes * 6 + tile * 4, 4, into: memory) }
        }
    }

    /// The number of rows in tiles.
    var tiledRows: Int { sixes * 6 + fours * 4 }

    /// The tile of `height` rows from `row` on.
    @inline(__always)
    func tile(_ row: Int, _ height: Int) -> MatrixView {
        guard let packed else { return matrix.rows(row..<row + height) }
        return MatrixView(
            packed + row * matrix.columns, height, matrix.columns, rowStride: 1, columnStride: height)
    }

    @inline(__always)
    private func pack(_ first: Int, _ height: Int, into memory: UnsafeMutablePointer<Double>) {
        var source = matrix.row(first)
        var target = memory + first * matrix.columns
        for _ in 0..<matrix.columns {
            if matrix.rowStride == 1 {
                target.update(from: source, count: height)
            } else {
                for row in 0..<height { target[row] = source[row * matrix.rowStride] }
            }
            source += matrix.columnStride
            target += height
        }
    }
}
