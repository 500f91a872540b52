/// Marks over one letter.
let accents = SymbolTable(
    """
    acute ´  bar ¯  breve ˘  check ˇ  ddddot ⃜  dddot ⃛  ddot ¨  dot ˙  grave `  hat ^  mathring ˚  tilde ~
    vec →
    """)

/// Marks that grow with what is under them.
let wideAccents = SymbolTable(
    """
    overgroup ⏠  overleftarrow ←  overleftharpoon ↼  overleftrightarrow ↔  overline ¯  overparen ⏜
    overrightarrow →  overrightharpoon ⇀  widecheck ˇ  widehat ^  wideparen ⏜  widetilde ~
    """)

/// Marks that grow with what is over them.
let accentsBelow = SymbolTable(
    """
    underbar _  undergroup ⏡  underleftarrow ←  underleftrightarrow ↔  underline _  underparen ⏝
    underrightarrow →  utilde ~
    """)

/// Braces that take a label as a script and are spaced as operators.
let labelledBraces = SymbolTable("overbrace ⏞  overbracket ⎴  underbrace ⏟  underbracket ⎵")
