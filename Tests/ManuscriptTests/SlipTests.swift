import Diagnostics
import Testing

@testable import Manuscript

/// What would be printed in silence although something else was meant, and what only looks like it.
struct SlipTests {
    private func complaints(_ text: String) -> [String] {
        do throws(DiagnosticError) {
            _ = try Chapter(parsing: SourceFile(path: "test.md", text: text), role: .page)
            return []
        } catch {
            return error.diagnostics.map { diagnostic in
                let place = diagnostic.location.map { location in
                    "\(location.start.line):\(location.start.column) \(location.file.text(in: location.range))"
                }
                return "\(place ?? "?"): \(diagnostic.summary)"
            }
        }
    }

    @Test func headingsLeaveNoLevelOut() {
        let text = "# T\n\n### A\n\n## B\n\n> #### C\n\n### D\n\n## E\n"
        let expected = [
            "3:1 ### A: a heading of level 3 follows one of level 1",
            "7:3 #### C: a heading of level 4 follows one of level 2",
        ]
        #expect(complaints(text) == expected)
    }

    private static let values = [
        ("a [1](swift: f(2) + 3) or (b)", "3:3 [1](swift: f(2) + 3)"),
        ("a [2.5](swift: a[1]) b", "3:3 [2.5](swift: a[1])"), ("[4] (<swift: 3>)", "3:1 [4] (<swift: 3>)"),
        ("[4](<swift: 3) b", "3:1 [4](<swift: 3)"), ("*x [4](Swift: f(3)) y*", "3:4 [4](Swift: f(3))"),
        ("> - [4](<swift: 3", "3:5 [4](<swift:"), ("[a\nb](swift: 3 + 4)", "4:2 ](swift: 3 + 4)"),
        ("| a |\n|---|\n| [4](swift: 1 + 3) |", "5:3 [4](swift: 1 + 3)"),
    ]

