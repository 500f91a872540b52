import Markdown
import Diagnostics
import Foundation
import Manuscript
import Rendering
import Testing

/// Pages are compared byte by byte with those in `Golden`: each folder has a chapter and the content of its page.
/// `RECORD_PAGES=1 swift test` writes the pages anew, and such a run fails so that it cannot pass for a test.
@Suite struct GoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_PAGES"] == "1"
    static let cases = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

    @Test func everyCaseIsWhole() throws {
        #expect(Self.cases.count >= 8)
        for name in Self.cases {
            let files = try FileManager.default.contentsOfDirectory(
                atPath: Self.folder.appending(path: name).path)
            #expect(Set(files) == ["chapter.md", "expected.html"], "\(name)")
        }
    }

    @Test(arguments: cases)
    func page(name: String) throws {
        let folder = Self.folder.appending(path: name)
        let markdown = try String(contentsOf: folder.appending(path: "chapter.md"), encoding: .utf8)
        let page = try rendered(markdown)
        let expected = folder.appending(path: "expected.html")
        if Self.isRecording {
            try Data(page.body.utf8).write(to: expected)
            Issue.record("recorded \(name)")
        } else {
            #expect(try page.body == String(contentsOf: expected, encoding: .utf8), "\(name)")
        }
    }

    /// What was highlighted before gives the same page as parsing it again.
    @Test(arguments: cases)
    func keptHighlightsChangeNothing(name: String) throws {
        let path = Self.folder.appending(path: name).appending(path: "chapter.md")
        let markdown = try String(contentsOf: path, encoding: .utf8)
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
