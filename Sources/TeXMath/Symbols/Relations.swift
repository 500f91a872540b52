/// Relations: thick spaces around them.
let relations = SymbolTable(
    """
    Bumpeq ≎  Colon ∷  Coloneqq ⩴  Doteq ≑  Join ⋈  Subset ⋐  Supset ⋑  Vdash ⊩  Vvdash ⊪  approx ≈
    approxeq ≊  asymp ≍  backepsilon ∍  backsim ∽  backsimeq ⋍  because ∵  between ≬  blacktriangleleft ◀
    blacktriangleright ▶  bowtie ⋈  bumpeq ≏  circeq ≗  coloncolon ∷  coloneq ≔  coloneqq ≔  colonequals ≔
    cong ≅  curlyeqprec ⋞  curlyeqsucc ⋟  dashv ⊣  dblcolon ∷  defeq ≝  doteq ≐  doteqdot ≑  eqcirc ≖
    eqcolon ≕  eqqcolon ≕  eqsim ≂  eqslantgtr ⪖  eqslantless ⪕  equalscolon ≕  equiv ≡  fallingdotseq ≒
    frown ⌢  ge ≥  geq ≥  geqq ≧  geqslant ⩾  gg ≫  ggg ⋙  gggtr ⋙  gnapprox ⪊  gneq ⪈  gneqq ≩  gnsim ⋧
    gt >  gtrapprox ⪆  gtreqless ⋛  gtreqqless ⪌  gtrless ≷  gtrsim ≳  gvertneqq ≩  imageof ⊷  in ∈  le ≤
    leq ≤  leqq ≦  leqslant ⩽  lessapprox ⪅  lesseqgtr ⋚  lesseqqgtr ⪋  lessgtr ≶  lesssim ≲  ll ≪  lll ⋘
    llless ⋘  lnapprox ⪉  lneq ⪇  lneqq ≨  lnsim ⋦  lt <  lvertneqq ≨  mid ∣  models ⊨  multimap ⊸  nVDash ⊯
    nVdash ⊮  ncong ≇  ne ≠  neq ≠  ngeq ≱  ngeqq ≱  ngeqslant ≱  ngtr ≯  ni ∋  nleq ≰  nleqq ≰  nleqslant ≰
    nless ≮  nmid ∤  notin ∉  notni ∌  nparallel ∦  nprec ⊀  npreceq ⋠  nshortmid ∤  nshortparallel ∦
    nsim ≁  nsubset ⊄  nsubseteq ⊈  nsubseteqq ⊈  nsucc ⊁  nsucceq ⋡  nsupset ⊅  nsupseteq ⊉  nsupseteqq ⊉
    ntriangleleft ⋪  ntrianglelefteq ⋬  ntriangleright ⋫  ntrianglerighteq ⋭  nvDash ⊭  nvdash ⊬  origof ⊶
    owns ∋  parallel ∥  perp ⟂  pitchfork ⋔  prec ≺  precapprox ⪷  preccurlyeq ≼  preceq ⪯  precnapprox ⪹
    precneqq ⪵  precnsim ⋨  precsim ≾  propto ∝  ratio ∶  risingdotseq ≓  shortmid ∣  shortparallel ∥  sim ∼
    simeq ≃  smallfrown ⌢  smallsmile ⌣  smile ⌣  sqsubset ⊏  sqsubseteq ⊑  sqsupset ⊐  sqsupseteq ⊒
    subset ⊂  subseteq ⊆  subseteqq ⫅  subsetneq ⊊  subsetneqq ⫋  succ ≻  succapprox ⪸  succcurlyeq ≽
    succeq ⪰  succnapprox ⪺  succneqq ⪶  succnsim ⋩  succsim ≿  supset ⊃  supseteq ⊇  supseteqq ⫆
    supsetneq ⊋  supsetneqq ⫌  therefore ∴  thickapprox ≈  thicksim ∼  trianglelefteq ⊴
    trianglelefteqslant ⊴  triangleq ≜  trianglerighteq ⊵  trianglerighteqslant ⊵  vDash ⊨  varpropto ∝
    varsubsetneq ⊊  varsubsetneqq ⫋  varsupsetneq ⊋  varsupsetneqq ⫌  vartriangle △  vartriangleleft ⊲
    vartriangleright ⊳  vcentcolon :  vdash ⊢
    """)

/// What `\not` makes of a relation that has a negation of its own.
let negations = SymbolTable(
    """
    < ≮  = ≠  > ≯  | ∤  ← ↚  → ↛  ↔ ↮  ⇐ ⇍  ⇒ ⇏  ⇔ ⇎  ∃ ∄  ∈ ∉  ∋ ∌  ∣ ∤  ∥ ∦  ∼ ≁  ≃ ≄  ≅ ≇  ≈ ≉  ≍ ≭  ≡ ≢
    ≤ ≰  ≥ ≱  ≲ ≴  ≳ ≵  ≶ ≸  ≷ ≹  ≺ ⊀  ≻ ⊁  ≼ ⋠  ≽ ⋡  ⊂ ⊄  ⊃ ⊅  ⊆ ⊈  ⊇ ⊉  ⊑ ⋢  ⊒ ⋣  ⊢ ⊬  ⊨ ⊭  ⊩ ⊮  ⊲ ⋪  ⊳ ⋫
    ⊴ ⋬  ⊵ ⋭
    """)
