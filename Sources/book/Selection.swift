import ArgumentParser
import Diagnostics
import Manuscript

/// A chapter, or one block of it, as named on the command line: `03-lstm`, `chapters/03-lstm.md`, `03-lstm:gates`.
struct Selection: ExpressibleByArgument {
    private let chapter: String
    private let block: String?

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts[0].split(separator: "/").last ?? ""
        guard !name.isEmpty, parts.count == 1 || !parts[1].isEmpty else { return nil }
        chapter = name.hasSuffix(".md") ? String(name.dropLast(3)) : String(name)
        block = parts.count > 1 ? String(parts[1]) : nil
    }

    /// Whether a step of the chapter is meant.
    func includes(_ step: Step) -> Bool {
        guard let block else { return true }
        if case .block(let candidate) = step {
            return candidate.id == block || String(candidate.ordinal) == block
        }
        return false
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
        if let block, !found.steps.contains(where: includes) {
            let names = found.blocks.map(\.name)
            throw DiagnosticError(
                Diagnostic(
                    .error, "\(chapter) has no block '\(block)'",
                    help: (nearest(to: block, among: names).map { "did you mean '\($0)'? " } ?? "")
                        + "blocks are \(names.joined(separator: ", "))"))
        }
        return found.slug
    }
}
