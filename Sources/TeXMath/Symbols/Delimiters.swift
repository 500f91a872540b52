/// Delimiters that open.
let openingDelimiters = SymbolTable(
    """
    Lbrack ⟦  lBrace ⦃  lVert ‖  langle ⟨  lbrace {  lbrack [  lceil ⌈  lfloor ⌊  lgroup ⟮  llangle ⟪
    llbracket ⟦  llcorner ⌞  lmoustache ⎰  lparen (  lvert |  ulcorner ⌜  { {
    """)

/// Delimiters that close.
let closingDelimiters = SymbolTable(
    """
    Rbrack ⟧  lrcorner ⌟  rBrace ⦄  rVert ‖  rangle ⟩  rbrace }  rbrack ]  rceil ⌉  rfloor ⌋  rgroup ⟯
    rmoustache ⎱  rparen )  rrangle ⟫  rrbracket ⟧  rvert |  urcorner ⌝  } }
    """)

/// Delimiters that do either, or stand between.
let neutralDelimiters = SymbolTable("Vert ‖  backslash \\  vert |  | ‖")

/// Characters that are delimiters by themselves. TeX takes `<` and `>` for angle brackets here.
let characterDelimiters = SymbolTable(
    """
    ( (  ) )  / /  < ⟨  > ⟩  [ [  ] ]  | |  ‖ ‖  ⌈ ⌈  ⌉ ⌉  ⌊ ⌊  ⌋ ⌋  ⟦ ⟦  ⟧ ⟧  ⟨ ⟨  ⟩ ⟩
    """)

/// Arrows that may also stand as delimiters.
let arrowDelimiters = SymbolTable(
    "Downarrow ⇓  Uparrow ⇑  Updownarrow ⇕  downarrow ↓  uparrow ↑  updownarrow ↕")
