/// A rectangle of real numbers, stored row after row. A value: copies share storage until one of them
/// changes.
///
/// A batch is a matrix with one row per example; a sequence of vectors is one with a row per step.
///
/// ```swift
/// let w: Matrix = [[0.5, -1], [0, 2]]
/// w[1, 0]       // one element
/// w[1]          // a row, as a vector
/// w[0..<1]      // some rows, as a matrix
/// ```
public struct Matrix: Hashable, Sendable {
    /// The number of rows and columns.
    public let shape: Shape
    /// The elements, row after row.
    @inlinable
    public internal(set) var elements: [Double] {
        get { storage }
        _modify { yield &storage }
    }
    @usableFromInline var storage: [Double]

    /// The number of rows.
    @inlinable public var rows: Int { shape.rows }
    /// The number of columns.
    @inlinable public var columns: Int { shape.columns }

    /// A matrix whose elements are all equal.
    public init(_ rows: Int, _ columns: Int, repeating value: Double = 0) {
        shape = Shape(rows, columns)
        storage = Array(repeating: value, count: shape.count)
    }

    /// A matrix of `rows·columns` elements given row after row.
    ///
    /// - Throws: ``ShapeError`` if their number is another one.
    public init(_ rows: Int, _ columns: Int, elements: [Double]) throws(ShapeError) {
        shape = Shape(rows, columns)
        guard elements.count == shape.count else {
            throw ShapeError("a matrix and its elements", shape, Shape(elements.count, 1))
        }
        storage = elements
    }

    /// A matrix whose element in row `i` and column `j` is `element(i, j)`; called row after row.
    public init(_ rows: Int, _ columns: Int, _ element: (_ row: Int, _ column: Int) throws -> Double) rethrows
    {
        shape = Shape(rows, columns)
        storage = []
        storage.reserveCapacity(shape.count)
        for i in 0..<rows {
            for j in 0..<columns { storage.append(try element(i, j)) }
        }
    }

    /// A matrix of the given rows, which must be of equal length.
    public init(rows: some Sequence<Vector>) {
        let rows = Array(rows)
        shape = Shape(rows.count, rows.first?.count ?? 0)
        storage = []
        storage.reserveCapacity(shape.count)
        for row in rows {
            require(row.count == shape.columns, "rows", Shape(1, shape.columns), Shape(1, row.count))
            storage += row.elements
        }
    }

    /// The number of rows, then of columns.
    var sizes: [Int] { [rows, columns] }

    /// A matrix of zeros.
    public static func zeros(_ rows: Int, _ columns: Int) -> Matrix { Matrix(rows, columns) }

    /// The square matrix with ones on its diagonal.
    public static func identity(_ size: Int) -> Matrix { diagonal(.ones(size)) }

    /// The square matrix with `vector` on its diagonal.
    public static func diagonal(_ vector: Vector) -> Matrix {
        var result = Matrix(vector.count, vector.count)
        for i in vector.indices { result[i, i] = vector[i] }
        return result
    }

    /// Calls `body` with the elements, row after row, which it may change but not in number: how a cell of your own
    /// hands its matrices to an optimiser.
    public mutating func modifyElements(_ body: (inout [Double]) throws -> Void) rethrows {
        defer { require(elements.count == shape.count, "elements", shape, Shape(elements.count, 1)) }
        try body(&elements)
    }

    init(shape: Shape, elements: [Double]) {
        self.shape = shape
        storage = elements
    }
}

extension Matrix: ExpressibleByArrayLiteral {
    /// A matrix of the rows listed.
    public init(arrayLiteral rows: Vector...) { self.init(rows: rows) }
}

extension Matrix: CustomStringConvertible {
    /// The rows as arrays print, one on each line.
    public var description: String {
        (0..<rows).map { self[$0].description }.joined(separator: "\n")
    }
}
