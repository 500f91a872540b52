/// Every command the parser knows, by name without its backslash.
let commands: [String: Command] = {
    var table: [String: Command] = [:]
    func add(_ symbols: SymbolTable, _ command: (String) -> Command) {
        for (name, text) in symbols.entries { table[name] = command(text) }
    }
    func addSymbols(_ symbols: SymbolTable, _ atomClass: AtomClass) {
        add(symbols) { .term(.symbol(Symbol(text: $0, atomClass: atomClass))) }
    }

    add(italicLetters) { .term(.identifier($0, upright: false)) }
    add(uprightLetters) { .term(.identifier($0, upright: true)) }
    add(ordinarySigns) { .term(.identifier($0, upright: true)) }
    addSymbols(relations, .relation)
    addSymbols(arrows, .relation)
    addSymbols(binaryOperators, .binary)
    addSymbols(openingDelimiters, .opening)
    addSymbols(closingDelimiters, .closing)
    addSymbols(neutralDelimiters, .ordinary)
    add(limitsOperators) { .term(.largeOperator($0, limits: true)) }
    add(integrals) { .term(.largeOperator($0, limits: false)) }
    add(accents) { .accent(Accent(mark: $0, isWide: false)) }
    add(wideAccents) { .accent(Accent(mark: $0, isWide: true)) }
    add(accentsBelow) { .accent(Accent(mark: $0, isWide: true, isBelow: true)) }
    add(labelledBraces) { .labelledBrace($0, isBelow: $0 == "⏟" || $0 == "⎵") }
    add(extensibleArrows) { .extensibleArrow($0) }
    for name in functions { table[name] = .term(.function(name, limits: false)) }
    for (name, text) in limitsFunctions { table[name] = .term(.function(text, limits: true)) }
    for structure in Structure.allCases { table[structure.rawValue] = .structure(structure) }
    for (name, command) in variousCommands { table[name] = command }
    for (name, percent) in sizes { table[name] = .term(.change(.size(percent))) }
    return table
}()

/// LaTeX's sizes of type in percent of the normal one.
let sizes: KeyValuePairs = [
    "tiny": 50, "scriptsize": 70, "footnotesize": 80, "small": 90, "normalsize": 100, "large": 120,
    "Large": 144, "LARGE": 173, "huge": 207, "Huge": 249,
]

