import HTML
import TeXMath
import Testing

struct MacroTests {
    private func text(_ tex: String, _ macros: Macros = .none) throws -> String {
        body(of: try MathConverter(macros: macros).convert(tex, display: false).node).serialised()
    }

    @Test func tableGivesNamesWithAndWithoutBackslash() throws {
        let macros = try Macros(["R": #"\mathbb{R}"#, #"\norm"#: #"\lVert #1 \rVert"#, "pair": "(#1, #2)"])
        #expect(macros.names == ["R", "norm", "pair"])
        #expect(try text(#"\R^n"#, macros) == text(#"\mathbb{R}^n"#))
        #expect(try text(#"\norm{x + y}"#, macros) == text(#"\lVert x + y \rVert"#))
        #expect(try text(#"\pair a{bc}"#, macros) == text("(a, bc)"))
    }

    @Test(arguments: ["", "a1", "é", "a b", "\\", "a\\b", "{}", "\u{0}"])
    func hostileNamesAreRefused(name: String) {
        let isOneSign = name == "é" || name == "\\"
        let error = isOneSign ? nil : #expect(throws: MacroError.self) { try Macros([name: "x"]) }
        #expect(isOneSign || error?.name == name)
    }

    @Test(arguments: ["{", "}", "#", "#a", "\\", "a\u{1}"]) func brokenDefinitionsAreRefused(body: String) {
        let error = #expect(throws: MacroError.self) { try Macros(["good": "x", "wrong": body]) }
        #expect(error?.name == "wrong")
    }

    @Test func definitionsOutliveTheirFormula() throws {
        let first = try MathConverter().convert(#"\newcommand{\half}{\frac12} \half"#, display: false)
        #expect(first.macros.names == ["half"])
        #expect(try text(#"\half"#, first.macros) == text(#"\frac12"#))
        let again = try MathConverter(macros: first.macros)
            .convert(#"\newcommand{\half}{\frac12}"#, display: false)
        #expect(again.macros == first.macros, "the same definition again is none")
    }

    @Test func scopesAndOverridesFollowTheTable() throws {
        let table = try Macros(["v": "a"])
        #expect(try text(#"\renewcommand{\v}{b} \v"#, table) == text("b"))
        #expect(try text(#"\providecommand{\v}{b} \v"#, table) == text("a"))
        #expect(try text(#"\vec x"#, Macros(["vec": #"\mathbf{#1}"#])) == text(#"\mathbf x"#))
        #expect(try text(#"\newcommand{\tr}{\mathrm{T}} \tr"#) == text(#"\mathrm{T}"#))
    }

    @Test func argumentsAreOptionalDelimitedOrSingleTokens() throws {
        #expect(try text(#"\newcommand{\p}[2][i]{#2_{#1}} \p x + \p[j]{y}"#) == text("x_{i} + y_{j}"))
        #expect(try text(#"\def\f#1#2{\frac{#1}{#2}} \f12"#) == text(#"\frac{1}{2}"#))
        #expect(try text(#"\let\e=\varepsilon \e"#) == text(#"\varepsilon"#))
        #expect(try text(#"\newcommand{\f}[1]{\newcommand{\g}[1]{##1 #1}} \f{a} \g{b}"#) == text("b a"))
        #expect(
            try text(#"\DeclareMathOperator*{\am}{arg\,max} \am_x"#) == text(#"\operatorname*{arg\,max}_x"#))
    }

    @Test(
        arguments: [
            #"\def\a{\a}\a"#, #"\def\a{\b}\def\b{\a}\a"#, #"\def\a{x\a}\a"#, #"\def\a#1{\a{#1#1}}\a{x}"#,
        ])
    func explosionsAreErrors(tex: String) {
        let error = #expect(throws: MathError.self) { try MathConverter().convert(tex, display: false) }
        #expect(error?.message.hasSuffix("expands without end") == true)
    }

    /// What is large, but does not use itself, is called large.
    @Test func largeExpansionsAreErrors() throws {
        func complaint(_ tex: String) -> String? {
            let error = #expect(throws: MathError.self) { try MathConverter().convert(tex, display: false) }
            return error?.message
        }
        let nested = String(repeating: #"\a{"#, count: 12) + "x" + String(repeating: "}", count: 12)
        #expect(
            complaint(#"\def\a#1{#1#1#1#1}"# + nested)
                == "the macros of this formula are expanded more than 10000 times")
        let long = #"\def\a{"# + String(repeating: "x", count: 1_000) + "}"
        #expect(
            complaint(long + String(repeating: #"\a "#, count: 101))
                == "the macros of this formula expand to more than 100000 tokens")
    }

    @Test func moderateExpansionIsNone() throws {
        let doubling = #"\def\a#1{#1#1}\a{\a{\a{\a{\a{\a{\a{\a{x}}}}}}}}"#
        let body = body(of: try MathConverter().convert(doubling, display: false).node)
        #expect(body.plainText == String(repeating: "x", count: 256))
    }
}
