/// Letters set in italics unless a font command says otherwise.
let italicLetters = SymbolTable(
    """
    alpha α  beta β  chi χ  delta δ  digamma ϝ  epsilon ϵ  eta η  gamma γ  imath ı  iota ι  jmath ȷ  kappa κ
    lambda λ  mu μ  nu ν  omega ω  omicron ο  partial ∂  phi ϕ  pi π  psi ψ  rho ρ  sigma σ  tau τ  theta θ
    upsilon υ  varDelta Δ  varGamma Γ  varLambda Λ  varOmega Ω  varPhi Φ  varPi Π  varPsi Ψ  varSigma Σ
    varTheta Θ  varUpsilon Υ  varXi Ξ  varepsilon ε  varkappa ϰ  varphi φ  varpi ϖ  varrho ϱ  varsigma ς
    vartheta ϑ  xi ξ  zeta ζ
    """)

/// Letters and letter-like signs set upright.
let uprightLetters = SymbolTable(
    """
    Alpha Α  Bbbk 𝕜  Beta Β  Chi Χ  Delta Δ  Epsilon Ε  Eta Η  Finv Ⅎ  Game ⅁  Gamma Γ  Im ℑ  Iota Ι
    Kappa Κ  Lambda Λ  Mu Μ  Nu Ν  Omega Ω  Omicron Ο  P ¶  Phi Φ  Pi Π  Psi Ψ  Re ℜ  Rho Ρ  S §  Sigma Σ
    Tau Τ  Theta Θ  Upsilon Υ  Xi Ξ  Zeta Ζ  aleph ℵ  beth ℶ  complement ∁  daleth ℸ  ell ℓ  eth ð  gimel ℷ
    hbar ℏ  hslash ℏ  mho ℧  nabla ∇  weierp ℘  wp ℘
    """)

/// Signs that stand for themselves, spaced like letters.
let ordinarySigns = SymbolTable(
    """
    # #  $ $  % %  & &  AA Å  Box □  Diamond ◊  _ _  angle ∠  backprime ‵  bigstar ★  blacklozenge ⧫
    blacksquare ■  blacktriangle ▲  blacktriangledown ▼  bot ⊥  checkmark ✓  circledR ®  circledS Ⓢ
    clubsuit ♣  copyright ©  dag †  ddag ‡  degree °  diagdown ╲  diagup ╱  diamondsuit ♢  emptyset ∅
    exists ∃  flat ♭  forall ∀  heartsuit ♡  infty ∞  lightning ↯  lnot ¬  lozenge ◊  maltese ✠
    measuredangle ∡  natural ♮  neg ¬  nexists ∄  ocircle ○  pounds £  prime ′  sharp ♯  spadesuit ♠
    sphericalangle ∢  square □  surd √  textbackslash \\  top ⊤  triangle △  triangledown ▽  varnothing ∅
    yen ¥
    """)
