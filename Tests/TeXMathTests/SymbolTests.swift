import Testing

@testable import TeXMath

/// The tables against themselves and against Unicode's own names for characters.
struct SymbolTests {
    static let tables = [
        ("italicLetters", italicLetters), ("uprightLetters", uprightLetters),
        ("ordinarySigns", ordinarySigns),
        ("relations", relations), ("binaryOperators", binaryOperators), ("arrows", arrows),
        ("extensibleArrows", extensibleArrows), ("openingDelimiters", openingDelimiters),
        ("closingDelimiters", closingDelimiters), ("neutralDelimiters", neutralDelimiters),
        ("limitsOperators", limitsOperators), ("integrals", integrals), ("accents", accents),
        ("wideAccents", wideAccents), ("accentsBelow", accentsBelow), ("labelledBraces", labelledBraces),
    ]

    @Test func noCommandIsGivenTwice() {
        var seen: [String: String] = [:]
        for (table, symbols) in Self.tables {
            for (name, _) in symbols.entries {
                #expect(seen[name] == nil, "\\\(name) is in \(seen[name] ?? "") and \(table)")
                seen[name] = table
            }
        }
        #expect(seen.count > 500)
    }

    @Test(arguments: tables.indices) func tablesAreSortedAndOfSingleCharacters(index: Int) {
        let entries = Self.tables[index].1.entries
        #expect(entries.map(\.name) == entries.map(\.name).sorted())
        for (name, text) in entries { #expect(text.unicodeScalars.count == 1, "\(name)") }
    }

    @Test func everyAbbreviationIsRead() throws {
        #expect(builtinMacros.count >= 25)
        for (name, macro) in builtinMacros {
            let arguments = String(repeating: "{x}", count: macro.arity)
            _ = try MathConverter().convert("\\\(name)\(arguments)", display: true)
        }
    }

    /// Every symbol converts, and its character reaches the page; typed as itself it gives the same.
    @Test func everySymbolIsDrawnAsItsCharacter() throws {
        let converter = MathConverter()
        for (table, symbols) in Self.tables.prefix(6) {
            for (name, text) in symbols.entries {
                let formula = try converter.convert("\\\(name)", display: true)
                #expect(body(of: formula.node).plainText == text, "\(table): \(name)")
                if text.unicodeScalars.allSatisfy({ !$0.isASCII }) {
                    let typed = try converter.convert(text, display: true)
                    #expect(body(of: typed.node).plainText == text, "\(table): \(text)")
                }
            }
        }
    }

    static let alphabets: [(MathFont, String)] = [
        (.bold, "BOLD"), (.italic, "ITALIC"), (.boldItalic, "BOLD ITALIC"), (.script, "SCRIPT"),
        (.boldScript, "BOLD SCRIPT"), (.fraktur, "FRAKTUR"), (.boldFraktur, "BOLD FRAKTUR"),
        (.doubleStruck, "DOUBLE-STRUCK"), (.sansSerif, "SANS-SERIF"), (.sansSerifBold, "SANS-SERIF BOLD"),
        (.sansSerifItalic, "SANS-SERIF ITALIC"), (.sansSerifBoldItalic, "SANS-SERIF BOLD ITALIC"),
        (.monospace, "MONOSPACE"),
    ]

    @Test(arguments: alphabets.indices) func alphabetsAreThoseOfUnicode(index: Int) {
        let (font, name) = Self.alphabets[index]
        let latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".unicodeScalars
        for letter in latin {
            let kind = letter.properties.isUppercase ? "CAPITAL" : "SMALL"
            let set = MathAlphabet.set(letter, in: font).properties.name ?? ""
            let regular = "MATHEMATICAL \(name) \(kind) \(letter.properties.uppercaseMapping)"
            let older = Self.olderNames["\(name) \(letter)"]
            #expect(set == older ?? regular)
        }
        for letter in "ΑΒΓΔΘΛΞΠΣΦΨΩαβγδεζηθικλμνξοπρςστυφχψω∂∇ϵϑϰϕϱϖ".unicodeScalars {
            let set = MathAlphabet.set(letter, in: font)
            let expected = (letter.properties.name ?? "")
                .replacing("GREEK ", with: "").replacing("LETTER ", with: "").replacing(" SYMBOL", with: "")
            if set != letter {
                #expect(Self.bare(set.properties.name ?? "", name) == Self.bare(expected, name))
            }
        }
        for digit in "0123456789".unicodeScalars {
            let set = MathAlphabet.set(digit, in: font)
            if set != digit { #expect(set.properties.name?.hasSuffix(digit.properties.name ?? "?") == true) }
        }
    }

    /// The name of a letter without the words that tell its variants apart.
    private static func bare(_ name: String, _ alphabet: String) -> String {
        var words = name.split(separator: " ").map(String.init)
        let dropped: Set = ["MATHEMATICAL", "SYMBOL", "LUNATE", "LETTER"]
        words.removeAll {
            dropped.contains($0) || alphabet.split(separator: " ").map(String.init).contains($0)
        }
        // ϵ is called “lunate epsilon” by itself, “epsilon symbol” in the alphabets.
        return words.filter { $0 != "GREEK" && $0 != "SMALL" && $0 != "CAPITAL" }.joined(separator: " ")
    }

    private static let olderNames = [
        "ITALIC h": "PLANCK CONSTANT", "SCRIPT B": "SCRIPT CAPITAL B", "SCRIPT E": "SCRIPT CAPITAL E",
        "SCRIPT F": "SCRIPT CAPITAL F", "SCRIPT H": "SCRIPT CAPITAL H", "SCRIPT I": "SCRIPT CAPITAL I",
        "SCRIPT L": "SCRIPT CAPITAL L", "SCRIPT M": "SCRIPT CAPITAL M", "SCRIPT R": "SCRIPT CAPITAL R",
        "SCRIPT e": "SCRIPT SMALL E", "SCRIPT g": "SCRIPT SMALL G", "SCRIPT o": "SCRIPT SMALL O",
        "FRAKTUR C": "BLACK-LETTER CAPITAL C", "FRAKTUR H": "BLACK-LETTER CAPITAL H",
        "FRAKTUR I": "BLACK-LETTER CAPITAL I", "FRAKTUR R": "BLACK-LETTER CAPITAL R",
        "FRAKTUR Z": "BLACK-LETTER CAPITAL Z", "DOUBLE-STRUCK C": "DOUBLE-STRUCK CAPITAL C",
        "DOUBLE-STRUCK H": "DOUBLE-STRUCK CAPITAL H", "DOUBLE-STRUCK N": "DOUBLE-STRUCK CAPITAL N",
        "DOUBLE-STRUCK P": "DOUBLE-STRUCK CAPITAL P", "DOUBLE-STRUCK Q": "DOUBLE-STRUCK CAPITAL Q",
        "DOUBLE-STRUCK R": "DOUBLE-STRUCK CAPITAL R", "DOUBLE-STRUCK Z": "DOUBLE-STRUCK CAPITAL Z",
    ]
}
