import Diagnostics

extension Parser {
    /// Reads what a command begins; `nil` if it draws nothing.
    mutating func commandTerm(_ name: String, _ token: Token) throws(MathError) -> Term? {
        guard let command = commands[name] else { throw unknownCommand(name, token) }
        switch command {
        case .term(let term): return term
        case .accent(let accent): return .accent(accent, try argument(of: token))
        case .font(let change): return .font(change, try argument(of: token))
        case .text(let face): return .text(try words(of: token, in: face ?? TextFace()))
        case .classed(let atomClass): return .classed(atomClass, try argument(of: token))
        case .boxed(let box): return .boxed(box, try argument(of: token))
        case .extensibleArrow(let arrow): return try extensibleArrow(arrow, token)
        case .labelledBrace(let brace, let isBelow): return try labelledBrace(brace, isBelow, token)
        case .sizedDelimiter(let atomClass, let size): return try sizedDelimiter(atomClass, size, token)
        case .fraction(let kind): return try fraction(kind, token)
        case .infixFraction: throw infixAsArgument(token)
        case .structure(let structure): return try structureTerm(structure, token)
        case .ignored: return nil
        }
    }

    private func unknownCommand(_ name: String, _ token: Token) -> MathError {
        var help = "define \\\(name) in book.yml under macros:, or with \\newcommand"
        let known = (Array(commands.keys) + Array(builtinMacros.keys) + stream.macros.names).sorted()
        // Of equally near names the one in the same case is meant.
        func isInSameCase(_ other: String) -> Bool { other.first?.isUppercase == name.first?.isUppercase }
        let sameCaseFirst = known.filter(isInSameCase) + known.filter { !isInSameCase($0) }
        // Of single letters, all others are near.
        if name.count > 1, let near = nearest(to: name, among: sameCaseFirst) {
            help = "did you mean \\\(near)? Or " + help
        }
        let isFromMacro = stream.source(in: token.range) != token.spelling
        let origin = isFromMacro ? " in the expansion of \(stream.source(in: token.range))" : ""
        return MathError("unknown command \\\(name)\(origin)", at: token.range, help: help)
    }

    private mutating func structureTerm(_ structure: Structure, _ token: Token) throws(MathError) -> Term? {
        switch structure {
        case .left: return try fenced(token)
        case .begin: return try environment(token)
        case .sqrt: return try root(token)
        case .not: return try negated(token)
        case .dots: return try dots()
        case .limits, .nolimits: throw misplacedLimits(token)
        case .overset, .underset, .overunderset, .stackrel: return try stack(structure, token)
        case .substack: return try substack(token)
        case .prescript, .sideset: return try prescripts(structure, token)
        case .mathchoice: return try choice(token)
        case .operatorname: return try operatorName(token)
        case .declareMathOperator, .newcommand, .renewcommand, .providecommand, .def, .gdef, .let:
            try definition(structure, token)
            return nil
        case .label, .tag: return try name(structure, token)
        case .nonumber, .notag: return nil
        case .color, .textcolor: return try coloured(structure, token)
        case .colorbox, .fcolorbox, .fbox: return try wordBox(structure, token)
        case .smash, .llap, .rlap, .clap, .raisebox, .rule: return try box(structure, token)
        case .hspace, .mspace, .hskip, .kern, .mkern, .mskip: return try space(structure, token)
        case .ref, .eqref, .cref, .capitalCref, .cite: throw try reference(token)
        case .require:
            _ = try writtenArgument(of: token)
            return nil
        case .vcenter: return .group(try argument(of: token))
        case .hline, .hdashline, .right, .middle, .end, .row, .cr, .newline, .tabularnewline:
            throw token.stray
        }
    }

    private mutating func root(_ token: Token) throws(MathError) -> Term {
        let degree = try optionalArgument()
        return .root(degree: degree, radicand: try argument(of: token))
    }

    private mutating func choice(_ token: Token) throws(MathError) -> Term {
        var lists: [[Term]] = []
        for _ in 0..<4 { lists.append(try argument(of: token)) }
        return .choice(lists)
    }

    private mutating func coloured(_ structure: Structure, _ token: Token) throws(MathError) -> Term {
        let colour = try colour(of: token)
        return structure == .color ? .change(.colour(colour)) : .coloured(colour, try argument(of: token))
    }

    private mutating func space(_ structure: Structure, _ token: Token) throws(MathError) -> Term {
        guard structure == .hspace || structure == .mspace else { return .space(try bareLength(of: token)) }
        try skipStar()
        return .space(try lengthArgument(of: token))
    }

    private mutating func extensibleArrow(_ arrow: String, _ token: Token) throws(MathError) -> Term {
        let below = try optionalArgument() ?? []
        return .extensibleArrow(arrow, above: try argument(of: token), below: below)
    }

    private mutating func labelledBrace(
        _ brace: String, _ isBelow: Bool, _ token: Token
    ) throws(MathError) -> Term {
        let mark = Accent(mark: brace, isWide: true, isBelow: isBelow)
        return .stacked(Stack(base: [.accent(mark, try argument(of: token))], atomClass: .largeOperator))
    }

    private mutating func sizedDelimiter(
        _ atomClass: AtomClass, _ size: Length, _ token: Token
    ) throws(MathError) -> Term? {
        try delimiter(after: token).map { .sizedDelimiter($0, atomClass, size: size) }
    }

    private func infixAsArgument(_ token: Token) -> MathError {
        MathError(
            "\(token.spelling) cannot be an argument", at: token.range,
            help: "put it in braces: {a \(token.spelling) b}")
    }

    private mutating func reference(_ token: Token) throws(MathError) -> MathError {
        let label = try writtenArgument(of: token)
        return MathError(
            "\(token.spelling) within a formula", at: token.range,
            help: "refer to it in the text around the formula: [](#\(label.text))")
    }

    /// Reads a `*` if it comes next.
    @discardableResult
    mutating func skipStar() throws(MathError) -> Bool {
        let token = try stream.peek()
        guard token.isCharacter("*") else { return false }
        _ = try stream.next()
        return true
    }
}
