/// Memory in which ``multiply(_:_:into:adding:using:)`` rearranges its operands. It grows to the largest
/// product seen and allocates nothing after that.
final class ProductWorkspace {
}

/// $C \leftarrow A B$, or $C \leftarrow C + A B$ when `adding`. Pass `a.transposed` or `b.transposed` for
/// products with a transpose.
///
/// Each element of C is one chain of fused multiply-adds over k in ascending order, which starts from 0 or
/// from the element's old value. C must not overlap A or B.
func multiply(
    _ a: MatrixView, _ b: MatrixView, into c: MatrixView, adding: Bool = false,
    using workspace: ProductWorkspace
) {
    for i in 0..<c.rows {
        for j in 0..<c.columns {
            var sum = adding ? c[i, j] : 0
            for k in 0..<a.columns { sum.addProduct(a[i, k], b[k, j]) }
            c[i, j] = sum
        }
    }
}
