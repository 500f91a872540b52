extension Table {
    /// The table as one of the page's own, which a reader's program can walk through cell by cell.
    public func markup() -> String {
        var rows: [String] = []
        let names = columns.map { column in
            // A corner without words is the head of no column.
            column.name.isEmpty
                ? "<td></td>"
                : "<th scope=\"col\"\(column.alignment.attribute)>\(column.name.cleaned.escaped)</th>"
        }
        rows.append("<thead>\n<tr>\(names.joined())</tr>\n</thead>")
        rows.append("<tbody>")
        for row in 0..<rowCount {
            let cells = columns.map { column in
                let text = row < column.cells.count ? column.cells[row].cleaned : ""
                let shown = column.alignment == .trailing ? text.replacingMinus : text
                return "<td\(column.alignment.attribute)>\(shown.escaped)</td>"
            }
            rows.append("<tr>\(cells.joined())</tr>")
        }
        rows.append("</tbody>")
        let caption = title.cleaned.isEmpty ? "" : "<caption>\(title.cleaned.escaped)</caption>\n"
        return "<table>\n\(caption)\(rows.joined(separator: "\n"))\n</table>\n"
    }
}

extension Table.Column.Alignment {
    fileprivate var attribute: String {
        switch self {
        case .leading: ""
        case .trailing: " class=\"right\""
        }
    }
}
