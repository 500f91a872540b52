import Diagnostics
import Manuscript

/// A chapter, or a part of it, as a person names it: `03-lstm`, `chapters/03-lstm.md`, a block as `03-lstm:gates` or
/// `03-lstm:2`, the values on a line as `03-lstm:L120`.
public struct Selection: Sendable, Hashable {
    private let name: String
    private let part: String?

    /// Reads a selection; nil if the text can be none.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts[0].hasSuffix(".md") ? parts[0].dropLast(3) : parts[0]
        guard name.last.map({ $0 != "/" }) ?? false, parts.count == 1 || !parts[1].isEmpty else { return nil }
        self.name = String(name)
        part = parts.count > 1 ? String(parts[1]) : nil
    }

    /// Whether a step of the chapter is meant.
    func includes(_ step: Step, of chapter: Chapter) -> Bool {
        guard let part else { return true }
        switch step {
        case .block(let block): return block.id == part || String(block.ordinal) == part
        case .value(let value):
            return part == "L\(chapter.file.position(at: value.contentRange.lowerBound).line)"
        }
    }

    /// The chapter meant.
    func chapter(of book: Book) throws(Failure) -> Chapter {
        let slugs = book.chapters.map(\.slug)
        // A path may begin anywhere, as long as it ends in the chapter's own.
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard
            let chapter = book.chapters.first(where: { "/\(name).md".hasSuffix("/\($0.fileName)") })
                ?? book.chapters.first(where: { $0.slug == name || $0.slug == last })
        else {
            throw Failure(
                .configuration,
                [
                    Diagnostic(
                        .error, "the book has no chapter '\(name)'",
                        help: (nearest(to: last, among: slugs).map { "did you mean '\($0)'? " } ?? "")
                            + "chapters are \(slugs.joined(separator: ", "))")
                ])
        }
        guard let part, !chapter.steps.contains(where: { includes($0, of: chapter) }) else { return chapter }
        let names = chapter.blocks.map(\.name)
        let blocks =
            names.isEmpty
            ? "it has no blocks"
            : (nearest(to: part, among: names).map { "did you mean '\($0)'? " } ?? "")
                + "blocks are \(names.joined(separator: ", "))"
        throw Failure(
            .configuration,
            [
                Diagnostic(
                    .error, "\(name) has no block '\(part)', and no values on such a line",
                    help: blocks + "; values are named by their line, as in L12")
            ])
    }
}
