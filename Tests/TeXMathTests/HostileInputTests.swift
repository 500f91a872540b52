import Foundation
import HTML
import TeXMath
import Testing

/// Inputs made to crash a converter, to make it hang, or to make it write what it should not.
struct HostileInputTests {
    static let repeated: [(name: String, prefix: String, middle: String, suffix: String)] = [
        ("open braces", "{", "", ""), ("close braces", "}", "", ""), ("nested braces", "{", "x", "}"),
        ("nested fractions", "\\frac{", "x", "}{y}"), ("nested scripts", "x^{", "y", "}"),
        ("unbraced roots", "\\sqrt", "x", ""), ("unbraced accents", "\\bar ", "x", ""),
        ("fences", "\\left(", "x", "\\right)"), ("open fences", "\\left(", "", ""),
        ("environments", "\\begin{matrix}", "x", "\\end{matrix}"), ("text in text", "\\text{", "x", "}"),
        ("math in text", "\\text{$", "x", "$}"), ("text accents", "\\text{\\'", "", ""),
        ("brackets", "\\sqrt[", "x", "]{y}"), ("styles", "\\displaystyle ", "x", ""),
        ("colours", "\\color{red}", "x", ""), ("fonts", "\\bf ", "x", ""), ("primes", "'", "", ""),
        ("scripts of nothing", "{}_a^b", "", ""), ("negations", "\\not", "=", ""),
        ("overs", "{a\\over", "b", "}"),
        ("phantoms", "\\phantom{", "x", "}"), ("substacks", "\\substack{", "x", "}"),
        ("bigs", "\\big{", "|", "}"), ("rows", "a\\\\", "b", ""), ("columns", "&", "", ""),
        ("sums", "\\sum_", "x", ""), ("operators", "\\operatorname{", "x", "}"), ("letters", "x", "", ""),
        ("choices", "\\mathchoice{", "x", "}{}{}{}"), ("definitions", "\\def\\a{x}", "", ""),
        ("macro arguments", "\\newcommand{\\f", "}{", "}"),
    ]

    @Test(arguments: repeated.indices) func answersWithoutDelay(index: Int) throws {
        let (_, prefix, middle, suffix) = Self.repeated[index]
        for count in [20, 1_000] {
            let tex =
                String(repeating: prefix, count: count) + middle + String(repeating: suffix, count: count)
            _ = try? MathConverter().convert(tex, display: true).node.serialised()
        }
    }

    /// Deep nesting is an error where it becomes too deep, on the small stack of a background thread too.
    @Test(arguments: repeated.indices) func staysWithinASmallStack(index: Int) async {
        let (_, prefix, middle, suffix) = Self.repeated[index]
        await withCheckedContinuation { continuation in
            let thread = Thread {
                for count in [31, 5_000] {
                    let tex =
                        String(repeating: prefix, count: count) + middle
                        + String(repeating: suffix, count: count)
                    _ = try? MathConverter().convert(tex, display: true)
                }
                continuation.resume()
            }
            thread.stackSize = 512 << 10
            thread.start()
        }
    }

    @Test func hundredThousandBracesAreAnError() {
        let tex = String(repeating: "{", count: 100_000) + "x" + String(repeating: "}", count: 100_000)
        let error = #expect(throws: MathError.self) { try MathConverter().convert(tex, display: true) }
        #expect(error?.message == "nested more than 32 levels deep")
        #expect(error?.range == 32..<33)
    }

    /// Twice the input takes about twice the time: quadratic work on these would take minutes.
    @Test(arguments: [
        "x+", "x_1^2 ", "\\frac12", "a&b\\\\", "\\text{a}", "(", "\\left(x\\right)", "'", "\\R", "%\n",
    ])
    func longInputsAreLinear(piece: String) throws {
        let macros = try Macros(["R": "\\mathbb{R}"])
        let isTable = piece.contains("&")
        let count = 3_000
        let tex = String(repeating: piece, count: count)
        let formula = isTable ? "\\begin{matrix}\(tex)\\end{matrix}" : tex
        _ = try MathConverter(macros: macros).convert(formula, display: true)
    }

    /// One wide row and many short ones: filling them up would take space by the square of the input.
    @Test func raggedTablesStaySmall() throws {
        let tex =
            "\\begin{align}" + String(repeating: "&", count: 2_000) + "\\tag{1}\\\\"
            + String(repeating: "a\\tag{2}\\\\", count: 2_000) + "\\end{align}"
        let markup = try MathConverter().convert(tex, display: true).node.serialised()
        #expect(markup.utf8.count < 20 * tex.utf8.count)
    }

    @Test func markupInTeXStaysText() throws {
        let tex = #"\text{<script>alert("&")</script>} <img> \label{"><x}\tag{<b>}"#
        let error = #expect(throws: MathError.self) { try MathConverter().convert(tex, display: true) }
        #expect(error?.message == "& among words")
        let harmless = tex.replacing("&", with: "\\&")
        let markup = try MathConverter().convert(harmless, display: true).node.serialised()
        #expect(!markup.contains("<script") && !markup.contains("<img") && !markup.contains("<b>"))
    }

    @Test(arguments: ["red;background:url(x)", "\"", "#12", "#gggggg", "expression(1)", "", "é"])
    func coloursAreOnlyColours(colour: String) {
        #expect(throws: MathError.self) {
            try MathConverter().convert("\\textcolor{\(colour)}{x}", display: true)
        }
    }

    @Test(arguments: ["1e9em", "nanem", "infpt", "--1em", "1.2.3em", "99999999999999999999em", "1em;x"])
    func lengthsAreOnlyLengths(length: String) {
        #expect(throws: MathError.self) { try MathConverter().convert("\\hspace{\(length)}", display: true) }
    }
}
