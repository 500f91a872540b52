/// Binary operators: medium spaces around them, none where they turn out to be signs.
let binaryOperators = SymbolTable(
    """
    And &  Cap ⋒  Cup ⋓  amalg ⨿  ast ∗  barwedge ⊼  bigcirc ◯  bigtriangledown ▽  bigtriangleup △  boxdot ⊡
    boxminus ⊟  boxplus ⊞  boxtimes ⊠  bullet •  cap ∩  cdot ⋅  centerdot ⋅  circ ∘  circledast ⊛
    circledcirc ⊚  circleddash ⊝  cup ∪  curlyvee ⋎  curlywedge ⋏  dagger †  ddagger ‡  diamond ⋄  div ÷
    divideontimes ⋇  dotplus ∔  doublebarwedge ⩞  doublecap ⋒  doublecup ⋓  fatsemi ⨟  gtrdot ⋗  intercal ⊺
    land ∧  leftthreetimes ⋋  lessdot ⋖  lhd ⊲  lor ∨  ltimes ⋉  mp ∓  obslash ⦸  odot ⊙  ogreaterthan ⧁
    olessthan ⧀  ominus ⊖  oplus ⊕  oslash ⊘  otimes ⊗  pm ±  rhd ⊳  rightthreetimes ⋌  rtimes ⋊  setminus ∖
    smallsetminus ∖  sqcap ⊓  sqcup ⊔  sslash ⫽  star ⋆  times ×  triangleleft ◃  triangleright ▹  unlhd ⊴
    unrhd ⊵  uplus ⊎  vee ∨  veebar ⊻  wedge ∧  wr ≀
    """)
