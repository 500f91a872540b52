import Manuscript

/// How a book is executed.
public struct ExecutionOptions: Sendable {
    /// How many compilers and chapters may run at once.
    public var jobs: Int
    /// The folder for libraries, cache and temporary files; `.build/book` in the book's package if nil.
    public var scratch: String?
    /// Whether chapters run whose transcript is known.
    public var repeatsKnownRuns: Bool

    /// Whether chapters run without a network, and read nothing but the system, their data and their modules.
    public var isSandboxed: Bool
    /// Whether the system is asked to keep chapters from writing outside their folders; tests do without.
    var confinesWriting = true

    /// Options; those that are left out are the usual ones.
    public init(
        jobs: Int = 2, scratch: String? = nil, repeatsKnownRuns: Bool = false, isSandboxed: Bool = false
    ) {
        self.jobs = max(jobs, 1)
        self.scratch = scratch
        self.repeatsKnownRuns = repeatsKnownRuns
        self.isSandboxed = isSandboxed
    }

    /// The folder for everything that building a book makes and can make again.
    public func scratchFolder(of book: Book) -> String {
        scratch ?? "\(book.folder)/\(book.configuration.package)/.build/book"
    }
}
