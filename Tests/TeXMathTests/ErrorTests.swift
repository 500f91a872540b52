import Diagnostics
import TeXMath
import Testing

/// Each mistake is reported at its bytes, in words that say what is wrong and what to write instead.
struct ErrorTests {
    struct Mistake: CustomTestStringConvertible {
        /// The formula, with `⟦…⟧` around the bytes to be reported.
        var marked: String
        var message: String
        var help: String?

        init(_ marked: String, _ message: String, help: String? = nil) {
            (self.marked, self.message, self.help) = (marked, message, help)
        }

        var tex: String { marked.filter { $0 != "⟦" && $0 != "⟧" } }
        var range: Range<Int> {
            let start = marked.prefix { $0 != "⟦" }.utf8.count
            let inside = marked.split(separator: "⟦", omittingEmptySubsequences: false).last ?? ""
            return start..<start + inside.prefix { $0 != "⟧" }.utf8.count
        }
        var testDescription: String { marked }
    }

    static let mistakes = [
        // Commands.
        Mistake(
            #"a + ⟦\frca⟧{a}{b}"#, #"unknown command \frca"#,
            help: #"did you mean \frac? Or define \frca in book.yml under macros:, or with \newcommand"#),
        Mistake(
            #"x \in ⟦\R⟧"#, #"unknown command \R"#,
            help: #"define \R in book.yml under macros:, or with \newcommand"#),
        Mistake(#"\a⟦\qqqqqq⟧"#.replacing(#"\a"#, with: "a"), #"unknown command \qqqqqq"#),
        Mistake(#"é⟦\aplha⟧"#, #"unknown command \aplha"#),
        Mistake(#"\newcommand{\f}{\oops} x ⟦\f⟧"#, #"unknown command \oops in the expansion of \f"#),
        Mistake(
            #"\text{a ⟦\emhp⟧{b}}"#, #"unknown command \emhp among words"#, help: #"did you mean \emph?"#),
        Mistake(
            #"\text{a ⟦\alpha⟧}"#, #"\alpha is math, but stands among words"#, help: "write $…$ around it"),
        Mistake(#"a ⟦\eqref⟧{x}"#, #"\eqref within a formula"#),
        Mistake("a⟦\\⟧", "a backslash with nothing after it"),
        // Braces.
        Mistake(
            #"\frac⟦{⟧a}{b"#.replacing("⟦{⟧a}{b", with: "{a}⟦{⟧b"),
            "this { is not closed at the end of the formula", help: "add a }"),
        Mistake("a⟦}⟧", "} without its {"),
        Mistake(#"\sqrt⟦[⟧3{x}"#, "this [ is not closed at the end of the formula"),
        Mistake(#"\text⟦{⟧abc"#, "this { is not closed at the end of the formula"),
        Mistake(#"\text{a ⟦$⟧x}"#, "this $ is not closed before }"),
        Mistake("a ⟦$⟧ b", "$ inside a formula", help: #"write \$ for the character"#),
        // Arguments.
        Mistake(
            #"a ⟦\frac⟧{a}"#, #"\frac needs an argument, but the formula ends"#, help: #"write \frac{…}"#),
        Mistake(#"{⟦\sqrt⟧}"#, #"\sqrt needs an argument, but } follows"#),
        Mistake("x⟦^⟧", "^ needs an argument, but the formula ends", help: "write ^{…}"),
        Mistake("x⟦^⟧_2", "^ needs an argument, but _ follows"),
        Mistake(#"\left ⟦q⟧ x \right)"#, "q is no delimiter"),
        Mistake(#"\left⟦\langl⟧ x \right)"#, #"\langl is no delimiter"#, help: #"did you mean \langle?"#),
        Mistake(#"\left⟦{⟧ x \right\}"#, "{ is no delimiter", help: #"write \{ for a brace"#),
        Mistake(#"\hspace{⟦1furlong⟧}"#, "1furlong is no length"),
        Mistake(#"\textcolor{⟦rde⟧}{x}"#, "unknown colour rde", help: "did you mean red?"),
        Mistake(#"\textcolor[RGB]{⟦256,0,0⟧}{x}"#, "256,0,0 is no colour of the model RGB"),
        // Scripts.
        Mistake("x^2⟦^⟧3", "a second superscript on one base"),
        Mistake("x_a⟦_⟧b", "a second subscript on one base"),
        Mistake("x^2⟦'⟧", "a prime after a superscript"),
        Mistake(#"x⟦\limits⟧_a"#, #"\limits after something that is no operator"#),
        // Fences.
        Mistake(#"⟦\left⟧( x"#, #"\left( has no \right at the end of the formula"#),
        Mistake(#"x ⟦\right⟧)"#, #"\right without \left"#),
        Mistake(#"\begin{matrix} ⟦\left⟧( a & b \right) \end{matrix}"#, #"\left( has no \right before &"#),
        Mistake(#"a ⟦\middle⟧| b"#, #"\middle outside \left…\right"#),
        // Environments.
        Mistake(
            #"\begin{⟦pmatrx⟧} a \end{pmatrx}"#, "unknown environment pmatrx", help: "did you mean pmatrix?"),
        Mistake(
            #"\begin{pmatrix} a \end{⟦bmatrix⟧}"#, #"\begin{pmatrix} is ended by \end{bmatrix}"#,
            help: #"write \end{pmatrix}"#),
        Mistake(#"⟦\begin⟧{cases} a"#, #"\begin{cases} has no \end at the end of the formula"#),
        Mistake(#"a ⟦\end⟧{cases}"#, #"\end without \begin"#),
        Mistake("a ⟦&⟧ b", "& outside an environment with columns"),
        Mistake(#"\begin{matrix} ⟦{⟧a & b} \end{matrix}"#, "this { is not closed before &"),
        Mistake(
            #"\begin{cases} a & b ⟦&⟧ c \end{cases}"#, "too many & in a row of cases",
            help: "cases has 2 columns"),
        Mistake(#"{a ⟦\\⟧ b}"#, #"\\ where no row can end"#),
        Mistake(#"\begin{array}{c⟦x⟧} a \end{array}"#, "x is no kind of column"),
        Mistake(#"\begin{matrix} a ⟦\hline⟧ \end{matrix}"#, #"\hline within a row"#),
        Mistake(#"a \tag{1} ⟦\tag⟧{2}"#, #"a second \tag"#),
        Mistake(
            #"\label{⟦⟧}"#.replacing("⟦⟧", with: "").replacing(#"\label"#, with: #"⟦\label⟧"#),
            "an empty label"),
        Mistake(#"a \\[⟦x,y⟧]"#, #"x,y is no length for \\[…]"#),
        Mistake(#"\begin{array}{⟦*⟧{99}{*{99}{c}}} a \end{array}"#, "more than 1000 columns"),
        // Macros.
        Mistake(#"\newcommand{\f}{\f} ⟦\f⟧"#, #"the macro \f expands without end"#),
        Mistake(#"\newcommand{\f}[1]{⟦#2⟧}"#, "#2 is used, but the macro takes 1 argument"),
        Mistake(
            #"\newcommand{\f}{a} \newcommand{⟦\f⟧}{b}"#, #"\f is already defined"#,
            help: #"use \renewcommand to change it, or another name"#),
        Mistake(#"\newcommand{⟦\frac⟧}{b}"#, #"\frac is already defined"#),
        Mistake(#"\newcommand{⟦ab⟧}{b}"#, #"\newcommand needs the name of a command"#),
        Mistake(#"\newcommand{\f}[⟦x⟧]{b}"#, "x is no number of arguments"),
        Mistake("a ⟦#⟧ b", "# outside a macro"),
        // Characters.
        Mistake("a⟦\u{0}⟧b", "the character U+0000 cannot stand in a formula"),
        Mistake("a⟦\u{B}⟧b", "the character U+000B cannot stand in a formula"),
        Mistake("a⟦\u{FFFE}⟧b", "the character U+FFFE cannot stand in a formula"),
    ]

    @Test(arguments: mistakes) func isReportedWhereItIs(mistake: Mistake) throws {
        let error = #expect(throws: MathError.self) {
            try MathConverter().convert(mistake.tex, display: true)
        }
        #expect(error?.message == mistake.message)
        #expect(error?.range == mistake.range)
        #expect(error?.help?.isEmpty == false, "there is always a way out")
        if let help = mistake.help { #expect(error?.help == help) }
    }
}
