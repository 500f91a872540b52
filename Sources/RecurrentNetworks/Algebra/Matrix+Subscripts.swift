extension Matrix {
    /// The element in row `i` and column `j`.
    @inlinable
    public subscript(i: Int, j: Int) -> Double {
        get { storage[index(i, j)] }
        _modify { yield &storage[index(i, j)] }
    }

    /// Row `i`.
    public subscript(i: Int) -> Vector {
        get { Vector(elements[rowBounds(i..<i + 1)]) }
        set {
            require(newValue.count == columns, "assignment", Shape(1, columns), Shape(1, newValue.count))
            elements.replaceSubrange(rowBounds(i..<i + 1), with: newValue.elements)
        }
    }

    /// The rows in `range`: one gate's weights out of several stacked ones.
    public subscript(range: Range<Int>) -> Matrix {
        get { Matrix(shape: Shape(range.count, columns), elements: Array(elements[rowBounds(range)])) }
        set {
            require(
                newValue.shape == Shape(range.count, columns), "assignment", Shape(range.count, columns),
                newValue.shape)
            elements.replaceSubrange(rowBounds(range), with: newValue.elements)
        }
    }

    /// The part where `rows` and `columns` cross.
    public subscript(rows: Range<Int>, columns: Range<Int>) -> Matrix {
        Matrix(rows.count, columns.count) { self[rows.lowerBound + $0, columns.lowerBound + $1] }
    }

    /// Column `j`.
    public func column(_ j: Int) -> Vector { Vector((0..<rows).map { self[$0, j] }) }

    /// The matrix with rows and columns exchanged.
    public var transposed: Matrix { Matrix(columns, rows) { elements[$1 * columns + $0] } }

    @inlinable
    func index(_ i: Int, _ j: Int) -> Int {
        if i < 0 || i >= rows || j < 0 || j >= columns { stop(at: i, j) }
        return i &* columns &+ j
    }

    /// Out of line, so that what is inlined is small.
    @usableFromInline @inline(never)
    func stop(at i: Int, _ j: Int) -> Never { fatalError("element (\(i), \(j)) of a matrix of \(shape)") }

    private func rowBounds(_ range: Range<Int>) -> Range<Int> {
        if range.lowerBound < 0 || range.upperBound > rows {
            fatalError("rows \(range) of a matrix of \(shape)")
        }
        return range.lowerBound * columns..<range.upperBound * columns
    }
}
