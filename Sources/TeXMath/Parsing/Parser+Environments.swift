import Diagnostics

extension Parser {
    /// Reads `\begin{name} … \end{name}`.
    mutating func environment(_ begin: Token) throws(MathError) -> Term {
        // A table costs twice the stack of other nesting.
        try enter()
        defer { leave() }
        let written = try writtenArgument(of: begin)
        guard let environment = environments[written.text] else { throw unknownEnvironment(written) }
        var table = Table(
            layout: environment.layout, rows: [], left: environment.left, right: environment.right)
        switch environment.argument {
        case .none: table.columns = environment.columns
        case .columns: table.columns = try columns(of: begin)
        case .count: _ = try writtenArgument(of: begin)
        case .alignment: table.columns = try starredColumns()
        }
        if environment.hasPosition { _ = try stream.optionalArgument() }
        let outer = (tag, firstLabelOfRow)
        if environment.hasTags {
            tag = nil
            firstLabelOfRow = labels.count
        }
        try rows(of: &table, environment, begin, written.text)
        try end(written.text, of: begin)
        if environment.hasTags { (tag, firstLabelOfRow) = (outer.0, labels.count) }
        return .table(table)
    }

    private func unknownEnvironment(_ name: Written) -> MathError {
        let known = environments.keys.sorted()
        let near = nearest(to: name.text, among: known)
        return MathError(
            "unknown environment \(name.text)", at: name.range,
            help: near.map { "did you mean \($0)?" } ?? "known are \(known.joined(separator: ", "))")
    }

    private mutating func rows(
        of table: inout Table, _ environment: Environment, _ begin: Token, _ name: String
    ) throws(MathError) {
        while true {
            var row = try row(of: environment, begin, name)
            guard try stream.peek().isRowEnd else {
                let isEmpty = row.cells == [[]] && row.tag == nil
                if isEmpty, !table.rows.isEmpty || row.ruleAbove != nil {
                    table.ruleBelow = row.ruleAbove
                } else {
                    table.rows.append(row)
                }
                return
            }
            row.spaceBelow = try rowSpace(after: stream.next())
            table.rows.append(row)
        }
    }

    private mutating func row(
        of environment: Environment, _ begin: Token, _ name: String
    ) throws(MathError) -> Table.Row {
        var row = Table.Row(cells: [], ruleAbove: try rule())
        while true {
            row.cells.append(try list(until: .cell(begin, environment: name)))
            let end = try stream.peek()
            guard end.kind == .alignment else { break }
            if let limit = environment.columnLimit, row.cells.count == limit {
                throw tooManyColumns(limit, name, end)
            }
            _ = try stream.next()
        }
        if environment.hasTags {
            row.tag = tag
            finishLabels(with: tag)
            tag = nil
        }
        return row
    }

    private func tooManyColumns(_ limit: Int, _ name: String, _ token: Token) -> MathError {
        MathError(
            "too many & in a row of \(name)", at: token.range, help: "\(name) has \(counted(limit, "column"))"
        )
    }

    private mutating func end(_ name: String, of begin: Token) throws(MathError) {
        let end = try stream.next()
        let written = try writtenArgument(of: end)
        guard written.text == name else {
            throw MathError(
                "\\begin{\(name)} is ended by \\end{\(written.text)}", at: written.range,
                help: "write \\end{\(name)}")
        }
    }

    /// Reads the `*` and the `[2pt]` that may follow `\\` directly.
    mutating func rowSpace(after end: Token) throws(MathError) -> Length? {
        guard end.isCommand("\\") else { return nil }
        var token = stream.nextUnexpanded()
        if token.isCharacter("*") { token = stream.nextUnexpanded() }
        stream.putBack(token)
        guard token.isCharacter("["), let tokens = try stream.optionalArgument() else { return nil }
        let written = Written(tokens, fallback: token.range)
        do {
            return try length(written, of: end)
        } catch {
            let help = "write \\\\{} before a bracket that is part of the next row"
            throw MathError("\(written.text) is no length for \\\\[…]", at: written.range, help: help)
        }
    }

    /// Reads the rules above a row; two solid ones are a double one.
    private mutating func rule() throws(MathError) -> Table.Rule? {
        var rule: Table.Rule?
        while true {
            let token = try nextVisible()
            if token.isCommand("hline") {
                rule = rule == .solid ? .double : .solid
            } else if token.isCommand("hdashline") {
                rule = .dashed
            } else {
                stream.putBack(token)
                return rule
            }
        }
    }
}
