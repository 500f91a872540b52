import HTML

extension Composer {
    func table(_ table: Table) -> Piece {
        let cells = setting(table.layout.cellStyle(in: style))
        if table.isPlain { return alone(table.rows[0].cells[0], cells) }
        let width = table.rows.map(\.cells.count).max() ?? 0
        let hasTags = table.rows.contains { $0.tag != nil }
        var rows: [Node] = []
        for (index, row) in table.rows.enumerated() {
            let isLast = index == table.rows.count - 1
            var nodes: [Node] = []
            for column in row.cells.indices {
                nodes.append(cells.cell(row, column, isFirst: index == 0, isLast: isLast, table))
            }
            if hasTags {
                // One cell for all that are missing: a table of n cells must not become one of n².
                let missing = width - row.cells.count
                if missing > 0 { nodes.append(.tag("mtd", ["columnspan": "\(missing)"])) }
                nodes.append(.tag("mtd", ["class": "tex-tag"], [.tag("mtext", [:], row.tag?.display ?? "")]))
            }
            rows.append(.element(Element("mtr", rowAttributes(row, isLast ? table.ruleBelow : nil), nodes)))
        }
        var attributes = [Attribute("class", table.layout.cssClass)]
        if cells.style == .display { attributes.append(Attribute("displaystyle", "true")) }
        if table.layout == .smallMatrix, !style.isScript { attributes.append(Attribute("scriptlevel", "1")) }
        return fenced(.element(Element("mtable", attributes, rows)), table)
    }

    /// A table of one cell needs no table.
    private func alone(_ terms: [Term], _ cells: Composer) -> Piece {
        let nodes = cells.row(terms)
        guard cells.style != style else { return atom(.ordinary, .node(.row(nodes))) }
        return atom(.ordinary, .node(.styled(cells.style, nodes)))
    }

    private func cell(_ row: Table.Row, _ column: Int, isFirst: Bool, isLast: Bool, _ table: Table) -> Node {
        let isAligned = table.layout == .aligned || table.layout == .alignedTight
        let continues = isAligned && column % 2 == 1
        var attributes: [Attribute] = []
        var classes: [String] = []
        if let alignment = table.alignment(ofColumn: column, isFirst: isFirst, isLast: isLast) {
            classes.append(alignment.cssClass)
        }
        if column < table.columns.count {
            if let rule = table.columns[column].ruleBefore { classes.append("tex-rule-left\(rule.suffix)") }
            if let rule = table.columns[column].ruleAfter { classes.append("tex-rule-right\(rule.suffix)") }
        }
        if !classes.isEmpty { attributes.append(Attribute("class", classes.joined(separator: " "))) }
        if let space = row.spaceBelow, space.ems != 0 {
            let padding = Length(ems: max(0, table.layout.rowPadding + space.ems))
            attributes.append(Attribute("style", "padding-bottom:\(padding.css)"))
        }
        return .element(
            Element("mtd", attributes, self.row(row.cells[column], after: continues ? .ordinary : nil)))
    }

    private func rowAttributes(_ row: Table.Row, _ below: Table.Rule?) -> [Attribute] {
        var classes: [String] = []
        if let rule = row.ruleAbove { classes.append("tex-rule-above\(rule.suffix)") }
        if let rule = below { classes.append("tex-rule-below\(rule.suffix)") }
        return classes.isEmpty ? [] : [Attribute("class", classes.joined(separator: " "))]
    }

    private func fenced(_ node: Node, _ table: Table) -> Piece {
        if table.left == nil, table.right == nil { return atom(.ordinary, .node(node)) }
        let height = Extent.delimiterHeight(around: .table(table), in: style)
        var pieces: [Piece] = []
        if let left = table.left {
            pieces.append(atom(.opening, .operator(stretchy(left, .opening, height))))
        }
        pieces.append(atom(.ordinary, .node(node)))
        if let right = table.right {
            pieces.append(atom(.closing, .operator(stretchy(right, .closing, height))))
        }
        return atom(.inner, .node(.tag("mrow", [:], Row(pieces).nodes())))
    }
}

extension Table {
    /// Whether there is one cell and nothing around it.
    fileprivate var isPlain: Bool {
        (layout == .gathered || layout == .aligned) && rows.count == 1 && rows[0].cells.count == 1
            && rows[0].tag == nil
    }

    /// The alignment a column needs to be given; `nil` where the layout's rules do.
    fileprivate func alignment(ofColumn column: Int, isFirst: Bool, isLast: Bool) -> ColumnAlignment? {
        switch layout {
        case .multline: isFirst ? .left : isLast ? .right : nil
        case .matrix, .array, .displayArray, .stack:
            columns.isEmpty ? nil : columns[min(column, columns.count - 1)].alignment.unlessCentred
        case .smallMatrix, .cases, .displayCases, .aligned, .alignedTight, .gathered: nil
        }
    }
}

extension ColumnAlignment {
    fileprivate var unlessCentred: ColumnAlignment? { self == .centre ? nil : self }
    fileprivate var cssClass: String {
        switch self {
        case .left: "tex-left"
        case .centre: "tex-centre"
        case .right: "tex-right"
        }
    }
}

extension Table.Rule {
    fileprivate var suffix: String {
        switch self {
        case .solid: ""
        case .dashed: "-dashed"
        case .double: "-double"
        }
    }
}
