/// A piece of a formula: what the parser makes of TeX, and MathML is made of.
indirect enum Term: Sendable, Hashable {
    /// A letter or letter-like symbol, set in the current alphabet unless it is upright by nature.
    case identifier(String, upright: Bool)
    case number(String)
    case symbol(Symbol)
    /// A named function such as `\sin`; with limits, scripts go below and above in display style.
    case function(String, limits: Bool)
    /// `\sum`, `\int`: larger in display style.
    case largeOperator(String, limits: Bool)
    case group([Term])
    /// `\mathrel{…}`: a group that is spaced as another class.
    case classed(AtomClass, [Term])
    case scripts(Scripts)
    case fraction(Fraction)
    case root(degree: [Term]?, radicand: [Term])
    case fenced([FencedPart])
    case sizedDelimiter(String, AtomClass, size: Length)
    case accent(Accent, [Term])
    case stacked(Stack)
    case extensibleArrow(String, above: [Term], below: [Term])
    case font(FontChange, [Term])
    case coloured(String, [Term])
    /// A change of style, font or colour that holds to the end of its group.
    case change(Change)
    case text([TextRun])
    case space(Length)
    case boxed(Box, [Term])
    case rule(width: Length, height: Length, raise: Length)
    case table(Table)
    /// `\mathchoice`: one list for each style.
    case choice([[Term]])
}

/// A character with the class it is spaced as.
struct Symbol: Sendable, Hashable {
    var text: String
    var atomClass: AtomClass
}

/// Whether scripts stand below and above their base.
enum LimitsPlacement: Sendable, Hashable {
    /// As the base has it.
    case natural
    case limits, noLimits
}

/// A base with what is attached to it.
struct Scripts: Sendable, Hashable {
    var base: [Term]
    var below: [Term]?
    var above: [Term]?
    var primes = 0
    var placement = LimitsPlacement.natural
    /// Scripts in front of the base (`\prescript`, `\sideset`).
    var before: Prescripts?
}

struct Prescripts: Sendable, Hashable {
    var below: [Term]
    var above: [Term]
}

struct Fraction: Sendable, Hashable {
    var numerator: [Term]
    var denominator: [Term]
    /// The thickness of the bar; `nil` is the font's own.
    var bar: Length?
    var left: String?
    var right: String?
    var style: MathStyle?
    /// `\cfrac`: both parts stay in display style.
    var isContinued = false
}

/// What stands between `\left` and `\right`, and what `\middle` sets between.
enum FencedPart: Sendable, Hashable {
    case delimiter(String?)
    case terms([Term])
}

/// A mark over or under its base that takes no part in spacing.
struct Accent: Sendable, Hashable {
    var mark: String
    var isWide: Bool
    var isBelow = false
}

/// Something set over or under a base, such as `\overset` and `\overbrace`.
struct Stack: Sendable, Hashable {
    var base: [Term]
    var over: [Term]?
    var under: [Term]?
    /// `\stackrel` is always a relation; otherwise the base decides.
    var atomClass: AtomClass?
}

enum FontChange: Sendable, Hashable {
    case alphabet(MathFont)
    /// `\boldsymbol`: whatever it is, bolder.
    case bolder
}

enum Change: Sendable, Hashable {
    case style(MathStyle)
    case font(FontChange)
    case colour(String)
    /// In percent of the size around the formula.
    case size(Int)
}