    @Test(arguments: values) func aValueThatIsText(text: String, place: String) {
        #expect(
            complaints("# T\n\n\(text)\n") == ["\(place): this is no value: it would be printed as it stands"]
        )
    }

    @Test(arguments: [
        ("[2.6](<Swift: a[1]>)", "3:8 Swift: a[1]: 'Swift:' begins no value"),
        ("[2.6](<swfit: 3>)", "3:8 swfit: 3: 'swfit:' begins no value"),
        ("```Swift\nx\n```", "3:4 Swift: 'Swift' is no language of a fence"),
        ("```swift, hidden\nx\n```", "3:4 swift,: 'swift,' is no language of a fence"),
        ("```{swift id=abc}\nx\n```", "3:4 {swift: '{swift' is no language of a fence"),
        ("~~~~swfit\nx\n~~~~", "3:5 swfit: 'swfit' is no language of a fence"),
        ("```Math\nx\n```", "3:4 Math: 'Math' is no language of a fence"),
        ("```swift\nx\n```\n\n```outptu\n1\n```", "7:4 outptu: 'outptu' is no language of a fence"),
        ("```swift\nx\n```\n```Output\n1\n```", "6:4 Output: 'Output' is no language of a fence"),
        ("[shift](shifted:x)", "3:9 shifted:x: a link cannot begin with 'shifted:'"),
        ("## H {sec-h}", "3:6 {sec-h}: '{sec-h}' is no label"),
        ("## K {#sec k}", "3:6 {#sec k}: '{#sec k}' is no label"),
        ("## L {# sec-l}", "3:6 {# sec-l}: '{# sec-l}' is no label"),
        ("## Ü {#sec-ü} ##", "3:7 {#sec-ü}: '{#sec-ü}' is no label"),
        ("## *N* #sec-n", "3:8 #sec-n: '#sec-n' is no label"),
        ("Setext {ex-a}\n---", "3:8 {ex-a}: '{ex-a}' is no label"),
        ("$$x$$ #eq-x", "3:7 #eq-x: '#eq-x' is no label"),
        ("$$x$$ {#eq-ä} b", "3:7 {#eq-ä}: '{#eq-ä}' is no label"),
        ("![a](b.svg){fig-a}", "3:12 {fig-a}: '{fig-a}' is no label"),
        ("| a |\n|---|\n\nTable: b {tbl-b}", "6:10 {tbl-b}: '{tbl-b}' is no label"),
        ("> [NOTE]\n> a", "3:3 [NOTE]: this quote is no alert: '!' is missing"),
        ("> [DEFINITION] spectrum\n> a", "3:3 [DEFINITION]: this quote is no alert: '!' is missing"),
    ]) func aMarkMiswritten(text: String, complaint: String) {
        #expect(complaints("# T\n\n\(text)\n") == [complaint])
    }

    @Test(arguments: [
        "`[2.5](swift: a[1])`", #"\[2.5\](swift: a[1])"#, "[a language] (swift: fast) and [4](swift:3)",
        "see [the language](https://swift.org)", "```swift-format\nx\n```",
        "```text\nSwift\n```", "```\nswift\n```", "```swift\nx\n```\n\n```text\nx\n```", "```input\nx\n```",
        "## The set {a, b}", #"## Braces \{#a b}"#, "## Issue #7", "## The language C#", "## {x}",
        "## A {#sec-a}", "$$x$$ {#eq-x} and #tags", "$$x$$ {b}", "> [Note that] this", "> [SIC]\n> a",
        "> a [NOTE]",
        #"> \[NOTE]"#, "> [NOTE]\n\n[NOTE]: a.md",
    ]) func whatOnlyLooksLikeAMistake(text: String) {
        #expect(complaints("# T\n\n\(text)\n") == [])
    }

    /// Each mark of another tool, and what the error says to write instead.
    @Test(arguments: [
        ("## H {-}", "{-}", "front or back"), ("## H {.unnumbered}", "{.unnumbered}", "front or back"),
        ("## H {#sec-a .wide}", "{#sec-a .wide}", "{#sec-name}"), ("[a]{.mark}", "{.mark}", "{.swift}"),
        ("{: .note }", "{: .note }", "{.swift}"), ("a{#b c=d}", "{#b c=d}", "take it out"),
        ("![d](d.svg){width=50%}", "{width=50%}", "take it out"),
        (":::note\nText.\n:::", ":::note", "> [!NOTE]"),
        ("::: {.callout-tip}\nA", "::: {.callout-tip}", "> [!TIP]"),
        ("Text.\n:::warning", ":::warning", "> [!WARNING]"), ("!!! note\n    a", "!!! note", "> [!NOTE]"),
        (".. caution::\n\n   a", ".. caution::", "> [!CAUTION]"), ("> Note: a", "Note:", "> [!NOTE]"),
        ("{{#include a.rs}}", "{{#include a.rs}}", "in a fence"),
        ("{% include a %}", "{% include a %}", "the text itself"),
        ("{{< video a >}}", "{{< video a >}}", "the text itself"),
        ("a {{ site.b }}", "{{ site.b }}", "the text itself"),
        ("a {++b++} c", "{++b++}", "comment"), ("~~a *b* c~~", "~~a *b* c~~", "<del>a *b* c</del>"),
        ("a ==b\nc== d", "==b\nc==", "<mark>"), ("H~2~O", "~2~", "<sub>2</sub>"),
        ("x^2^", "^2^", "<sup>2</sup>"),
        ("a^[a note]", "^[a note]", "[^name]"), ("- [ ] a", "[ ]", "☐"), ("1. [x] a", "[x]", "☑"),
        ("[[a page]]", "[[a page]]", "(file.md)"), ("[TOC]", "[TOC]", "leave it out"),
        ("see \\ref{eq-a}", "\\ref{eq-a}", "[](#eq-a)"), ("\\cite{a}", "\\cite{a}", "[@a]"),
        ("\\textbf{a}", "\\textbf{a}", "**a**"), ("\\newpage", "\\newpage", "leave it out"),
        (#"\(x^2\)"#, #"\(x^2\)"#, "$x^2$"), (#"\[\frac12\]"#, #"\[\frac12\]"#, #"$$\frac12$$"#),
        ("{ref}`a`", "{ref}", "[](#label)"), (":numref:`a`", ":numref:", "[](#label)"),
        ("a :smile: b", ":smile:", "character"),
        ("Term\n: what it means", ":", "> [!DEFINITION]"), ("+---+---+\n| a | b |", "+---+---+", "|---|"),
        ("see https://a.org/b.", "https://a.org/b", "<https://a.org/b>"),
        ("www.a.org", "www.a.org", "<https://www.a.org>"),
    ]) func aMarkOfAnotherTool(text: String, mark: String, help: String) {
        do throws(DiagnosticError) {
            _ = try Chapter(parsing: SourceFile(path: "test.md", text: "# T\n\n\(text)\n"), role: .page)
            Issue.record("'\(text)' was printed as it stands")
        } catch {
            #expect(error.diagnostics.count == 1, "\(error.diagnostics.map(\.summary))")
            let found = error.diagnostics[0]
            #expect(found.location.map { $0.file.text(in: $0.range) } == mark)
            #expect(found.help?.contains(help) ?? false, "\(found.help ?? "")")
        }
    }

    /// The same in code, and behind a backslash; and what only looks alike.
    @Test(arguments: [
        "`{-}` `:::note` `{{#include a}}` `~~s~~` `==x==` `[[wiki]]` `{% a %}` `\\ref{a}` `https://a.org`",
        "```text\n:::note\n{{#include a}}\n- [ ] a\n[[wiki]] ~~s~~ \\ref{a} https://a.org\n```",
        #"\{-} \:::note \{\{#include a}} \~~s~~ \==x== \[[wiki]] \{% a %} \\ref{a} https\://a.org"#,
        "## The set {a, b}", "## {x}", "a :: b, 12:30:45, a: b", "x == y and ~5, ~6", "a^2 and b^3",
        "C:\\users",
        "[[1, 2], [3, 4]]", "$a_{-}$ and $\\text{[[a]]}$", "[https://a.org](https://a.org)",
        "<https://a.org>",
        "- [a](b.md)", "> Noted: a", "so (a.b.c) …", "f^{-1}", "{n = 5}", "a {b=c} d", "wow. www. a",
        #"\(a\) \[b\] \[^1\]"#, "- a\n- b", "std::vector", "1 + 2\n+ 3",
    ]) func whatOnlyLooksForeign(text: String) {
        #expect(complaints("# T\n\n\(text)\n") == [])
    }

    @Test(arguments: [
        ("```sh id=lst-a hiden\nx\n```", "hiden", "id=lst-"), ("```sh hidden\nx\n```", "hidden", "id=lst-"),
        ("```js {1,3}\nx\n```", "{1,3}", "id=lst-"), ("```rust,ignore\nx\n```", "rust,ignore", "```rust"),
        ("```{.python}\nx\n```", "{.python}", "```python"), ("```{note}\nx\n```", "{note}", "> [!NOTE]"),
        ("```{r} echo=FALSE\nx\n```", "{r}", "```r"), ("```sh id=fig-a\nx\n```", "sh id=fig-a", "lst-"),
    ]) func aFenceOfAnotherLanguage(text: String, place: String, help: String) {
        do throws(DiagnosticError) {
            _ = try Chapter(parsing: SourceFile(path: "test.md", text: "# T\n\n\(text)\n"), role: .page)
            Issue.record("'\(text)' passed")
        } catch {
            #expect(error.diagnostics.count == 1, "\(error.diagnostics.map(\.summary))")
            #expect(error.diagnostics[0].location.map { $0.file.text(in: $0.range) } == place)
            #expect(error.diagnostics[0].help?.contains(help) ?? false, "\(error.diagnostics[0].help ?? "")")
        }
    }

    /// What a merge left says so, wherever it stands, and nothing else is said of such a file.
    @Test(arguments: [
        ("- a\n<<<<<<< HEAD\n- b\n||||||| base\n=======\n- c\n>>>>>>> x", "4:1 <<<<<<< HEAD"),
        ("<<<<<<< HEAD\nA.\n=======\nB.\n>>>>>>> x", "3:1 <<<<<<< HEAD"), ("a\n>>>>>>> x", "4:1 >>>>>>> x"),
        ("```swift\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> x\n```", "4:1 <<<<<<< HEAD"),
        ("| a |\n|---|\n<<<<<<< HEAD\n| b |\n=======\n| c |\n>>>>>>> x", "5:1 <<<<<<< HEAD"),
        ("$$\n<<<<<<<\nx\n=======\ny\n>>>>>>>\n$$ [](#eq-none)", "4:1 <<<<<<<"),
        ("```text\n||||||| a\n```", "4:1 ||||||| a"),
    ]) func whatAMergeLeft(text: String, place: String) {
        let complaint = "\(place): a merge left both sides of a conflict here"
        #expect(complaints("# T\n\n\(text)\n") == [complaint])
        #expect(complaints("# T\r\n\r\n\(text.replacing("\n", with: "\r\n"))\r\n") == [complaint])
    }

    @Test(arguments: [
        "a\n\n <<<<<<< HEAD", "```text\n <<<<<<< HEAD\n```", "<<<<<<<< a", "<<<<<<<a", "\\<<<<<<< a",
        "```swift\nprint(1)\n```\n\n```output\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> x\n```",
    ]) func whatNoMergeLeft(text: String) {
        #expect(complaints("Title\n=======\n\n\(text)\n") == [])
    }

    /// In prose, in code, in recorded outputs.
    @Test(arguments: [
        ("a\u{200B}b", "3:2", "U+200B"), ("gain \u{202E}9.1", "3:6", "U+202E"),
        ("```swift\nlet a\u{2060} = 1\n```", "4:6", "U+2060"),
        ("```swift\nx\n```\n\n```output\n\u{9B}1m\n```", "8:1", "U+009B"),
        ("a\u{200D}b", "3:2", "U+200D"), ("a\u{FEFF}b", "3:2", "U+FEFF"), ("so\u{AD}ft", "3:3", "U+00AD"),
    ])
    func aCharacterThatNobodySees(text: String, place: String, name: String) {
        let found = complaints("# T\n\n\(text)\n")
        #expect(found.count == 1 && found[0].hasPrefix(place) && found[0].hasSuffix(name), "\(found)")
    }

    @Test(arguments: [
        "\u{1F469}\u{200D}\u{1F680}", "\u{645}\u{6CC}\u{200C}\u{62E}\u{648}", "non\u{A0}breaking",
        "⣿⡇ é e\u{301}",
        "```swift\nlet a = \"\\u{202E}\"\n```", "&#x202E;",
    ])
    func whatIsSeenOrWrittenOpenly(text: String) {
        #expect(complaints("\u{FEFF}# T\n\n\(text)\n") == [])
    }

    @Test func everySlipOfALineIsFound() {
        #expect(complaints("# T\n\n" + String(repeating: "](swift: ", count: 100) + "\n").count == 100)
    }

    @Test(arguments: [
        ("#\n\nfoo\n", "1:1 #: this title has no words"),
        (
            "---\ntitle: foo\n---\n\n# A\n",
            "1:1 ---\ntitle: foo\n---: a chapter has no settings of its own"
        ),
    ]) func aChapterBeginsWithItsTitle(text: String, complaint: String) {
        #expect(complaints(text) == [complaint])
        #expect(complaints("\u{FEFF}" + text).count == 1)
    }

    @Test(arguments: ["---\n\n# A\n", "---\n\ntitle: foo\n---\n\n# A\n", "---\nb: c\n\n# A\n"])
    func aRuleAtTheStartIsNoFrontMatter(text: String) {
        #expect(complaints(text) == [])
    }
}
