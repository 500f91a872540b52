/// Arrows, which are relations.
let arrows = SymbolTable(
    """
    Downarrow ⇓  Leftarrow ⇐  Leftrightarrow ⇔  Lleftarrow ⇚  Longleftarrow ⟸  Longleftrightarrow ⟺
    Longmapsfrom ⟽  Longmapsto ⟾  Longrightarrow ⟹  Lsh ↰  Mapsto ⤇  Rightarrow ⇒  Rrightarrow ⇛  Rsh ↱
    Uparrow ⇑  Updownarrow ⇕  circlearrowleft ↺  circlearrowright ↻  curvearrowleft ↶  curvearrowright ↷
    dashleftarrow ⇠  dashrightarrow ⇢  downarrow ↓  downdownarrows ⇊  downharpoonleft ⇃  downharpoonright ⇂
    gets ←  hookleftarrow ↩  hookrightarrow ↪  leadsto ⇝  leftarrow ←  leftarrowtail ↢  leftharpoondown ↽
    leftharpoonup ↼  leftleftarrows ⇇  leftrightarrow ↔  leftrightarrows ⇆  leftrightharpoons ⇋
    leftrightsquigarrow ↭  longleftarrow ⟵  longleftrightarrow ⟷  longmapsfrom ⟻  longmapsto ⟼
    longrightarrow ⟶  looparrowleft ↫  looparrowright ↬  mapsfrom ↤  mapsto ↦  nLeftarrow ⇍
    nLeftrightarrow ⇎  nRightarrow ⇏  nearrow ↗  nleftarrow ↚  nleftrightarrow ↮  nrightarrow ↛  nwarrow ↖
    restriction ↾  rightarrow →  rightarrowtail ↣  rightharpoondown ⇁  rightharpoonup ⇀  rightleftarrows ⇄
    rightleftharpoons ⇌  rightrightarrows ⇉  rightsquigarrow ⇝  searrow ↘  swarrow ↙  to →
    twoheadleftarrow ↞  twoheadrightarrow ↠  uparrow ↑  updownarrow ↕  upharpoonleft ↿  upharpoonright ↾
    upuparrows ⇈
    """)

/// Arrows that grow with what is written above and below them.
let extensibleArrows = SymbolTable(
    """
    xLeftarrow ⇐  xLeftrightarrow ⇔  xRightarrow ⇒  xhookleftarrow ↩  xhookrightarrow ↪  xleftarrow ←
    xleftharpoondown ↽  xleftharpoonup ↼  xleftrightarrow ↔  xleftrightharpoons ⇋  xlongequal =  xmapsto ↦
    xrightarrow →  xrightharpoondown ⇁  xrightharpoonup ⇀  xrightleftharpoons ⇌  xtwoheadleftarrow ↞
    xtwoheadrightarrow ↠
    """)
