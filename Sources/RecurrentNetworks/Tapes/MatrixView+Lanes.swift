extension MatrixView {
    /// Neighbouring elements of row `i`, from column `j` on.
    @inline(__always)
    subscript<V: Lane>(i: Int, j: Int) -> V {
        get { V(from: start + (i &* rowStride &+ j)) }
        nonmutating set { newValue.store(to: start + (i &* rowStride &+ j)) }
    }

    /// Adds to neighbouring elements of row `i`.
    @inline(__always)
    func add<V: Lane>(_ value: V, _ i: Int, _ j: Int) { value.add(to: start + (i &* rowStride &+ j)) }

    /// The first row, again and again: a bias, or the sum of its gradients, for each sequence of a batch.
    @inline(__always)
    var repeated: MatrixView { MatrixView(start, 1, columns, rowStride: 0, columnStride: 1) }

    /// The columns of the k-th gate, of `size` each.
    @inline(__always)
    func gate(_ k: Int, _ size: Int) -> MatrixView { columns(k * size..<(k + 1) * size) }
}
