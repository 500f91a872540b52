extension Parser {
    /// Reads a definition, which holds for the rest of the formula and whatever its macros are given to.
    mutating func definition(_ structure: Structure, _ token: Token) throws(MathError) {
        switch structure {
        case .declareMathOperator:
            let star = try skipStar() ? [Token(kind: .character("*"), range: token.range)] : []
            let name = try definedName(after: token)
            let body = try stream.argument(of: token)
            let command = Token(kind: .command("operatorname"), range: token.range)
            let open = Token(kind: .open, range: token.range)
            let close = Token(kind: .close, range: token.range)
            try define(name, as: Macro(arity: 0, body: [command] + star + [open] + body + [close]), structure)
        case .def, .gdef: try plainDefinition(token)
        case .let: try alias(token)
        default:
            try skipStar()
            let name = try definedName(after: token)
            let arity = try declaredArity(after: token)
            let optional = try arity == 0 ? nil : stream.optionalArgument()
            let body = try stream.argument(of: token)
            try define(name, as: Macro(arity: arity, optional: optional, body: body), structure)
        }
    }

    private mutating func define(
        _ token: Token, as macro: Macro, _ structure: Structure
    ) throws(MathError) {
        guard case .command(let name) = token.kind else { return }
        let existing = stream.macros.definitions[name]
        if structure == .providecommand, existing != nil || commands[name] != nil { return }
        if structure == .newcommand || structure == .declareMathOperator {
            guard commands[name]?.mayBeRedefined ?? true, existing?.isSame(as: macro) ?? true else {
                throw MathError(
                    "\(token.spelling) is already defined", at: token.range,
                    help: "use \\renewcommand to change it, or another name")
            }
        }
        stream.define(name, as: macro)
    }

    /// `\def\name#1#2{…}`, with parameters in order and nothing between them.
    private mutating func plainDefinition(_ command: Token) throws(MathError) {
        let name = try definedName(after: command)
        var arity = 0
        while true {
            let token = stream.nextUnexpanded()
            if token.kind == .open {
                stream.putBack(token)
                break
            }
            if token.kind == .space { continue }
            let number = stream.nextUnexpanded()
            guard token.isCharacter("#"), case .character(let digit) = number.kind, digit.isDigit,
                Int(digit.value) - 0x30 == arity + 1
            else {
                throw MathError(
                    "\\def takes #1, #2, … and a body only", at: token.range,
                    help: "use \\newcommand{\(name.spelling)}[…]{…}")
            }
            arity += 1
        }
        try define(name, as: Macro(arity: arity, body: stream.argument(of: command)), .def)
    }

    /// `\let\name=\other`
    private mutating func alias(_ command: Token) throws(MathError) {
        let name = try definedName(after: command)
        stream.skipSpaces()
        var target = stream.nextUnexpanded()
        if target.isCharacter("=") {
            stream.skipSpaces()
            target = stream.nextUnexpanded()
        }
        switch target.kind {
        case .open, .close, .end: throw missingArgument(of: command, before: target)
        case .command(let other):
            if let macro = stream.macros.definitions[other] { return try define(name, as: macro, .let) }
        default: break
        }
        guard target.kind != name.kind else { return }
        try define(name, as: Macro(arity: 0, body: [target]), .let)
    }

    /// `\name` or `{\name}`
    private mutating func definedName(after command: Token) throws(MathError) -> Token {
        let tokens = try stream.argument(of: command).filter { $0.kind != .space }
        guard tokens.count == 1, case .command? = tokens.first?.kind, let name = tokens.first else {
            let written = Written(tokens, fallback: command.range)
            throw MathError(
                "\(command.spelling) needs the name of a command", at: written.range,
                help: "write \(command.spelling){\\name}")
        }
        return name
    }

    private mutating func declaredArity(after command: Token) throws(MathError) -> Int {
        guard let tokens = try stream.optionalArgument() else { return 0 }
        let written = Written(tokens, fallback: command.range)
        guard let arity = Int(written.text), (0...9).contains(arity) else {
            throw MathError(
                "\(written.text) is no number of arguments", at: written.range, help: "write [0] to [9]")
        }
        return arity
    }
}

extension Macro {
    /// Whether two definitions are the same, wherever they stand.
    func isSame(as other: Macro) -> Bool {
        arity == other.arity && body.map(\.kind) == other.body.map(\.kind)
            && optional?.map(\.kind) == other.optional?.map(\.kind)
    }
}
