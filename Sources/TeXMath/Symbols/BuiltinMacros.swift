/// Commands that are abbreviations of others, as an author would write them.
let builtinMacros: [String: Macro] = {
    let definitions: KeyValuePairs = [
        "Bra": #"\left\langle #1\right|"#,
        "Braket": #"\left\langle #1\right\rangle"#,
        "Ket": #"\left|#1\right\rangle"#,
        "LaTeX": #"\text{LaTeX}"#,
        "Set": #"\left\{\,#1\,\right\}"#,
        "TeX": #"\text{TeX}"#,
        "bmod": #"\mathbin{\operatorname{mod}}"#,
        "bra": #"\mathinner{\langle #1|}"#,
        "braket": #"\mathinner{\langle #1\rangle}"#,
        "cdotp": #"\mathpunct{\cdot}"#,
        "iff": #"\;\Longleftrightarrow\;"#,
        "impliedby": #"\;\Longleftarrow\;"#,
        "implies": #"\;\Longrightarrow\;"#,
        "ket": #"\mathinner{|#1\rangle}"#,
        "ldotp": #"\mathpunct{.}"#,
        "mathstrut": #"\vphantom{(}"#,
        "mod": #"\mathchoice{\mkern18mu}{\mkern12mu}{\mkern12mu}{\mkern12mu}\operatorname{mod}\,\,#1"#,
        "operatornamewithlimits": #"\operatorname*{#1}"#,
        "pmod": #"\pod{\operatorname{mod}\mkern6mu #1}"#,
        "pod": #"\mathchoice{\mkern18mu}{\mkern8mu}{\mkern8mu}{\mkern8mu}(#1)"#,
        "set": #"\{\,#1\,\}"#,
        "smallint": #"{\textstyle\int}"#,
        "strut": #"\vphantom{(}"#,
        "varinjlim": #"\mathop{\underrightarrow{\operatorname{lim}}}"#,
        "varliminf": #"\mathop{\underline{\operatorname{lim}}}"#,
        "varlimsup": #"\mathop{\overline{\operatorname{lim}}}"#,
        "varprojlim": #"\mathop{\underleftarrow{\operatorname{lim}}}"#,
    ]
    var macros: [String: Macro] = [:]
    for (name, definition) in definitions {
        macros[name] = try? Macro(body: Tokenizer.tokens(of: definition))
    }
    return macros
}()
