import CCmark
import CommonMark
import Diagnostics
import Foundation
import HTML
import MarkdownSupport
import Testing

@testable import Rendering

/// Ours and libcmark's HTML for plain CommonMark.
@Suite struct DifferentialTests {
    @Test(arguments: [MarkdownRenderer.RawMarkup.verbatim, .omitted])
    func generatedDocumentsRenderAsLibcmarkDoes(rawMarkup: MarkdownRenderer.RawMarkup) throws {
        for seed in 0..<documentCount {
            var generator = MarkdownGenerator(seed: seed)
            let text = generator.document()
            let (ours, theirs) = try render(text, rawMarkup)
            if ours != theirs {
                Issue.record(
                    "seed \(seed): \(text.debugDescription)\nours:   \(ours.debugDescription)\ntheirs: \(theirs.debugDescription)"
                )
                return
            }
        }
    }

    /// libcmark sees what a file with other line endings means; its output has LF, as ours has.
    private func render(
        _ text: String, _ rawMarkup: MarkdownRenderer.RawMarkup
    ) throws -> (ours: String, theirs: String) {
        let file = SourceFile(path: "test.md", text: text)
        let document = try Document(parsing: file, dialect: .commonMark)
        var delegate = PlainMarkup()
        let nodes = MarkdownRenderer(file: file, rawMarkup: rawMarkup).render(
            document.blocks, delegate: &delegate)
        return (normalised(Node.fragment(nodes).serialised()), normalised(libcmarkHTML(text, rawMarkup)))
    }

    /// libcmark closes void elements with a slash and escapes the apostrophe in addresses, which HTML does not need.
    private func normalised(_ html: String) -> String {
        html.replacingOccurrences(of: " />", with: ">").replacingOccurrences(of: "&#x27;", with: "'")
            .replacingOccurrences(of: " title=\"\"", with: "")
    }

    private func libcmarkHTML(_ text: String, _ rawMarkup: MarkdownRenderer.RawMarkup) -> String {
        let text = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(
            of: "\r", with: "\n")
        let options = rawMarkup == .verbatim ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT
        guard let html = cmark_markdown_to_html(text, text.utf8.count, options) else { return "" }
        defer { free(html) }
        return String(cString: html)
    }
}

/// How many documents a property is tried on; `BOOK_TEST_DOCUMENTS` sets another number.
private let documentCount =
    ProcessInfo.processInfo.environment["BOOK_TEST_DOCUMENTS"].flatMap(Int.init) ?? 1500