private let variousCommands: [(String, Command)] = [
    // Dots.
    ("adots", .term(.symbol(Symbol(text: "⋰", atomClass: .inner)))),
    ("cdots", .term(.symbol(Symbol(text: "⋯", atomClass: .inner)))),
    ("colon", .term(.symbol(Symbol(text: ":", atomClass: .punctuation)))),
    ("ddots", .term(.symbol(Symbol(text: "⋱", atomClass: .inner)))),
    ("dotsb", .term(.symbol(Symbol(text: "⋯", atomClass: .inner)))),
    ("dotsc", .term(.symbol(Symbol(text: "…", atomClass: .inner)))),
    ("dotsi", .term(.symbol(Symbol(text: "⋯", atomClass: .inner)))),
    ("dotsm", .term(.symbol(Symbol(text: "⋯", atomClass: .inner)))),
    ("dotsx", .term(.symbol(Symbol(text: "…", atomClass: .inner)))),
    ("dotso", .term(.symbol(Symbol(text: "…", atomClass: .inner)))),
    ("iddots", .term(.symbol(Symbol(text: "⋰", atomClass: .inner)))),
    ("ldots", .term(.symbol(Symbol(text: "…", atomClass: .inner)))),
    ("mathellipsis", .term(.symbol(Symbol(text: "…", atomClass: .inner)))),
    ("vdots", .term(.symbol(Symbol(text: "⋮", atomClass: .ordinary)))),

    // Boxes.
    ("bcancel", .boxed(.backCancel)),
    ("boxed", .boxed(.frame)),
    ("cancel", .boxed(.cancel)),
    ("hphantom", .boxed(.phantom(width: true, height: false))),
    ("mathclap", .boxed(.lapped(.centre))),
    ("mathllap", .boxed(.lapped(.left))),
    ("mathrlap", .boxed(.lapped(.right))),
    ("overline", .boxed(.lineAbove)),
    ("phantom", .boxed(.phantom(width: true, height: true))),
    ("sout", .boxed(.strikeOut)),
    ("underbar", .boxed(.lineBelow)),
    ("underline", .boxed(.lineBelow)),
    ("vphantom", .boxed(.phantom(width: false, height: true))),
    ("xcancel", .boxed(.crossCancel)),

    // Alphabets, as commands with an argument and as switches.
    ("Bbb", .font(.alphabet(.doubleStruck))),
    ("bm", .font(.bolder)),
    ("boldsymbol", .font(.bolder)),
    ("mathbb", .font(.alphabet(.doubleStruck))),
    ("mathbf", .font(.alphabet(.bold))),
    ("mathbfcal", .font(.alphabet(.boldScript))),
    ("mathbfit", .font(.alphabet(.boldItalic))),
    ("mathcal", .font(.alphabet(.script))),
    ("mathfrak", .font(.alphabet(.fraktur))),
    ("mathit", .font(.alphabet(.italic))),
    ("mathnormal", .font(.alphabet(.italic))),
    ("mathrm", .font(.alphabet(.upright))),
    ("mathscr", .font(.alphabet(.script))),
    ("mathsf", .font(.alphabet(.sansSerif))),
    ("mathsfit", .font(.alphabet(.sansSerifItalic))),
    ("mathtt", .font(.alphabet(.monospace))),
    ("mathup", .font(.alphabet(.upright))),
    ("pmb", .font(.bolder)),
    ("symbf", .font(.alphabet(.bold))),
    ("bf", .term(.change(.font(.alphabet(.bold))))),
    ("cal", .term(.change(.font(.alphabet(.script))))),
    ("frak", .term(.change(.font(.alphabet(.fraktur))))),
    ("it", .term(.change(.font(.alphabet(.italic))))),
    ("rm", .term(.change(.font(.alphabet(.upright))))),
    ("sf", .term(.change(.font(.alphabet(.sansSerif))))),
    ("tt", .term(.change(.font(.alphabet(.monospace))))),

    // Words.
    ("emph", .text(TextFace(isItalic: true))),
    ("hbox", .text(nil)),
    ("mbox", .text(nil)),
    ("text", .text(nil)),
    ("textbf", .text(TextFace(isBold: true))),
    ("textit", .text(TextFace(isItalic: true))),
    ("textmd", .text(nil)),
    ("textnormal", .text(TextFace())),
    ("textrm", .text(TextFace())),
    ("textsc", .text(nil)),
    ("textsf", .text(TextFace(family: .sansSerif))),
    ("textsl", .text(TextFace(isItalic: true))),
    ("texttt", .text(TextFace(family: .monospace))),
    ("textup", .text(TextFace())),

    // Styles.
    ("displaystyle", .term(.change(.style(.display)))),
    ("scriptscriptstyle", .term(.change(.style(.scriptScript)))),
    ("scriptstyle", .term(.change(.style(.script)))),
    ("textstyle", .term(.change(.style(.text)))),

    // Classes.
    ("mathbin", .classed(.binary)),
    ("mathclose", .classed(.closing)),
    ("mathinner", .classed(.inner)),
    ("mathop", .classed(.largeOperator)),
    ("mathopen", .classed(.opening)),
    ("mathord", .classed(.ordinary)),
    ("mathpunct", .classed(.punctuation)),
    ("mathrel", .classed(.relation)),

    // Fractions.
    ("binom", .fraction(.binomial(nil))),
    ("cfrac", .fraction(.continued)),
    ("dbinom", .fraction(.binomial(.display))),
    ("dfrac", .fraction(.plain(.display))),
    ("frac", .fraction(.plain(nil))),
    ("genfrac", .fraction(.general)),
    ("tbinom", .fraction(.binomial(.text))),
    ("tfrac", .fraction(.plain(.text))),
    ("atop", .infixFraction(.atop)),
    ("brace", .infixFraction(.brace)),
    ("brack", .infixFraction(.brack)),
    ("choose", .infixFraction(.choose)),
    ("over", .infixFraction(.over)),

    // Sizes of delimiters.
    ("Big", .sizedDelimiter(.ordinary, Length(ems: 1.8))),
    ("Bigg", .sizedDelimiter(.ordinary, Length(ems: 3))),
    ("Biggl", .sizedDelimiter(.opening, Length(ems: 3))),
    ("Biggm", .sizedDelimiter(.relation, Length(ems: 3))),
    ("Biggr", .sizedDelimiter(.closing, Length(ems: 3))),
    ("Bigl", .sizedDelimiter(.opening, Length(ems: 1.8))),
    ("Bigm", .sizedDelimiter(.relation, Length(ems: 1.8))),
    ("Bigr", .sizedDelimiter(.closing, Length(ems: 1.8))),
    ("big", .sizedDelimiter(.ordinary, Length(ems: 1.2))),
    ("bigg", .sizedDelimiter(.ordinary, Length(ems: 2.4))),
    ("biggl", .sizedDelimiter(.opening, Length(ems: 2.4))),
    ("biggm", .sizedDelimiter(.relation, Length(ems: 2.4))),
    ("biggr", .sizedDelimiter(.closing, Length(ems: 2.4))),
    ("bigl", .sizedDelimiter(.opening, Length(ems: 1.2))),
    ("bigm", .sizedDelimiter(.relation, Length(ems: 1.2))),
    ("bigr", .sizedDelimiter(.closing, Length(ems: 1.2))),

    // Spaces.
    ("!", .term(.space(Length(mu: -3)))),
    (",", .term(.space(Length(mu: 3)))),
    (":", .term(.space(Length(mu: 4)))),
    (";", .term(.space(Length(mu: 5)))),
    (">", .term(.space(Length(mu: 4)))),
    (" ", .term(.space(Length(ems: 0.25)))),
    ("enskip", .term(.space(Length(ems: 0.5)))),
    ("enspace", .term(.space(Length(ems: 0.5)))),
    ("medspace", .term(.space(Length(mu: 4)))),
    ("negmedspace", .term(.space(Length(mu: -4)))),
    ("negthickspace", .term(.space(Length(mu: -5)))),
    ("negthinspace", .term(.space(Length(mu: -3)))),
    ("nobreakspace", .term(.space(Length(ems: 0.25)))),
    ("qquad", .term(.space(Length(ems: 2)))),
    ("quad", .term(.space(Length(ems: 1)))),
    ("space", .term(.space(Length(ems: 0.25)))),
    ("thickspace", .term(.space(Length(mu: 5)))),
    ("thinspace", .term(.space(Length(mu: 3)))),

    // Hints to TeX that mean nothing here.
    ("allowbreak", .ignored), ("displaylimits", .ignored), ("hfill", .ignored), ("hfil", .ignored),
    ("noindent", .ignored), ("nobreak", .ignored), ("nonscript", .ignored), ("protect", .ignored),
    ("relax", .ignored), ("-", .ignored), ("/", .ignored), ("long", .ignored),
    ("global", .ignored), ("centering", .ignored), ("ensuremath", .ignored), ("xspace", .ignored),
    ("qedhere", .ignored), ("DOTSB", .ignored), ("DOTSI", .ignored), ("DOTSX", .ignored),
    ("normalfont", .ignored),
]
