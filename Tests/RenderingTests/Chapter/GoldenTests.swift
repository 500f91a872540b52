import Markdown
import Diagnostics
import Foundation
import Manuscript
import Rendering
import TestSupport
import Testing

/// Pages are compared byte by byte with those in `Golden`: each folder has a chapter and the content of its page.
@Suite struct GoldenTests {
    static let cases = GoldenFolder("Golden", files: ["chapter.md", "expected.html"])

    @Test func thereAreCases() {
        #expect(Self.cases.names.count >= 8)
    }

    @Test(arguments: cases.names)
    func page(name: String) throws {
        let markdown = String(decoding: try Self.cases.read("chapter.md", of: name), as: UTF8.self)
        #expect(
            try Self.cases.mistake(rendered(markdown).body.utf8, "expected.html", of: name) == nil)
    }

    /// What was highlighted before gives the same page as parsing it again.
    @Test(arguments: cases.names)
    func keptHighlightsChangeNothing(name: String) throws {
        let markdown = String(decoding: try Self.cases.read("chapter.md", of: name), as: UTF8.self)
        let page = try rendered(markdown)
        #expect(try rendered(markdown, highlighted: page.highlights) == page)
    }
}

/// The page of chapter 3 of a book, where everything came out as recorded; a line `FIGURE` stands for a drawing.
func rendered(_ markdown: String, highlighted: [String: Highlight] = [:]) throws -> RenderedPage {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [
        "book.yml": """
        title: Book
        authors: [Ada]
        opening: index.md
        chapters: [1.md, 2.md, chapter.md]
        modules: []
        macros: {R: "\\\\mathbb{R}"}
        """,
        "references.yml": """
        - id: elman1990
          type: article-journal
          title: Finding structure in time
          author: [{family: Elman, given: Jeffrey L.}]
          issued: 1990
          container-title: Cognitive Science
        - id: cho2014
          title: Learning phrase representations
          author: [{family: Cho, given: Kyunghyun}, {family: Gulcehre, given: Caglar}, {family: Bengio, given: Yoshua}]
          issued: 2014
        """,
        "index.md": "# Opening\n",
        "1.md": "# One\n\n$$a$$ {#eq-first}\n\n## Heading {#sec-h}\n\n### Heading\n",
        "2.md": "# Two\n",
        "chapter.md": markdown, "data.csv": "1,2\n", "pictures/line.svg": "<svg/>",
        "pictures/other.svg": "<svg/>", "pictures/dot.svg": "<svg/>",
    ]
    try FileManager.default.createDirectory(
        at: folder.appending(path: "pictures"), withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let book = try Book.read(folder: folder.path)
    let chapter = try #require(book.chapters.last)
    let outcomes = chapter.steps.map { step -> Outcome in
        switch step {
        case .block(let block):
            let text = block.recorded?.text ?? ""
            switch block.expectation {
            case .static: return .notRun
            case .fails: return .refused(text)
            case .traps: return .trapped(BlockOutput(text: text))
            case .runs:
                let figures = text.ranges(of: "FIGURE\n").map { range in
                    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                    return ObservedFigure(
                        textRange: start..<(start + 7), svg: "<svg><title>Rising</title></svg>")
                }
                return .ran(BlockOutput(text: text, figures: figures))
            }
        case .value(let value):
            if let number = Double(value.recorded) { return .value(.floating(number)) }
            return value.expression.contains("<") ? .value(.claim(true)) : .value(.text(value.recorded))
        }
    }
    return try RenderedPage(
        chapter, evidence: .verified(Transcript(outcomes: outcomes)),
        in: BookContext(book), highlighted: highlighted)
}
