import ArgumentParser
import Diagnostics
import Manuscript

/// A chapter, or a part of it, as named on the command line: `03-lstm`, `chapters/03-lstm.md`, a block as
/// `03-lstm:gates` or `03-lstm:2`, the values on a line as `03-lstm:L120`.
struct Selection: ExpressibleByArgument {
    private let chapter: String
    private let part: String?

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts[0].split(separator: "/").last ?? ""
        guard !name.isEmpty, parts.count == 1 || !parts[1].isEmpty else { return nil }
        chapter = name.hasSuffix(".md") ? String(name.dropLast(3)) : String(name)
        part = parts.count > 1 ? String(parts[1]) : nil
    }

    /// Whether a step of a chapter is meant.
    func includes(_ step: Step, of chapter: Chapter) -> Bool {
        guard let part else { return true }
        switch step {
        case .block(let block): return block.id == part || String(block.ordinal) == part
        case .value(let value):
            return part == "L\(chapter.file.position(at: value.contentRange.lowerBound).line)"
        }
    }

    /// The slug of the chapter meant.
    func slug(in book: Book) throws(DiagnosticError) -> String {
        let slugs = book.chapters.map(\.slug)
        guard let found = book.chapters.first(where: { $0.slug == chapter }) else {
            throw DiagnosticError(
                Diagnostic(
                    .error, "the book has no chapter '\(chapter)'",
                    help: (nearest(to: chapter, among: slugs).map { "did you mean '\($0)'? " } ?? "")
                        + "chapters are \(slugs.joined(separator: ", "))"))
        }
        if let part, !found.steps.contains(where: { includes($0, of: found) }) {
            let names = found.blocks.map(\.name)
            throw DiagnosticError(
                Diagnostic(
                    .error, "\(chapter) has no block '\(part)', and no values on such a line",
                    help: (nearest(to: part, among: names).map { "did you mean '\($0)'? " } ?? "")
                        + "blocks are \(names.joined(separator: ", ")); values are named by their line, as in L12"
                ))
        }
        return found.slug
    }
}
