import Markdown
import Diagnostics
import HTML
import MarkdownHTML
import Testing

@testable import Rendering

/// HTML and addresses that an author wrote by hand.
@Suite struct RawMarkupTests {
    /// The page of a text below a title, without the title; or the bytes of everything that is wrong.
    private func render(_ text: String) throws -> (html: String, errors: [String]) {
        do {
            let body = try rendered("# T\n\n\(text)\n").body
            let end = try #require(body.range(of: "</header>\n")).upperBound
            return (String(body[end...]), [])
        } catch let error as Failure {
            return (
                "",
                error.diagnostics.map { diagnostic in
                    diagnostic.location.map { $0.file.text(in: $0.range) } ?? "nowhere"
                }
            )
        }
    }

    @Test(arguments: [
        ("Press <kbd>Ctrl</kbd>.", "<p>Press <kbd>Ctrl</kbd>.</p>\n"),
        ("H<sub>2</sub>O a<br>b<BR/>c", "<p>H<sub>2</sub>O a<br>b<br>c</p>\n"),
        ("<mark>a *b <u>c</u>*</mark >", "<p><mark>a <em>b <u>c</u></em></mark></p>\n"),
        ("a <!-- <script> --> b", "<p>a  b</p>\n"), ("<!-- a > b\n\nc -->", ""),
    ])
    func harmlessTagsBecomeElements(text: String, html: String) throws {
        let rendered = try render(text)
        #expect(rendered.html == html)
        #expect(rendered.errors.isEmpty)
    }

    @Test(arguments: [
        ("a <script>alert(1)</script>", ["<script>", "</script>"]),
        ("a <kbd onclick=\"x\">b</kbd>", ["<kbd onclick=\"x\">", "</kbd>"]),
        ("a <img src=x>", ["<img src=x>"]), ("a <kbd>b", ["<kbd>"]), ("a b</kbd>", ["</kbd>"]),
        ("*a <u>b* c</u>", ["<u>", "</u>"]),
        ("<sup>a <sub>b</sup> c</sub>", ["<sup>", "</sup>"]),
        ("a <?php ?> <![CDATA[x]]>", ["<?php ?>", "<![CDATA[x]]>"]),
        ("<script>\nalert(1)\n</script>", ["<script>\nalert(1)\n</script>"]),
        ("<div>\n\na\n\n</div>", ["<div>", "</div>"]),
        ("<!-- a --> <script>b</script>", ["<!-- a --> <script>b</script>"]), ("a <kbd/>", ["<kbd/>"]),
        ("a </br>", ["</br>"]),
    ])
    func anythingElseIsReportedWhereItStands(text: String, errors: [String]) throws {
        let rendered = try render(text)
        #expect(rendered.errors == errors)
        #expect(!rendered.html.contains("script") && !rendered.html.contains("onclick"))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd",
        "javascript&colon;alert(1)",
        "<java&#115;cript:alert(1)>", "data:image/svg+xml,x",
    ])
    func linksThatRunScriptAreReported(destination: String) throws {
        for text in ["[a](\(destination))", "![a](\(destination))", "[a]\n\n[a]: \(destination)"] {
            #expect(try render(text).errors.count == 1)
            let document = try Document(parsing: SourceFile(path: "test.md", text: text))
            #expect(document.html().serialised().contains("=\"\""))
        }
    }

    @Test(arguments: [
        "data:image/png;base64,x", "data:image/gif,x", "http://a.b", "#a", "a.html", "mailto:a@b",
        "javascript.html",
    ])
    func otherLinksAreNot(destination: String) throws {
        #expect(!WebAddress.isDangerous(destination))
        let text = "[a](\(destination)) ![b](\(destination))"
        let document = try Document(parsing: SourceFile(path: "test.md", text: text))
        #expect(document.html().serialised().contains("href=\"\(destination)\""))
    }
}
