import Diagnostics
import Manuscript

/// What became of one chapter.
public struct ChapterResult: Sendable {
    /// Where a transcript comes from.
    public enum Source: Sendable, Hashable {
        /// The chapter was compiled and run.
        case execution
        /// Nothing that can change the transcript has changed since the chapter was run.
        case cache
    }

    /// The chapter's slug.
    public let slug: String
    /// What happened at each step; after a failure, what had happened before it.
    public let transcript: Transcript
    /// Where the transcript comes from.
    public let source: Source
    /// The fingerprint of everything that can change the transcript.
    public let key: String
    /// What the compiler warned about, mapped to the chapter.
    public let warnings: [Diagnostic]
    /// Why the chapter failed, if it did.
    public let failure: Failure?
}
