/// The right operand of a product as panels of eight columns, for ``ProductTile``.
struct Panels {
    let start: UnsafeMutablePointer<Double>
    let rows: Int
    let columns: Int
    /// From one row of a panel to the next, and from one panel to the next.
    let step: Int
    let panelStride: Int

    static let width = 8

    /// How much memory the panels of a matrix take; the last one is filled up with zeros.
    static func count(_ rows: Int, _ columns: Int) -> Int { rows * ((columns + width - 1) / width * width) }

    /// Panels one after the other, each row of a panel right behind the one before: they stream through the
    /// caches whatever the stride of the matrix was.
    init(packed start: UnsafeMutablePointer<Double>, _ rows: Int, _ columns: Int) {
        self.start = start
        self.rows = rows
        self.columns = columns
        step = Self.width
        panelStride = Self.width * rows
    }

    /// The columns of a matrix as they lie in memory; they must be adjacent, and whole panels.
    init(unpacked matrix: MatrixView) {
        start = matrix.start
        rows = matrix.rows
        columns = matrix.columns
        step = matrix.rowStride
        panelStride = Self.width
    }

    /// Copies `matrix` into these panels, which must be packed.
    func pack(_ matrix: MatrixView) {
        var target = start
        for first in stride(from: 0, to: columns, by: Self.width) {
            let width = min(Self.width, columns - first)
            var source = matrix.start + first * matrix.columnStride
            for _ in 0..<rows {
                if width == Self.width && matrix.columnStride == 1 {
                    store(load8(source), to: target)
                } else {
                    for j in 0..<Self.width { target[j] = j < width ? source[j * matrix.columnStride] : 0 }
                }
                source += matrix.rowStride
                target += Self.width
            }
        }
    }

    /// $C \leftarrow A B$ or $C \leftarrow C + A B$, in blocks whose parts fit the caches.
    func multiply(by a: MatrixView, into c: MatrixView, adding: Bool, using workspace: ProductWorkspace) {
        // Worth it if many panels come past, and the rows lie scattered or do not fit the first-level cache.
        let isPacking = columns > 2 * Self.width && (a.columnStride != 1 || a.rows * a.columns > 8192)
        let memory = isPacking ? workspace.left(LeftBlock.count(a)) : nil
        for k in stride(from: 0, to: max(rows, 1), by: LeftBlock.depth) {
            let depth = k..<min(k + LeftBlock.depth, rows)
            for i in stride(from: 0, to: a.rows, by: LeftBlock.rows) {
                let rows = i..<min(i + LeftBlock.rows, a.rows)
                let block = LeftBlock(a.rows(rows).columns(depth), packingInto: memory)
                multiply(by: block, from: k, into: c.rows(rows), adding: adding || k > 0)
            }
        }
    }

    private func multiply(by block: LeftBlock, from k: Int, into c: MatrixView, adding: Bool) {
        func product(_ a: MatrixView, _ row: Int, _ column: Int) -> ProductTile {
            ProductTile(
                a: a.start, rowStride: a.rowStride, columnStride: a.columnStride,
                b: start + (column / Self.width * panelStride + k * step), step: step,
                panelStride: panelStride, c: c.row(row) + column, stride: c.rowStride, depth: a.columns,
                width: min(Self.width, columns - column), adding: adding)
        }
        if block.tiledRows > 0 {
            for column in stride(from: 0, to: columns, by: Self.width) {
                for row in stride(from: 0, to: block.sixes * 6, by: 6) {
                    product(block.tile(row, 6), row, column).multiplySixRows()
                }
                for row in stride(from: block.sixes * 6, to: block.tiledRows, by: 4) {
                    product(block.tile(row, 4), row, column).multiplyFourRows()
                }
            }
        }
        for row in block.tiledRows..<block.matrix.rows {
            let a = block.matrix.rows(row..<row + 1)
            let whole = columns / (4 * Self.width) * (4 * Self.width)
            for column in stride(from: 0, to: whole, by: 4 * Self.width) {
                product(a, row, column).multiplyOneRowByFourPanels()
            }
            for column in stride(from: whole, to: columns, by: Self.width) {
                product(a, row, column).multiplyOneRow()
            }
        }
    }
}
