/// A rectangle of numbers in memory that someone else owns: what the in-place kernels work on.
///
/// Strides make a transpose or a block of a larger matrix as cheap as the matrix itself. A view does not
/// keep its memory alive, and does not check its indices.
struct MatrixView {
    let start: UnsafeMutablePointer<Double>
    let rows: Int
    let columns: Int
    let rowStride: Int
    let columnStride: Int

    /// Row-major memory, rows `stride` apart.
    @inline(__always)
    init(_ start: UnsafeMutablePointer<Double>, _ rows: Int, _ columns: Int, stride: Int? = nil) {
        self.init(start, rows, columns, rowStride: stride ?? columns, columnStride: 1)
    }

    @inline(__always)
    init(
        _ start: UnsafeMutablePointer<Double>, _ rows: Int, _ columns: Int, rowStride: Int, columnStride: Int
    ) {
        self.start = start
        self.rows = rows
        self.columns = columns
        self.rowStride = rowStride
        self.columnStride = columnStride
    }

    @inline(__always)
    var shape: Shape { Shape(rows, columns) }

    @inline(__always)
    var transposed: MatrixView {
        MatrixView(start, columns, rows, rowStride: columnStride, columnStride: rowStride)
    }

    @inline(__always)
    func rows(_ range: Range<Int>) -> MatrixView {
        MatrixView(
            start + range.lowerBound * rowStride, range.count, columns, rowStride: rowStride,
            columnStride: columnStride)
    }

    @inline(__always)
    func columns(_ range: Range<Int>) -> MatrixView {
        MatrixView(
            start + range.lowerBound * columnStride, rows, range.count, rowStride: rowStride,
            columnStride: columnStride)
    }

    /// The first element of row `i`.
    @inline(__always)
    func row(_ i: Int) -> UnsafeMutablePointer<Double> { start + i * rowStride }

    @inline(__always)
    subscript(i: Int, j: Int) -> Double {
        get { start[i * rowStride + j * columnStride] }
        nonmutating set { start[i * rowStride + j * columnStride] = newValue }
    }
}

extension Matrix {
    /// Calls `body` with a view of the elements, which it must only read.
    @inline(__always)
    func withView<R>(_ body: (MatrixView) throws -> R) rethrows -> R {
        try elements.withUnsafeBufferPointer { buffer in
            // An empty array has no address; a view of nothing reads none.
            let start = buffer.baseAddress ?? UnsafePointer(bitPattern: 64).unsafelyUnwrapped
            return try body(MatrixView(UnsafeMutablePointer(mutating: start), rows, columns))
        }
    }

    /// Calls `body` with a view of the elements to read and write.
    @inline(__always)
    mutating func withMutableView<R>(_ body: (MatrixView) throws -> R) rethrows -> R {
        let shape = shape
        return try elements.withUnsafeMutableBufferPointer { buffer in
            let start = buffer.baseAddress ?? UnsafeMutablePointer(bitPattern: 64).unsafelyUnwrapped
            return try body(MatrixView(start, shape.rows, shape.columns))
        }
    }
}
