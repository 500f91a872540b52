extension Parser {
    /// The term of a character that is typed as it is.
    func characterTerm(_ scalar: Unicode.Scalar, _ token: Token) throws(MathError) -> Term {
        switch scalar {
        case "a"..."z", "A"..."Z": return .identifier(String(Character(scalar)), upright: false)
        case "0"..."9": return .number(String(Character(scalar)))
        case "#":
            throw MathError("# outside a macro", at: token.range, help: "write \\# for the character")
        default: break
        }
        if let term = characterTerms[scalar] { return term }
        let text = String(Character(scalar))
        return scalar.isDigit ? .number(text) : .identifier(text, upright: !scalar.properties.isAlphabetic)
    }
}

/// The terms of characters other than Latin letters and digits: those of the keyboard, and those commands stand for.
private let characterTerms: [Unicode.Scalar: Term] = {
    var terms: [Unicode.Scalar: Term] = [:]
    func add(_ table: SymbolTable, _ term: (String) -> Term) {
        for (_, text) in table.entries {
            if let scalar = text.unicodeScalars.first, scalar.value > 0x7F { terms[scalar] = term(text) }
        }
    }
    add(italicLetters) { .identifier($0, upright: false) }
    add(uprightLetters) { .identifier($0, upright: true) }
    add(ordinarySigns) { .identifier($0, upright: true) }
    let classes: [(SymbolTable, AtomClass)] = [
        (relations, .relation), (arrows, .relation), (binaryOperators, .binary),
        (openingDelimiters, .opening), (closingDelimiters, .closing), (neutralDelimiters, .ordinary),
    ]
    for (table, atomClass) in classes {
        add(table) { .symbol(Symbol(text: $0, atomClass: atomClass)) }
    }
    for (relation, negation) in negations.entries
    where relation.unicodeScalars.first != negation.unicodeScalars.first {
        add(SymbolTable("not \(negation)")) { .symbol(Symbol(text: $0, atomClass: .relation)) }
    }
    add(limitsOperators) { .largeOperator($0, limits: true) }
    add(integrals) { .largeOperator($0, limits: false) }
    let keyboard: [(Unicode.Scalar, String, AtomClass)] = [
        ("+", "+", .binary), ("-", "−", .binary), ("−", "−", .binary), ("*", "∗", .binary),
        ("=", "=", .relation), ("<", "<", .relation), (">", ">", .relation), (":", ":", .relation),
        (",", ",", .punctuation), (";", ";", .punctuation), ("(", "(", .opening), ("[", "[", .opening),
        (")", ")", .closing), ("]", "]", .closing), ("!", "!", .closing), ("?", "?", .closing),
        ("|", "|", .ordinary), ("/", "/", .ordinary), (".", ".", .ordinary), ("`", "‘", .ordinary),
        ("\"", "″", .ordinary), ("@", "@", .ordinary), ("·", "⋅", .binary), ("…", "…", .inner),
        ("⋯", "⋯", .inner), ("⋮", "⋮", .ordinary), ("⋱", "⋱", .inner), ("’", "′", .ordinary),
        ("′", "′", .ordinary), ("″", "″", .ordinary), ("‴", "‴", .ordinary),
    ]
    for (scalar, text, atomClass) in keyboard {
        terms[scalar] = .symbol(Symbol(text: text, atomClass: atomClass))
    }
    terms["~"] = .space(Length(ems: 0.25))
    terms["\u{A0}"] = .space(Length(ems: 0.25))
    return terms
}()

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }

    /// Marks that join the letter before them.
    var isCombiningMark: Bool {
        (0x300...0x36F).contains(value) || (0x20D0...0x20FF).contains(value)
            || (0xFE00...0xFE0F).contains(value)
    }
}
