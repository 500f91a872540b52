/// What a command of TeX does.
enum Command: Sendable {
    /// It stands for a piece of the formula by itself.
    case term(Term)
    /// It marks its argument.
    case accent(Accent)
    /// `\overbrace` and its like: a mark that takes a label as a script.
    case labelledBrace(String, isBelow: Bool)
    /// It sets its argument in another font.
    case font(FontChange)
    /// It sets words.
    case text(TextFace?)
    /// It sets its argument as an atom of a class.
    case classed(AtomClass)
    /// `\bigl` and its like set the delimiter that follows in a size.
    case sizedDelimiter(AtomClass, Length)
    case extensibleArrow(String)
    /// It boxes its argument.
    case boxed(Box)
    case fraction(FractionCommand)
    /// `{a \over b}` and its like.
    case infixFraction(InfixFraction)
    case structure(Structure)
    case ignored
}

extension Command {
    /// Whether `\newcommand` may take the name: LaTeX has many of the symbols and fonts in packages only.
    var mayBeRedefined: Bool {
        switch self {
        case .term, .accent, .font, .text, .extensibleArrow, .boxed, .ignored: true
        case .labelledBrace, .classed, .sizedDelimiter, .fraction, .infixFraction, .structure: false
        }
    }
}

enum FractionCommand: Sendable {
    case plain(MathStyle?), binomial(MathStyle?), continued, general
}

enum InfixFraction: Sendable {
    case over, atop, choose, brack, brace
}

/// Commands with a grammar of their own, by the name TeX gives them.
enum Structure: String, Sendable, CaseIterable {
    case left, middle, right, begin, end, sqrt, not, limits, nolimits, dots
    case overset, underset, overunderset, stackrel, substack, prescript, sideset, mathchoice
    case declareMathOperator = "DeclareMathOperator", operatorname, newcommand, renewcommand, providecommand,
        def, gdef, `let`
    case label, tag, nonumber, notag, color, textcolor, colorbox, fcolorbox
    case fbox
    case smash, llap, rlap, clap
    case ref, eqref, cref, capitalCref = "Cref", cite, require, vcenter
    case raisebox, rule, hspace, hskip, kern, mkern, mskip, mspace
    case row = "\\", cr, newline, tabularnewline, hline, hdashline
}
