import TestSupport

/// Makes formulas: token soup, most of it wrong, and trees, all of it right.
struct FormulaGenerator {
    var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func soup() -> String {
        let count = Int.random(in: 0...30, using: &random)
        return (0..<count).map { _ in pick(Self.pieces) }.joined(
            separator: Bool.random(using: &random) ? " " : "")
    }

    mutating func tree(depth: Int = 4) -> String {
        func inner(_ generator: inout FormulaGenerator) -> String { generator.tree(depth: depth - 1) }
        guard depth > 0 else { return pick(Self.leaves) }
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return "\\frac{\(inner(&self))}{\(inner(&self))}"
        case 1: return "{\(inner(&self))}_{\(inner(&self))}"
        case 2: return "{\(inner(&self))}^{\(inner(&self))}"
        case 3: return "\\sqrt[\(pick(Self.leaves))]{\(inner(&self))}"
        case 4: return "\\left(\(inner(&self))\\right]"
        case 5: return "\\begin{pmatrix}\(inner(&self))&\(inner(&self))\\\\\(inner(&self))\\end{pmatrix}"
        case 6: return "\\sum_{\(inner(&self))}^{\(inner(&self))}"
        case 7: return "\\text{a $\(inner(&self))$}"
        case 8: return "\\hat{\(inner(&self))}"
        case 9: return "\\mathbf{\(inner(&self))}"
        default: return "\(inner(&self)) \(pick(Self.operators)) \(inner(&self))"
        }
    }

    mutating func pick(_ list: [String]) -> String { list[Int.random(in: 0..<list.count, using: &random)] }

    static let leaves = [
        "x", "y_1", "12", "\\alpha", "\\infty", "f'", "\\sin x", "3.5", "\\mathbb{R}", "é", "𝐱", "∑",
    ]
    static let operators = ["+", "-", "=", "\\le", "\\cdot", ",", "/", ":", "\\to", "\\mid", "\\quad", "|"]
    static let pieces =
        leaves + operators + [
            "{", "}", "{", "}", "^", "_", "&", "\\\\", "$", "#", "#1", "%", "\n", "'", "[", "]", "(", ")",
            "*", "~",
            "\\left", "\\right", "\\middle", "\\frac", "\\sqrt", "\\begin", "\\end", "{matrix}", "{cases}",
            "{align}",
            "\\begin{aligned}", "\\end{aligned}", "\\begin{array}{c|r}", "\\end{array}", "\\text", "\\mathrm",
            "\\big",
            "\\over", "\\choose", "\\limits", "\\not", "\\hline", "\\newcommand", "\\def", "\\let", "\\f",
            "{\\f}",
            "\\tag", "\\label", "\\color", "{red}", "\\hspace", "{1em}", "\\kern", "1pt", "\\operatorname",
            "\\substack",
            "\\overbrace", "\\xrightarrow", "\\phantom", "\\cancel", "\\genfrac", "\\displaystyle",
            "\\mathchoice",
            "\\prescript", "\\sideset", "\\", "\\ ", "\\é", "\u{301}", "\u{1F600}", "<", ">", "\"", "\u{0}",
            "\\unknown",
            "\\dots", "\\big{|}", "\\raisebox", "\\rule", "\\smash", "\\cfrac", "\\stackrel", "\\mathop",
            "\\bgroup",
        ]
}
