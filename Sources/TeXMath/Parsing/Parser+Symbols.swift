extension Parser {
    /// Reads what `\not` strikes through.
    mutating func negated(_ token: Token) throws(MathError) -> Term {
        var terms = try argument(of: token)
        if case .group(let inner)? = terms.first, terms.count == 1 { terms = inner }
        switch terms.first {
        case .symbol(let symbol)? where terms.count == 1:
            let text = negationTable[symbol.text] ?? symbol.text + "\u{338}"
            return .symbol(Symbol(text: text, atomClass: .relation))
        case .identifier(let text, _)? where terms.count == 1:
            if let negation = negationTable[text] { return .identifier(negation, upright: true) }
            return .identifier(text + "\u{338}", upright: false)
        default:
            throw MathError(
                "\\not cannot strike through this", at: token.range,
                help: "write \\not before a relation, or \\cancel{…}")
        }
    }

    /// `\dots` lie low between commas and letters, and are centred between operators.
    mutating func dots() throws(MathError) -> Term {
        let next = try nextVisible()
        stream.putBack(next)
        return .symbol(Symbol(text: isOperator(next) ? "⋯" : "…", atomClass: .inner))
    }

    private func isOperator(_ token: Token) -> Bool {
        switch token.kind {
        case .character(let scalar):
            if case .symbol(let symbol)? = try? characterTerm(scalar, token) {
                return symbol.atomClass == .binary || symbol.atomClass == .relation
            }
        case .command(let name):
            switch commands[name] {
            case .term(.symbol(let symbol)):
                return symbol.atomClass == .binary || symbol.atomClass == .relation
            case .term(.largeOperator): return true
            case .structure(.not): return true
            default: return false
            }
        default: break
        }
        return false
    }

    /// Reads `\operatorname{arg\,max}`; with a star the scripts become limits.
    mutating func operatorName(_ token: Token) throws(MathError) -> Term {
        let hasLimits = try skipStar()
        let terms = try argument(of: token)
        if let name = functionName(terms) { return .function(name, limits: hasLimits) }
        let base: Term = .classed(.largeOperator, [.change(.font(.alphabet(.upright)))] + terms)
        return hasLimits ? base : .scripts(Scripts(base: [base], placement: .noLimits))
    }

    /// The terms as one word, if they are letters, digits, hyphens and spaces only.
    private func functionName(_ terms: [Term]) -> String? {
        var name = ""
        for term in terms {
            switch term {
            case .identifier(let text, _), .number(let text): name += text
            case .symbol(let symbol) where symbol.text == "−": name += "-"
            case .symbol(let symbol) where ["∗", "/", ".", ":", "′"].contains(symbol.text):
                name += symbol.text
            case .space(let length): name += length.ems >= 0.2 ? "\u{A0}" : length.ems > 0 ? "\u{2009}" : ""
            case .text(let runs):
                for run in runs {
                    guard case .words(let text, TextFace()) = run else { return nil }
                    name += text
                }
            case .font(.alphabet(.upright), let inner):
                guard let inner = functionName(inner) else { return nil }
                name += inner
            default: return nil
            }
        }
        return name
    }
}

private let negationTable: [String: String] =
    Dictionary(negations.entries.map { ($0.name, $0.text) }) { first, _ in first }
