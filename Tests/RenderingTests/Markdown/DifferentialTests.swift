import TestSupport
import CCmark
import Markdown
import Diagnostics
import Foundation
import HTML
import MarkdownHTML
import MarkdownSupport
import Testing

/// Ours and libcmark's HTML for plain CommonMark.
@Suite struct DifferentialTests {
    @Test(arguments: [MarkdownRenderer.RawMarkup.verbatim, .omitted])
    func generatedDocumentsRenderAsLibcmarkDoes(rawMarkup: MarkdownRenderer.RawMarkup) {
        var refused = 0
        for seed in 0..<documentCount(700) {
            var generator = MarkdownGenerator(seed: seed)
            let text = generator.document()
            guard let ours = html(text, rawMarkup) else {
                refused += 1
                continue
            }
            let theirs = libcmarkHTML(text, rawMarkup)
            #expect(ours == theirs, "seed \(seed): \(text.debugDescription)")
            if ours != theirs { return }
        }
        #expect(refused * 10 < documentCount(700))
    }

    /// Without a mark of an extension the chapter language is plain CommonMark.
    @Test func chaptersWithoutExtensionsRenderAsLibcmarkDoes() throws {
        for seed in 0..<documentCount(200) {
            var generator = MarkdownGenerator(seed: seed)
            let text = generator.document().filter { !"$@|{^!".contains($0) }
            let file = SourceFile(path: "test.md", text: text)
            guard let document = try? Document(parsing: file, dialect: .book) else { continue }
            #expect(normalised(render(document, .verbatim)) == libcmarkHTML(text, .verbatim), "seed \(seed)")
        }
    }

    /// Our HTML, or nil where a fence shares a tab with its container, which is refused.
    private func html(_ text: String, _ rawMarkup: MarkdownRenderer.RawMarkup) -> String? {
        let file = SourceFile(path: "test.md", text: text)
        do {
            return normalised(render(try Document(parsing: file, dialect: .commonMark), rawMarkup))
        } catch {
            return error.diagnostics.allSatisfy { $0.summary.contains("tab") }
                ? nil : error.diagnostics[0].summary
        }
    }

    private func render(_ document: Document, _ rawMarkup: MarkdownRenderer.RawMarkup) -> String {
        Node.fragment(MarkdownRenderer(rawMarkup: rawMarkup).render(document.blocks)).serialised()
    }

    /// libcmark closes void elements with a slash, escapes the apostrophe in addresses and writes empty titles,
    /// none of which HTML needs.
    private func normalised(_ html: String) -> String {
        html.replacing(" />", with: ">").replacing("&#x27;", with: "'").replacing(" title=\"\"", with: "")
    }

    /// libcmark's HTML of what a file with any line endings means: LF in, LF out.
    private func libcmarkHTML(_ text: String, _ rawMarkup: MarkdownRenderer.RawMarkup) -> String {
        let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let options = rawMarkup == .verbatim ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT
        guard let html = cmark_markdown_to_html(text, text.utf8.count, options) else { return "" }
        defer { free(html) }
        return normalised(String(cString: html))
    }
}
