/// $C \leftarrow A B$, or $C \leftarrow C + A B$ when `adding`. Pass `a.transposed` or `b.transposed` for
/// products with a transpose.
///
/// Each element of C is one chain of fused multiply-adds over k in ascending order, which starts from 0 or
/// from the element's old value. The columns of C must be adjacent, and C must not overlap A or B.
func multiply(
    _ a: MatrixView, _ b: MatrixView, into c: MatrixView, adding: Bool = false,
    using workspace: ProductWorkspace
) {
    checkShapes(a, b.shape, c)
    // Rows far apart collide in the caches; rearranging them pays if several tiles make use of it.
    let isPacking = b.columnStride != 1 || (b.rowStride.magnitude >= 256 && a.rows >= 24)
    let whole = isPacking ? 0 : b.columns / Panels.width * Panels.width
    if whole > 0 {
        Panels(unpacked: b.columns(0..<whole))
            .multiply(by: a, into: c.columns(0..<whole), adding: adding, using: workspace)
    }
    guard whole < b.columns else { return }
    let rest = b.columns(whole..<b.columns)
    let panels = Panels(
        packed: workspace.right(Panels.count(rest.rows, rest.columns)), rest.rows, rest.columns)
    panels.pack(rest)
    panels.multiply(by: a, into: c.columns(whole..<b.columns), adding: adding, using: workspace)
}

/// $C \leftarrow A B$, or $C \leftarrow C + A B$ when `adding`; the same bits as with an unpacked B.
func multiply(_ a: MatrixView, _ b: PackedMatrix, into c: MatrixView, adding: Bool = false) {
    checkShapes(a, Shape(b.rows, b.columns), c)
    b.panels.multiply(by: a, into: c, adding: adding, using: b.workspace)
}

private func checkShapes(_ a: MatrixView, _ b: Shape, _ c: MatrixView) {
    require(a.columns == b.rows, "product", a.shape, b)
    require(c.shape == Shape(a.rows, b.columns), "product and its place", Shape(a.rows, b.columns), c.shape)
}
