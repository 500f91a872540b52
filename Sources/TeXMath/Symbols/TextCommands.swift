/// Commands that stand for characters among words.
let textCharacters: [String: String] = [
    " ": " ", "!": "", "#": "#", "$": "$", "%": "%", "&": "&", "-": "", "AA": "Å", "AE": "Æ", "L": "Ł",
    "LaTeX": "LaTeX", "O": "Ø", "OE": "Œ", "P": "¶", "S": "§", "TeX": "TeX", "_": "_", "aa": "å", "ae": "æ",
    "copyright": "©", "dag": "†", "ddag": "‡", "dots": "…", "i": "ı", "j": "ȷ", "l": "ł", "ldots": "…",
    "lq": "‘", "nobreakspace": "\u{A0}", "o": "ø", "oe": "œ", "pounds": "£", "rq": "’", "space": " ",
    "ss": "ß", "textasciicircum": "^", "textasciitilde": "~", "textbackslash": "\\", "textbar": "|",
    "textbraceleft": "{", "textbraceright": "}", "textbullet": "•", "textdegree": "°", "textellipsis": "…",
    "textemdash": "—", "textendash": "–", "textgreater": ">", "textless": "<", "textquotedblleft": "“",
    "textquotedblright": "”", "textquoteleft": "‘", "textquoteright": "’", "textregistered": "®",
    "textsection": "§", "texttrademark": "™", "textunderscore": "_", "{": "{", "|": "|", "}": "}",
]

/// Accents among words: the combining marks.
let textAccents: [String: Unicode.Scalar] = [
    "\"": "\u{308}", "'": "\u{301}", ".": "\u{307}", "=": "\u{304}", "H": "\u{30B}", "^": "\u{302}",
    "`": "\u{300}", "b": "\u{331}", "c": "\u{327}", "d": "\u{323}", "k": "\u{328}", "r": "\u{30A}",
    "u": "\u{306}", "v": "\u{30C}", "~": "\u{303}",
]

/// What two or three characters become among words.
let ligatures: [(written: String, text: String)] = [
    ("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"),
]
