extension Matrix {
    /// Adds the outer product $a x^\top$ to the rows from `row` on: one step's share of a weight gradient.
    ///
    /// Each element takes one fused multiply-add, so that a sequence's shares form the same chain as the
    /// matrix product by which networks compute them all at once.
    public mutating func add(_ a: Vector, outer x: Vector, toRowsFrom row: Int = 0) {
        require(
            x.count == columns && row >= 0 && row + a.count <= rows, "sum", Shape(rows - row, columns),
            Shape(a.count, x.count))
        for i in a.indices {
            for j in x.indices { elements[(row + i) * columns + j].addProduct(a[i], x[j]) }
        }
    }
}
