extension Parser {
    /// Reads an array's `{c|rl}`.
    mutating func columns(of begin: Token) throws(MathError) -> [Table.Column] {
        _ = try stream.optionalArgument()
        return try columns(in: stream.argument(of: begin), repeats: 0)
    }

    private func columns(in tokens: [Token], repeats: Int) throws(MathError) -> [Table.Column] {
        var columns: [Table.Column] = []
        var pendingRule: Table.Rule?
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            index += 1
            guard case .character(let scalar) = token.kind else {
                if token.kind == .space { continue }
                throw unknownColumn(token)
            }
            switch scalar {
            case "l", "c", "r", "p", "m", "b":
                let alignment: ColumnAlignment = scalar == "c" ? .centre : scalar == "r" ? .right : .left
                columns.append(Table.Column(alignment: alignment, ruleBefore: pendingRule))
                pendingRule = nil
                if "pmb".unicodeScalars.contains(scalar) { _ = group(in: tokens, from: &index) }
            case "|", ":":
                let previous = columns.isEmpty ? pendingRule : columns[columns.count - 1].ruleAfter
                let rule: Table.Rule = scalar == ":" ? .dashed : previous == .solid ? .double : .solid
                if columns.isEmpty { pendingRule = rule } else { columns[columns.count - 1].ruleAfter = rule }
            case "@", "!", ">", "<":
                _ = group(in: tokens, from: &index)
            case "*":
                let count = Int(group(in: tokens, from: &index).map(\.spelling).joined()) ?? 0
                let pattern = group(in: tokens, from: &index)
                guard (1...100).contains(count), repeats < 2 else {
                    throw MathError("* needs a count from 1 to 100", at: token.range, help: "write *{3}{c}")
                }
                let repeated = try self.columns(in: pattern, repeats: repeats + 1)
                guard columns.count + count * repeated.count <= 1_000 else {
                    throw MathError("more than 1000 columns", at: token.range, help: "repeat fewer columns")
                }
                for _ in 0..<count { columns.append(contentsOf: repeated) }
            default: throw unknownColumn(token)
            }
        }
        return columns
    }

    private func group(in tokens: [Token], from index: inout Int) -> [Token] {
        guard index < tokens.count else { return [] }
        guard tokens[index].kind == .open else {
            index += 1
            return [tokens[index - 1]]
        }
        var depth = 0
        let start = index + 1
        while index < tokens.count {
            if tokens[index].kind == .open { depth += 1 }
            if tokens[index].kind == .close { depth -= 1 }
            index += 1
            if depth == 0 { return Array(tokens[start..<index - 1]) }
        }
        return []
    }

    private func unknownColumn(_ token: Token) -> MathError {
        MathError(
            "\(token.spelling) is no kind of column", at: token.range,
            help: "use l, c and r, with | for a rule between columns")
    }

    /// Reads the `[r]` that a starred matrix takes.
    mutating func starredColumns() throws(MathError) -> [Table.Column] {
        guard let tokens = try stream.optionalArgument() else { return [] }
        return try columns(in: tokens, repeats: 0)
    }
}
