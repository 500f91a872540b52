import HTML
import TeXMath

/// The formulas of one page in order: what one defines with `\newcommand`, those after it may use.
struct Mathematics {
    /// Every formula so far in one line of plain text, by its TeX.
    private(set) var texts: [String: String] = [:]
    private var macros: Macros

    init(macros: Macros) {
        self.macros = macros
    }

    /// A formula as MathML.
    mutating func convert(_ tex: String, isDisplay: Bool) -> Result<Node, MathError> {
        do throws(MathError) {
            let formula = try MathConverter(macros: macros).convert(tex, display: isDisplay)
            macros = formula.macros
            texts[tex] = formula.text
            return .success(formula.node)
        } catch {
            return .failure(error)
        }
    }
}
