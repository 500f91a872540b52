import Diagnostics

extension Parser {
    /// Reads `\left … \middle … \right`.
    mutating func fenced(_ left: Token) throws(MathError) -> Term {
        let opening = try delimiter(after: left)
        var parts: [FencedPart] = [.delimiter(opening)]
        while true {
            parts.append(.terms(try list(until: .fence(left, delimiter: opening ?? "."))))
            let token = try stream.next()
            parts.append(.delimiter(try delimiter(after: token)))
            if token.isCommand("right") { return .fenced(parts) }
        }
    }

    /// Reads a delimiter; `nil` is the empty one, written as a point.
    mutating func delimiter(after command: Token) throws(MathError) -> String? {
        let token = try nextVisible()
        switch token.kind {
        case .character("."): return nil
        case .character(let scalar):
            if let text = delimiters[String(Character(scalar))] { return text }
        case .command(let name):
            if let text = delimiters["\\" + name] { return text }
        case .open where !command.isFence:
            let text = try delimiter(after: command)
            let close = try nextVisible()
            guard close.kind == .close else { throw noDelimiter(close) }
            return text
        case .end:
            throw MathError(
                "\(command.spelling) needs a delimiter, but the formula ends", at: command.range,
                help: "write \(command.spelling)( or another delimiter")
        default: break
        }
        throw noDelimiter(token)
    }

    private func noDelimiter(_ token: Token) -> MathError {
        if token.kind == .open {
            return MathError("{ is no delimiter", at: token.range, help: "write \\{ for a brace")
        }
        let near = nearest(to: token.spelling, among: delimiters.keys.filter { $0.count > 2 }.sorted())
        return MathError(
            "\(token.spelling) is no delimiter", at: token.range,
            help: near.map { "did you mean \($0)?" } ?? "write (, [, \\{, |, \\langle or another delimiter")
    }
}

extension Token {
    /// Whether the token is one of TeX's own delimiter commands, which take no braces.
    fileprivate var isFence: Bool { isCommand("left") || isCommand("middle") || isCommand("right") }
}

/// The delimiters by how they are written.
private let delimiters: [String: String] = {
    var table: [String: String] = [:]
    for (name, text) in characterDelimiters.entries { table[name] = text }
    for symbols in [openingDelimiters, closingDelimiters, neutralDelimiters, arrowDelimiters] {
        for (name, text) in symbols.entries { table["\\" + name] = text }
    }
    table["\\lt"] = "⟨"
    table["\\gt"] = "⟩"
    return table
}()
