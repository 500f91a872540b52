import HTML

/// Converts TeX math to MathML Core.
///
/// 1. `Tokenizer` cuts the source into tokens that know their bytes.
/// 2. `TokenStream` expands macros as the tokens are read.
/// 3. `Parser` makes terms of them; every error is found here.
/// 4. `Composer` makes MathML of the terms, and `Row` spaces it as TeX does.
///
/// The time is linear in the length of the source and what its macros expand to, both of which have limits, as has
/// the depth of nesting.
public struct MathConverter: Sendable {
    /// The macros every formula starts with.
    public var macros: Macros

    /// A converter that knows some macros.
    public init(macros: Macros = .none) {
        self.macros = macros
    }

    /// Converts one formula, given without its dollars.
    /// - Parameters:
    ///   - tex: The formula.
    ///   - display: Whether it stands on lines of its own, with larger operators and their limits above and below.
    public func convert(_ tex: String, display: Bool) throws(MathError) -> MathFormula {
        var parser = try Parser(tex: tex, macros: macros)
        let terms = hoistingTag(try parser.formula(), &parser)
        let body = Composer(style: display ? .display : .text).node(terms)
        let annotation = Node.tag("annotation", ["encoding": "application/x-tex"], tex)
        let semantics = Node.tag("semantics", [:], [body, annotation])
        return MathFormula(
            node: .tag("math", display ? ["display": "block"] : [:], [semantics]),
            labels: parser.labels, tag: parser.tag, macros: parser.stream.macros, terms: terms)
    }

    /// A tag on one row only is the formula's.
    private func hoistingTag(_ terms: [Term], _ parser: inout Parser) -> [Term] {
        guard case .table(var table)? = terms.first, terms.count == 1, parser.tag == nil else { return terms }
        let tagged = table.rows.indices.filter { table.rows[$0].tag != nil }
        guard tagged.count == 1, let row = tagged.first else { return terms }
        parser.tag = table.rows[row].tag
        table.rows[row].tag = nil
        return [.table(table)]
    }
}
