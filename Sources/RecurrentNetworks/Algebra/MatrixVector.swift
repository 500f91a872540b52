/// $y \leftarrow A x$ for a matrix whose columns are adjacent or whose rows are.
///
/// Each element of y is one chain of fused multiply-adds in ascending order, as in ``multiply(_:_:into:adding:using:)``;
/// eight rows go along together, for one chain alone would wait for each of its additions.
func multiply(_ a: MatrixView, _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>) {
    var i = 0
    while i + 8 <= a.rows {
        let (start, stride) = (a.row(i), a.rowStride)
        var sums = SIMD8<Double>.zero
        for k in 0..<a.columns {
            let column = start + k &* a.columnStride
            let values = SIMD8(
                column[0], column[stride], column[2 &* stride], column[3 &* stride], column[4 &* stride],
                column[5 &* stride], column[6 &* stride], column[7 &* stride])
            sums.addProduct(values, SIMD8(repeating: x[k]))
        }
        store(sums, to: y + i)
        i += 8
    }
    while i < a.rows {
        var sum = 0.0
        for k in 0..<a.columns { sum.addProduct(a[i, k], x[k]) }
        y[i] = sum
        i += 1
    }
}
