/// Marks over one letter. The spacing characters: browsers misplace the combining ones over narrow letters.
let accents = SymbolTable(
    """
    acute ´  bar ¯  breve ˘  check ˇ  ddddot ⃜  dddot ⃛  ddot ¨  dot ˙  grave `  hat ˆ  mathring ˚  tilde ˜
    vec →
    """)

/// Marks that grow with what is under them. Fonts have wide forms of the combining circumflex only.
let wideAccents = SymbolTable(
    """
    overgroup ⏠  overleftarrow ←  overleftharpoon ↼  overleftrightarrow ↔  overparen ⏜  overrightarrow →
    overrightharpoon ⇀  widecheck ˇ  widehat \u{302}  wideparen ⏜  widetilde ˜
    """)

/// Marks that grow with what is over them.
let accentsBelow = SymbolTable(
    """
    undergroup ⏡  underleftarrow ←  underleftrightarrow ↔  underparen ⏝  underrightarrow →  utilde ˜
    """)

/// Braces that take a label as a script and are spaced as operators.
let labelledBraces = SymbolTable("overbrace ⏞  overbracket ⎴  underbrace ⏟  underbracket ⎵")
