import Diagnostics
import Manuscript
import Storage

/// Transcripts of chapters that ran without failure, by what they depend on.
struct TranscriptCache: Sendable {
    /// A transcript with what the compiler warned about.
    struct Entry: Codable, Sendable {
        var transcript: Transcript
        var warnings: [Warning]
        /// What the chapter's blocks give another meaning: whether one may depends on what is hidden.
        var otherMeanings: [OtherMeaning]
    }

    /// A warning of the compiler, wherever the step stands in the chapter now.
    struct Warning: Codable, Sendable {
        var place: SourceMap.Place
        var text: String
    }

    let store: Store

    /// The entry for a key. One that does not fit the chapter is none.
    func entry(for key: CacheKey, of chapter: Chapter) -> Entry? {
        let entry: Entry? = store.value(.transcripts, key: key.fingerprint)
        return entry.flatMap { $0.transcript.outcomes.count == chapter.steps.count ? $0 : nil }
    }

    /// Keeps an entry.
    func store(_ entry: Entry, for key: CacheKey) throws(Failure) {
        try store.keep(entry, .transcripts, key: key.fingerprint)
    }
}
