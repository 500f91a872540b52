/// The tokens of a formula with macros expanded as they are read.
///
/// A token from a macro's body carries the range of the macro's use, so that every token points into the source.
struct TokenStream {
    /// More would be a macro that grows without end: no formula a person reads comes near.
    static let expansionLimit = 10_000
    static let tokenLimit = 100_000

    private let source: [Token]
    private let tex: String
    private var position = 0
    /// Tokens to be read before the rest of the source, the next one last.
    private var pushed: [Token] = []
    private var expansions = 0
    private var expandedTokens = 0
    private let endRange: Range<Int>
    private(set) var macros: Macros

    init(tex: String, macros: Macros) throws(MathError) {
        self.tex = tex
        source = try Tokenizer.tokens(of: tex)
        let length = tex.utf8.count
        endRange = length..<length
        self.macros = macros
    }

    /// The next token, macros expanded.
    mutating func next() throws(MathError) -> Token {
        while true {
            let token = nextUnexpanded()
            guard case .command(let name) = token.kind else { return token }
            if let macro = macros.definitions[name] ?? builtinMacros[name] {
                try expand(macro, called: token)
            } else if name == "bgroup" || name == "egroup" {
                return Token(kind: name == "bgroup" ? .open : .close, range: token.range)
            } else {
                return token
            }
        }
    }

    /// The next token, macros expanded, left to be read again.
    mutating func peek() throws(MathError) -> Token {
        if pushed.isEmpty, position < source.count {
            let token = source[position]
            guard case .command = token.kind else { return token }
        }
        let token = try next()
        if token.kind != .end { pushed.append(token) }
        return token
    }

    /// The next token as it stands in the source.
    mutating func nextUnexpanded() -> Token {
        if let token = pushed.popLast() { return token }
        guard position < source.count else { return Token(kind: .end, range: endRange) }
        defer { position += 1 }
        return source[position]
    }

    /// Puts a token back to be read next.
    mutating func putBack(_ token: Token) {
        if token.kind != .end { pushed.append(token) }
    }

    /// The text of a range of the source.
    func source(in range: Range<Int>) -> String {
        String(decoding: tex.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }

    mutating func define(_ name: String, as macro: Macro) {
        macros.define(name, as: macro)
    }

    /// Reads an argument without expanding it: a braced group, whose braces are dropped, or one token.
    mutating func argument(of command: Token) throws(MathError) -> [Token] {
        skipSpaces()
        let first = nextUnexpanded()
        switch first.kind {
        case .open: return try balanced(from: first) { $0.kind == .close }
        case .end, .close, .alignment:
            throw missingArgument(of: command, before: first)
        default: return [first]
        }
    }

    /// Reads `[…]` without expanding it, if it comes next.
    mutating func optionalArgument() throws(MathError) -> [Token]? {
        skipSpaces()
        let first = nextUnexpanded()
        guard first.isCharacter("[") else {
            putBack(first)
            return nil
        }
        return try balanced(from: first) { $0.isCharacter("]") }
    }

    mutating func skipSpaces() {
        while true {
            let token = nextUnexpanded()
            guard token.kind == .space else { return putBack(token) }
        }
    }

    /// Reads up to a closing token outside all braces, and drops that token.
    private mutating func balanced(
        from opening: Token, isEnd: (Token) -> Bool
    ) throws(MathError) -> [Token] {
        var tokens: [Token] = []
        var depth = 0
        while true {
            let token = nextUnexpanded()
            if depth == 0, isEnd(token) { return tokens }
            switch token.kind {
            case .open: depth += 1
            case .close where depth > 0: depth -= 1
            case .end, .close: throw neverClosed(opening)
            default: break
            }
            tokens.append(token)
        }
    }

    private mutating func expand(_ macro: Macro, called token: Token) throws(MathError) {
        var arguments: [[Token]] = []
        if let fallback = macro.optional { arguments.append(try optionalArgument() ?? fallback) }
        while arguments.count < macro.arity { arguments.append(try argument(of: token)) }

        expansions += 1
        var replacement: [Token] = []
        for part in macro.body {
            if case .parameter(let number) = part.kind {
                replacement.append(contentsOf: arguments[number - 1])
            } else {
                replacement.append(Token(kind: part.kind, range: token.range))
            }
            guard expandedTokens + replacement.count <= TokenStream.tokenLimit else { break }
        }
        expandedTokens += replacement.count
        guard expansions <= TokenStream.expansionLimit, expandedTokens <= TokenStream.tokenLimit else {
            throw tooLarge(token)
        }
        pushed.append(contentsOf: replacement.reversed())
    }

    private func tooLarge(_ token: Token) -> MathError {
        if case .command(let name) = token.kind, macros.isRecursive(name) {
            return MathError(
                "the macro \(token.spelling) expands without end", at: token.range,
                help: "it uses itself, directly or through another macro")
        }
        let limit =
            expandedTokens > TokenStream.tokenLimit
            ? "expand to more than \(TokenStream.tokenLimit) tokens"
            : "are expanded more than \(TokenStream.expansionLimit) times"
        return MathError(
            "the macros of this formula \(limit)", at: token.range,
            help: "\(token.spelling) is one of them; let them stand for less")
    }
}

func missingArgument(of command: Token, before token: Token) -> MathError {
    MathError(
        "\(command.spelling) needs an argument, but \(token.kind == .end ? "the formula ends" : "\(token.spelling) follows")",
        at: command.range, help: "write \(command.spelling){…}")
}

func neverClosed(_ opening: Token) -> MathError {
    let closing = opening.kind == .open ? "}" : "]"
    return MathError(
        "this \(opening.spelling) is never closed", at: opening.range, help: "add a \(closing)")
}
