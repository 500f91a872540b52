import Diagnostics
import Testing

@testable import Manuscript

/// What would be printed in silence although something else was meant, and what only looks like it.
struct SlipTests {
    private func complaints(_ text: String) -> [String] {
        do throws(DiagnosticError) {
            _ = try Chapter(parsing: SourceFile(path: "test.md", text: text), role: .appendix)
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
