import Diagnostics
import Manuscript

/// A chapter that has a transcript already, or is to be run.
struct ChapterJob: Sendable {
    let chapter: Chapter
    let key: CacheKey
    /// What is known of an earlier run.
    let known: TranscriptCache.Entry?

    /// The result of a chapter that need not be run.
    func knownResult(_ progress: (ExecutionProgress) -> Void) -> ChapterResult {
        let result = result(known ?? .nothing(of: chapter), source: .cache, failure: nil)
        progress(
            .finished(
                slug: chapter.slug, source: .cache, succeeded: result.failure == nil, elapsed: .zero))
        return result
    }

    /// The result of a run, of an earlier one too.
    func result(
        _ entry: TranscriptCache.Entry, source: ChapterResult.Source, failure: Failure?
    ) -> ChapterResult {
        let map = SourceMap(chapter: chapter)
        let hiddenMeanings = entry.otherMeanings.compactMap { $0.error(in: chapter) }
        return ChapterResult(
            slug: chapter.slug, transcript: entry.transcript, source: source, key: key.description,
            warnings: entry.warnings.map { .warning($0.text, at: map.location($0.place)) },
            failure: failure ?? (hiddenMeanings.isEmpty ? nil : Failure(.book, hiddenMeanings)))
    }
}

extension TranscriptCache.Entry {
    /// What is known of a chapter of which nothing ran.
    static func nothing(of chapter: Chapter) -> TranscriptCache.Entry {
        TranscriptCache.Entry(
            transcript: Transcript(outcomes: chapter.steps.map { _ in .notRun }), warnings: [],
            otherMeanings: [])
    }
}

extension Chapter {
    /// What running a chapter of mere prose, or of blocks that are only shown, would tell; nil for all others.
    var emptyEntry: TranscriptCache.Entry? {
        let computes = steps.contains { step in
            if case .block(let block) = step { block.expectation != .static } else { true }
        }
        return computes ? nil : .nothing(of: self)
    }
}
