/// Operators whose scripts stand below and above them in display style.
let limitsOperators = SymbolTable(
    """
    bigcap ⋂  bigcup ⋃  bigodot ⨀  bigoplus ⨁  bigotimes ⨂  bigsqcap ⨅  bigsqcup ⨆  biguplus ⨄  bigvee ⋁
    bigwedge ⋀  coprod ∐  intop ∫  prod ∏  sum ∑
    """)

/// Integrals, whose scripts stand beside them.
let integrals = SymbolTable("iiiint ⨌  iiint ∭  iint ∬  int ∫  oiiint ∰  oiint ∯  oint ∮")
