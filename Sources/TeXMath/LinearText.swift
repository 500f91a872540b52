/// Terms in one line of plain text, such as `h_t = tanh(W x_t)`.
enum LinearText {
    static func of(_ terms: [Term]) -> String {
        var text = ""
        for term in terms { append(term, to: &text) }
        return text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).joined(separator: " ")
    }

    static func of(_ runs: [TextRun]) -> String {
        runs.map { run in
            switch run {
            case .words(let text, _): text
            case .math(let terms): of(terms)
            case .space: " "
            }
        }.joined()
    }

    private static func append(_ term: Term, to text: inout String) {
        switch term {
        case .identifier(let letters, _): text += letters
        case .number(let digits): text += digits
        case .symbol(let symbol): append(symbol, to: &text)
        case .function(let name, _):
            if let last = text.last, last.isLetter || last.isNumber { text += " " }
            text += name.replacingThinSpaces + " "
        case .largeOperator(let sign, _): text += sign
        case .group(let terms), .classed(_, let terms), .font(_, let terms), .coloured(_, let terms),
            .accent(_, let terms):
            text += of(terms)
        case .boxed(let box, let terms): if case .phantom = box { break } else { text += of(terms) }
        case .scripts(let scripts): append(scripts, to: &text)
        case .fraction(let fraction):
            text += bracketed(fraction.numerator) + "/" + bracketed(fraction.denominator)
        case .root(let degree, let radicand):
            text += (degree.map { of($0) } ?? "") + "√" + bracketed(radicand)
        case .fenced(let parts):
            for part in parts {
                switch part {
                case .delimiter(let delimiter): text += delimiter ?? ""
                case .terms(let terms): text += of(terms)
                }
            }
        case .sizedDelimiter(let delimiter, _, _): text += delimiter
        case .stacked(let stack): text += of(stack.base)
        case .extensibleArrow(let arrow, _, _): text += " \(arrow) "
        case .change, .rule: break
        case .text(let runs): text += of(runs)
        case .space(let length): if length.ems > 0.2 { text += " " }
        case .table(let table):
            let rows = table.rows.map { $0.cells.map { of($0) }.joined(separator: " ") }
            text += (table.left ?? "") + rows.joined(separator: "; ") + (table.right ?? "")
        case .choice(let lists): text += of(lists[0])
        }
    }

    private static func append(_ symbol: Symbol, to text: inout String) {
        switch symbol.atomClass {
        case .relation, .binary: text += " \(symbol.text) "
        case .punctuation: text += symbol.text + " "
        default: text += symbol.text
        }
    }

    private static func append(_ scripts: Scripts, to text: inout String) {
        text += of(scripts.base) + String(repeating: "′", count: scripts.primes)
        if let below = scripts.below { text += "_" + bracketed(below) }
        if let above = scripts.above { text += "^" + bracketed(above) }
    }

    /// In parentheses, unless it is one sign or word.
    private static func bracketed(_ terms: [Term]) -> String {
        let text = of(terms)
        let isSimple = text.allSatisfy { $0.isLetter || $0.isNumber } || text.count == 1
        return isSimple ? text : "(\(text))"
    }
}

extension String {
    fileprivate var replacingThinSpaces: String { String(map { $0 == "\u{2009}" ? " " : $0 }) }
}
