extension Table {
    /// The table in columns under a rule; long cells are broken, and columns beyond the width come below.
    public func text() -> String {
        let width = 80
        var lines = title.cleaned.wrapped(width)
        var block: [Int] = []
        let sizes = self.sizes(within: width)
        for index in columns.indices {
            let used = block.reduce(0) { $0 + sizes[$1] + 2 }
            if !block.isEmpty, used + sizes[index] > width {
                lines += rows(of: block, sizes) + [""]
                block = []
            }
            block.append(index)
        }
        return joined(lines + (columns.isEmpty ? ["no data"] : rows(of: block, sizes)))
    }

    /// Widths of the columns: their content's, the widest ones reduced while the table is too wide.
    func sizes(within width: Int, least: Int = 12) -> [Int] {
        var sizes = columns.map { column in
            max(1, ([column.name] + column.cells).map(\.cleaned.columns).max() ?? 1)
        }
        while sizes.reduce(-2, { $0 + $1 + 2 }) > width, let widest = sizes.max(), widest > least,
            let index = sizes.firstIndex(of: widest)
        {
            sizes[index] = max(least, widest - 1)
        }
        return sizes
    }

    /// Number of rows below the heads.
    var rowCount: Int { columns.map(\.cells.count).max() ?? 0 }

    private func rows(of block: [Int], _ sizes: [Int]) -> [String] {
        func lines(_ cell: (Column) -> String) -> [String] {
            let cells = block.map { cell(columns[$0]).cleaned.wrapped(sizes[$0]) }
            return (0..<max(1, cells.map(\.count).max() ?? 1)).map { line in
                zip(block, cells).map { index, cell in
                    let text = line < cell.count ? cell[line] : ""
                    return columns[index].alignment == .trailing
                        ? text.trailing(sizes[index]) : text.leading(sizes[index])
                }.joined(separator: "  ")
            }
        }
        let rule = String(repeating: "─", count: block.reduce(-2) { $0 + sizes[$1] + 2 })
        return lines(\.name) + [rule]
            + (0..<rowCount).flatMap { row in lines { row < $0.cells.count ? $0.cells[row] : "" } }
    }
}
