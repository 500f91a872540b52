import Diagnostics
import Foundation
import Manuscript
import Rendering
import Site

/// A book written into a folder of its own, with transcripts that agree with what its chapters record.
final class TestBook: Sendable {
    let folder: String
    var chapters: String { folder + "/chapters" }
    var site: String { folder + "/site" }
    var cache: String { folder + "/cache" }

    /// A drawing such as `Figures` makes.
    static let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" role=\"img\"><title>Rising</title>"
        + "<path d=\"M1 8L8 1\" stroke=\"var(--figure-1)\"/></svg>\n"

    init(_ files: [String: String]) throws {
        folder =
            FileManager.default.temporaryDirectory.appending(path: "site-tests-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder + "/chapters", withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    /// A book of an opening page and some chapters, named `1.md`, `2.md` and so on.
    convenience init(chapters: [String], configuration: String = "") throws {
        var files = ["index.md": "# Opening\n\nWelcome.\n"]
        for (index, text) in chapters.enumerated() { files["\(index + 1).md"] = text }
        files["book.yml"] = """
            title: A Book
            authors: [Ada Lovelace]
            opening: index.md
            chapters: [\(chapters.indices.map { "\($0 + 1).md" }.joined(separator: ", "))]
            modules: []
            \(configuration)
            """
        try self.init(files)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func write(_ text: String, to name: String) throws {
        let path = URL(filePath: chapters + "/" + name)
        try FileManager.default.createDirectory(
            at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path)
    }

    func builder(
        tool: String = "test", cached: Bool = true, drawing: String = TestBook.drawing,
        modules: [String] = []
    ) throws -> SiteBuilder {
        let book = try Book.read(folder: chapters)
        let evidence = Dictionary(
            uniqueKeysWithValues: book.chapters.map {
                ($0.slug, Evidence.verified(agreeingTranscript(of: $0, drawing: drawing)))
            })
        return try SiteBuilder(
            book, evidence: evidence,
            modules: modules.map { ($0, "\(folder)/Sources/\($0)") }, cacheFolder: cached ? cache : nil,
            tool: tool)
    }

    @discardableResult
    func build(
        tool: String = "test", cached: Bool = true, modules: [String] = []
    ) async throws -> SiteReport {
        try await builder(tool: tool, cached: cached, modules: modules).write(to: site)
    }

    /// What is wrong with the book, as `path:line:column: summary`, without the path of the folder.
    func mistakes(drawing: String = TestBook.drawing) async throws -> [String] {
        do {
            _ = try await builder(cached: false, drawing: drawing).write(to: site)
            return []
        } catch {
            let diagnostics =
                (error as? DiagnosticError)?.diagnostics ?? (error as? Failure)?.diagnostics ?? []
            return diagnostics.map { diagnostic in
                guard let location = diagnostic.location else { return diagnostic.summary }
                let path = location.file.path.replacingOccurrences(of: chapters + "/", with: "")
                let help = diagnostic.help.map { " (\($0))" } ?? ""
                return "\(path):\(location.start.line):\(location.start.column): \(diagnostic.summary)\(help)"
            }
        }
    }

    func page(_ name: String) throws -> String {
        try String(decoding: Data(contentsOf: URL(filePath: site + "/" + name)), as: UTF8.self)
    }

    /// Every file of the site with its bytes.
    func siteFiles() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: site) ?? .init() {
            if let data = FileManager.default.contents(atPath: site + "/" + path) { files[path] = data }
        }
        return files
    }
}

/// A transcript in which everything came out as recorded; a line `FIGURE` of an output is the text of a drawing.
func agreeingTranscript(of chapter: Chapter, drawing: String = TestBook.drawing) -> Transcript {
    Transcript(
        outcomes: chapter.steps.map { step in
            switch step {
            case .block(let block):
                let text = block.recorded?.text ?? ""
                switch block.expectation {
                case .static: return .notRun
                case .fails: return .refused(text)
                case .traps: return .trapped(BlockOutput(text: text))
                case .runs:
                    var figures: [ObservedFigure] = []
                    for range in text.ranges(of: "FIGURE\n") {
                        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                        figures.append(ObservedFigure(textRange: start..<(start + 7), svg: drawing))
                    }
                    return .ran(BlockOutput(text: text, figures: figures))
                }
            case .value(let value):
                if let number = Double(value.recorded) { return .value(.floating(number)) }
                return value.expression.contains("<") ? .value(.claim(true)) : .value(.text(value.recorded))
            }
        })
}
