/// Functions set upright, such as `\sin`.
let functions = [
    "arccos", "arccosh", "arcsin", "arcsinh", "arctan", "arctanh", "arccot", "arg", "cos", "cosh", "cot",
    "coth", "csc", "deg", "dim", "erf", "exp", "hom", "ker", "lg", "ln", "log", "sec", "sech", "csch", "sin",
    "sinh", "tan", "tanh", "tg", "ctg", "cotg", "cosec", "arctg", "arcctg", "sh", "ch", "th", "cth", "sgn",
    "sign", "Tr", "tr", "rank", "diag",
]

/// Functions whose scripts stand below and above them in display style, and how they are written.
let limitsFunctions: [(name: String, text: String)] = [
    ("Pr", "Pr"), ("argmax", "arg\u{2009}max"), ("argmin", "arg\u{2009}min"), ("det", "det"), ("gcd", "gcd"),
    ("inf", "inf"), ("injlim", "inj\u{2009}lim"), ("lcm", "lcm"), ("lim", "lim"),
    ("liminf", "lim\u{2009}inf"),
    ("limsup", "lim\u{2009}sup"), ("max", "max"), ("min", "min"), ("plim", "plim"),
    ("projlim", "proj\u{2009}lim"), ("sup", "sup"),
]
