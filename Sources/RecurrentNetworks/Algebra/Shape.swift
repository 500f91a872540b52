/// The number of rows and columns of a matrix. A vector of `n` elements counts as a column, `n×1`.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int

    /// A shape of `rows` by `columns`.
    public init(_ rows: Int, _ columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    /// The number of elements.
    public var count: Int { rows * columns }

    /// The shape after exchanging rows and columns.
    public var transposed: Shape { Shape(columns, rows) }

    /// For example `3×4`.
    public var description: String { "\(rows)×\(columns)" }
}
