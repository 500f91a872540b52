extension Parser {
    /// Reads an argument of a command: a group in braces, or one term.
    mutating func argument(of command: Token) throws(MathError) -> [Term] {
        let token = try nextVisible()
        switch token.kind {
        case .open:
            let terms = try list(until: .brace(token))
            _ = try stream.next()
            return terms
        case .end, .close, .alignment, .superscript, .subscript, .dollar:
            throw missingArgument(of: command, before: token)
        case _ where token.endsSomeList:
            throw missingArgument(of: command, before: token)
        default:
            try enter()
            defer { leave() }
            return try term(from: token).map { [$0] } ?? []
        }
    }

    /// Reads `[…]` as terms, if it comes next.
    mutating func optionalArgument() throws(MathError) -> [Term]? {
        let token = try nextVisible()
        guard token.isCharacter("[") else {
            stream.putBack(token)
            return nil
        }
        let terms = try list(until: .bracket(token))
        _ = try stream.next()
        return terms
    }

    /// Reads an argument as it is written, such as a name, with the bytes it stands in.
    mutating func writtenArgument(of command: Token) throws(MathError) -> Written {
        Written(try stream.argument(of: command), fallback: command.range)
    }

    /// Reads a length in braces, such as `{1.5em}`.
    mutating func lengthArgument(of command: Token) throws(MathError) -> Length {
        try length(writtenArgument(of: command), of: command)
    }

    func length(_ written: Written, of command: Token) throws(MathError) -> Length {
        let text = written.text.filter { $0 != " " }
        let number = text.prefix { "+-.0123456789".contains($0) }
        let unit = String(text.dropFirst(number.count))
        if let value = Double(number), let length = Length(value, unit: unit) { return length }
        throw badLength(text, at: written.range, of: command)
    }

    /// Reads a length without braces, such as `-3mu` after `\mkern`.
    mutating func bareLength(of command: Token) throws(MathError) -> Length {
        var tokens: [Token] = []
        var letters = 0
        while letters < 2 {
            let token = stream.nextUnexpanded()
            if token.kind == .space { continue }
            guard case .character(let scalar) = token.kind, scalar.isASCII else {
                stream.putBack(token)
                break
            }
            let isLetter = scalar.properties.isAlphabetic
            guard isLetter || (letters == 0 && "+-.0123456789".unicodeScalars.contains(scalar)) else {
                stream.putBack(token)
                break
            }
            letters += isLetter ? 1 : 0
            tokens.append(token)
        }
        return try length(Written(tokens, fallback: command.range), of: command)
    }

    private func badLength(_ text: String, at range: Range<Int>, of command: Token) -> MathError {
        MathError(
            text.isEmpty ? "\(command.spelling) needs a length" : "\(text) is no length", at: range,
            help: "write a number and one of the units \(Length.unitNames.joined(separator: ", "))")
    }

    /// The next token that is not a blank.
    mutating func nextVisible() throws(MathError) -> Token {
        while true {
            let token = try stream.next()
            if token.kind != .space { return token }
        }
    }
}

/// Part of the source taken as it is written.
struct Written {
    var text: String
    var range: Range<Int>

    /// - Parameter fallback: The range if there are no tokens.
    init(_ tokens: [Token], fallback: Range<Int>) {
        text = tokens.map(\.spelling).joined()
        let first = tokens.first?.range ?? fallback
        let last = tokens.last?.range ?? fallback
        range = min(first.lowerBound, last.lowerBound)..<max(first.upperBound, last.upperBound)
    }
}
