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
        let name = parts[0].split(separator: "/").last ?? ""
        guard !name.isEmpty, parts.count == 1 || !parts[1].isEmpty else { return nil }
        self.name = name.hasSuffix(".md") ? String(name.dropLast(3)) : String(name)
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
        guard let chapter = book.chapters.first(where: { $0.slug == name }) else {
            throw Failure(
                .configuration,
                [
                    Diagnostic(
                        .error, "the book has no chapter '\(name)'",
                        help: (nearest(to: name, among: slugs).map { "did you mean '\($0)'? " } ?? "")
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
