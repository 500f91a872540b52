/// Reads TeX into terms. Further files extend it by what they read: arguments, commands, tables, words, macros.
struct Parser {
    /// Lists nested deeper than this are an error: no formula a person reads comes near.
    static let depthLimit = 32

    var stream: TokenStream
    var labels: [MathLabel] = []
    /// The tag of the row being read, or of the formula.
    var tag: MathTag?
    /// The first label of the row being read.
    var firstLabelOfRow = 0
    /// What ends the lists being read, the innermost last.
    private var ends: [ListEnd] = []
    private var depth = 0

    init(tex: String, macros: Macros) throws(MathError) {
        stream = try TokenStream(tex: tex, macros: macros)
    }

    /// Reads the whole formula. Rows outside any environment are set one below the other.
    mutating func formula() throws(MathError) -> [Term] {
        var rows = [Table.Row(cells: [try list(until: .formula)])]
        while try stream.peek().kind != .end {
            let end = try stream.next()
            rows[rows.count - 1].spaceBelow = try rowSpace(after: end)
            rows.append(Table.Row(cells: [try list(until: .formula)]))
        }
        if rows.count > 1, rows.last?.cells == [[]] { rows.removeLast() }
        finishLabels(with: tag)
        return rows.count == 1 ? rows[0].cells[0] : [.table(Table(layout: .gathered, rows: rows))]
    }

    /// Reads terms up to the token that ends the list, which is left to be read.
    mutating func list(until end: ListEnd) throws(MathError) -> [Term] {
        try enter()
        ends.append(end)
        defer {
            ends.removeLast()
            leave()
        }
        var terms: [Term] = []
        var infix: (command: InfixFraction, numerator: [Term])?
        while true {
            let token = try stream.peek()
            if end.isReached(at: token) { break }
            if token.endsSomeList { throw misplaced(token, in: end) }
            if case .command(let name) = token.kind, case .infixFraction(let command)? = commands[name] {
                _ = try stream.next()
                guard infix == nil else {
                    throw MathError(
                        "a second \(token.spelling) in one group", at: token.range,
                        help: "put one of the fractions in braces")
                }
                infix = (command, terms)
                terms = []
            } else {
                try readTerm(into: &terms)
            }
        }
        guard let infix else { return terms }
        return [.fraction(Fraction(infix.command, numerator: infix.numerator, denominator: terms))]
    }

    private func misplaced(_ token: Token, in end: ListEnd) -> MathError {
        var isExpected = token.kind == .end || ends.dropFirst().contains { $0.isReached(at: token) }
        // Dollars stand among words, whose closing brace is not the end of a list.
        if case .dollar = end, token.kind == .close { isExpected = true }
        return (isExpected ? end.unfinished(before: token) : nil) ?? token.stray
    }

    /// Reads one term with its scripts.
    private mutating func readTerm(into terms: inout [Term]) throws(MathError) {
        let token = try stream.next()
        switch token.kind {
        case .space: return
        case .superscript, .subscript, .character("'"):
            stream.putBack(token)
            terms.append(try withScripts([]))
        case .character(let scalar) where scalar.isCombiningMark:
            guard case .identifier(let text, let upright)? = terms.last else {
                throw MathError(
                    "a combining mark without a letter before it", at: token.range,
                    help: "use an accent, such as \\hat{x}")
            }
            terms[terms.count - 1] = .identifier(text + String(Character(scalar)), upright: upright)
        default:
            if let number = try number(startingAt: token) {
                return terms.append(try withScripts([number]))
            }
            guard let term = try term(from: token) else { return }
            switch term {
            case .space, .change: terms.append(term)
            default: terms.append(try withScripts([term]))
            }
        }
    }

    /// Reads the rest of a number that a digit, or a point before a digit, begins.
    private mutating func number(startingAt first: Token) throws(MathError) -> Term? {
        guard case .character(let scalar) = first.kind, scalar.isDigit || scalar == "." else { return nil }
        var text = String(Character(scalar))
        if scalar == ".", try !stream.peek().isDigit { return nil }
        while true {
            let token = try stream.peek()
            guard case .character(let scalar) = token.kind, scalar.isDigit || scalar == "." else { break }
            _ = try stream.next()
            if scalar == "." {
                let continues = try stream.peek().isDigit
                guard continues, !text.contains(".") else {
                    stream.putBack(token)
                    break
                }
            }
            text.unicodeScalars.append(scalar)
        }
        return .number(text)
    }

    /// Reads what one token begins, without scripts; `nil` if that draws nothing.
    mutating func term(from token: Token) throws(MathError) -> Term? {
        switch token.kind {
        case .open:
            let terms = try list(until: .brace(token))
            _ = try stream.next()
            return .group(terms)
        case .character(let scalar): return try characterTerm(scalar, token)
        case .command(let name): return try commandTerm(name, token)
        case .space: return nil
        case .superscript, .subscript:
            throw MathError(
                "\(token.spelling) where a term is needed", at: token.range,
                help: "put braces around what belongs together")
        case .close, .alignment, .dollar, .parameter, .end: throw token.stray
        }
    }

    /// Counts a level of nesting, against hostile input.
    mutating func enter() throws(MathError) {
        depth += 1
        guard depth <= Parser.depthLimit else {
            throw MathError(
                "nested more than \(Parser.depthLimit) levels deep", at: try stream.peek().range,
                help: "split the formula, or name a part of it")
        }
    }

    mutating func leave() {
        depth -= 1
    }
}
