import Diagnostics
import Foundation
import Manuscript
import Rendering
import Storage

/// Pages kept from earlier builds. A page is used again if everything it was made from is the same: the tool, the
/// chapter's bytes, its place in the book, what happened when it ran, the macros, and every fact of the rest of the
/// book that it mentions.
struct PageCache: Sendable {
    let store: Store
    /// What tells one build of the tool from another.
    let tool: String

    private struct Record: Codable {
        var tool: String
        var key: String
        var page: RenderedPage
    }

    /// What is known of a chapter: its page, if nothing changed, or at least the Swift that was highlighted.
    struct Found {
        var page: RenderedPage?
        var highlights: [String: Highlight] = [:]
    }

    /// Looks for a chapter's page. A record that cannot be read is as good as none.
    func find(_ slug: String, key: String, in context: BookContext) -> Found {
        guard let record: Record = store.memo(.pages, slug), record.tool == tool else { return Found() }
        if record.key == key, record.page.facts.allSatisfy(context.confirms) {
            return Found(page: record.page)
        }
        return Found(highlights: store.memo(.highlights, slug) ?? [:])
    }

    /// Keeps a page. Failing to is no failure of the build.
    func keep(_ page: RenderedPage, slug: String, key: String) {
        var page = page
        let highlights = page.highlights
        page.highlights = [:]
        // Highlighted Swift stands by itself, as it is needed only if the page is not.
        store.remember(highlights, .highlights, slug)
        store.remember(Record(tool: tool, key: key, page: page), .pages, slug)
    }

    /// What a page is made from, apart from the rest of the book.
    static func key(_ chapter: Chapter, _ evidence: Evidence, _ configuration: BookConfiguration) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        let transcript: Transcript?
        let state: String
        switch evidence {
        case .verified(let known, let seal):
            (transcript, state) = (known, "verified \(seal?.fingerprint ?? "") \(seal?.coverage ?? -1)")
        case .draft(let known, let values):
            let texts = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            (transcript, state) = (known, "draft " + texts.joined(separator: "\u{0}"))
        }
        let observed = (try? encoder.encode(transcript)).map(Array.init) ?? []
        let role: String =
            switch chapter.role {
            case .opening: "opening"
            case .chapter(let number): "chapter \(number)"
            case .appendix(let letter): "appendix \(letter)"
            case .page: "page"
            }
        let macros = configuration.macros.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let about = [configuration.subtitle ?? ""] + configuration.authors
        let folding = configuration.foldsFigures ? "fold figures" : ""
        let words = [chapter.file.path, role, state, configuration.language, folding] + macros + about
        return Fingerprint(combining: [
            Fingerprint(chapter.file.bytes), Fingerprint(observed),
            Fingerprint(words.joined(separator: "\u{0}")),
        ]).description
    }
}
