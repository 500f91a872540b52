extension Table {
    /// The table as a drawing, with the roles of a table so that its cells can be read one by one.
    public func svg() -> String {
        let sizes = self.sizes(within: 88)
        let gap = 24.0
        let widths = sizes.map { Double($0) * (Drawing.characterWidth + 0.6) }
        let lefts = widths.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1 + gap) }
        let width = max(160, (lefts.last ?? 0) - gap)
        let cells = { (row: Int) in
            self.columns.indices.map { index in
                let column = self.columns[index]
                let text = row < 0 ? column.name : row < column.cells.count ? column.cells[row] : ""
                return text.cleaned.wrapped(sizes[index])
            }
        }
        let rows = (-1..<rowCount).map(cells)
        let heights = rows.map { row in 10 + 15 * Double(max(1, row.map(\.count).max() ?? 1)) }
        let top = Drawing.titleHeight(title, width: width)

        var drawing = Drawing(width: width, height: top + heights.reduce(4, +), role: "table", self)
        drawing.title(title, width: width)
        var y = top
        for (row, lines) in rows.enumerated() {
            drawing.begin("g", ["role": "row", "font-weight": row == 0 ? "600" : "400"])
            for (index, cell) in lines.enumerated() {
                let isTrailing = columns[index].alignment == .trailing
                drawing.begin("g", ["role": row == 0 ? "columnheader" : "cell"])
                for (line, text) in cell.enumerated() {
                    drawing.text(
                        text, x: lefts[index] + (isTrailing ? widths[index] : 0),
                        y: y + 16 + 15 * Double(line),
                        anchor: isTrailing ? "end" : "start")
                }
                drawing.end()
            }
            drawing.end()
            y += heights[row]
            var rule = Path()
            rule.horizontal(y, from: 0, to: width)
            drawing.stroke(rule, opacity: row == 0 || row == rowCount ? "0.7" : "0.13")
        }
        return drawing.finished()
    }

    /// The size of the table and the heads of its columns.
    public var alternativeText: String {
        let heads = columns.map(\.name.cleaned).joined(separator: ", ")
        return
            "Table\(title.isEmpty ? "" : " of “\(title.cleaned)”"): \(counted(rowCount, "row")) of \(heads)."
    }
}
