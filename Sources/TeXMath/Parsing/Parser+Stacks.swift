extension Parser {
    /// Reads `\overset` and its like.
    mutating func stack(_ structure: Structure, _ token: Token) throws(MathError) -> Term {
        var stack = Stack(base: [])
        if structure == .stackrel { stack.under = try optionalArgument() }
        if structure != .underset { stack.over = try argument(of: token) }
        if structure == .underset || structure == .overunderset { stack.under = try argument(of: token) }
        stack.base = try argument(of: token)
        if structure == .stackrel { stack.atomClass = .relation }
        return .stacked(stack)
    }

    /// Reads `\substack{a \\ b}`.
    mutating func substack(_ token: Token) throws(MathError) -> Term {
        let open = try nextVisible()
        guard open.kind == .open else { throw missingArgument(of: token, before: open) }
        var rows: [Table.Row] = []
        while true {
            rows.append(Table.Row(cells: [try list(until: .stackRow(open))]))
            let end = try stream.next()
            if end.kind == .close { break }
            rows[rows.count - 1].spaceBelow = try rowSpace(after: end)
        }
        return .table(Table(layout: .stack, rows: rows))
    }

    /// Reads `\prescript{above}{below}{base}` or `\sideset{_a^b}{_c^d}\operator`.
    mutating func prescripts(_ structure: Structure, _ token: Token) throws(MathError) -> Term {
        if structure == .prescript {
            let above = try argument(of: token)
            let below = try argument(of: token)
            let before = Prescripts(below: below, above: above)
            return .scripts(Scripts(base: try argument(of: token), before: before))
        }
        let before = try sideScripts(of: token)
        let after = try sideScripts(of: token)
        var scripts = Scripts(base: try argument(of: token))
        scripts.before = Prescripts(below: before.below ?? [], above: before.above ?? [])
        (scripts.below, scripts.above, scripts.primes) = (after.below, after.above, after.primes)
        scripts.placement = .noLimits
        return .scripts(scripts)
    }

    private mutating func sideScripts(of command: Token) throws(MathError) -> Scripts {
        let terms = try argument(of: command)
        if case .scripts(let scripts)? = terms.first, terms.count == 1, scripts.base.isEmpty {
            return scripts
        }
        guard terms.isEmpty else {
            throw MathError(
                "\\sideset takes scripts only", at: command.range, help: "write \\sideset{_a^b}{_c^d}\\sum")
        }
        return Scripts(base: [])
    }
}
