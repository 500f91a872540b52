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
        case .enclosed(let enclosure):
            let change: [Term] = enclosure == .box ? [.change(.style(.display))] : []
            return .enclosed(enclosure, change + (try argument(of: token)))
        case .extensibleArrow(let arrow):
            let below = try optionalArgument() ?? []
            return .extensibleArrow(arrow, above: try argument(of: token), below: below)
        case .labelledBrace(let brace, let isBelow):
            let base = try argument(of: token)
            let mark: [Term] = [.accent(Accent(mark: brace, isWide: true, isBelow: isBelow), base)]
            return .stacked(Stack(base: mark, atomClass: .largeOperator))
        case .sizedDelimiter(let atomClass, let size):
            guard let text = try delimiter(after: token) else { return nil }
            return .sizedDelimiter(text, atomClass, size: size)
        case .fraction(let kind): return try fraction(kind, token)
        case .infixFraction:
            throw MathError(
                "\(token.spelling) cannot be an argument", at: token.range,
                help: "put it in braces: {a \(token.spelling) b}")
        case .structure(let structure): return try structureTerm(structure, token)
        case .ignored: return nil
        }
    }

    private func unknownCommand(_ name: String, _ token: Token) -> MathError {
        var help = "define it with \\newcommand, or in the book's table of macros"
        let known = (Array(commands.keys) + Array(builtinMacros.keys) + stream.macros.names).sorted()
        if let near = nearest(to: name, among: known) { help = "did you mean \\\(near)?" }
        let isFromMacro = stream.source(in: token.range) != token.spelling
        let origin = isFromMacro ? " in the expansion of \(stream.source(in: token.range))" : ""
        return MathError("unknown command \\\(name)\(origin)", at: token.range, help: help)
    }

    private mutating func structureTerm(_ structure: Structure, _ token: Token) throws(MathError) -> Term? {
        switch structure {
        case .left: return try fenced(token)
        case .begin: return try environment(token)
        case .sqrt:
            let degree = try optionalArgument()
            return .root(degree: degree, radicand: try argument(of: token))
        case .not: return try negated(token)
        case .dots: return try dots()
        case .limits, .nolimits: throw misplacedLimits(token)
        case .overset, .underset, .overunderset, .stackrel: return try stack(structure, token)
        case .substack: return try substack(token)
        case .prescript, .sideset: return try prescripts(structure, token)
        case .mathchoice:
            var lists: [[Term]] = []
            for _ in 0..<4 { lists.append(try argument(of: token)) }
            return .choice(lists)
        case .operatorname: return try operatorName(token)
        case .DeclareMathOperator, .newcommand, .renewcommand, .providecommand, .def, .gdef, .let:
            try definition(structure, token)
            return nil
        case .label, .tag: return try name(structure, token)
        case .nonumber, .notag: return nil
        case .color: return .change(.colour(try colour(of: token)))
        case .textcolor:
            let colour = try colour(of: token)
            return .coloured(colour, try argument(of: token))
        case .colorbox, .fcolorbox, .fbox: return try wordBox(structure, token)
        case .phantom, .hphantom, .vphantom, .smash, .mathllap, .mathrlap, .mathclap, .llap, .rlap, .clap,
            .raisebox, .rule:
            return try box(structure, token)
        case .hspace, .mspace:
            try skipStar()
            return .space(try lengthArgument(of: token))
        case .hskip, .kern, .mkern, .mskip: return .space(try bareLength(of: token))
        case .hline, .hdashline:
            throw MathError(
                "\(token.spelling) within a row", at: token.range, help: "put it at the start of a row, after \\\\")
        case .ref, .eqref, .cref, .Cref, .cite:
            let label = try writtenArgument(of: token)
            throw MathError(
                "\(token.spelling) within a formula", at: token.range,
                help: "refer to it in the text around the formula: [](#\(label.text))")
        case .require:
            _ = try writtenArgument(of: token)
            return nil
        case .vcenter: return .group(try argument(of: token))
        case .right, .middle, .end, .row, .cr, .newline, .tabularnewline: throw token.stray
        }
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
