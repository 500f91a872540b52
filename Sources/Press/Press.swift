import Diagnostics
import Execution
import Manuscript
import Verification

/// Makes a site of a book: reads it, runs it, compares, renders, publishes.
///
/// 1. ``read()`` gives the book, or everything that is wrong with it before anything is run;
/// 2. ``prove(_:selection:repeatingKnownRuns:)`` runs its chapters and compares what came out with what they record;
/// 3. ``publish(_:to:tool:listsLinks:)`` renders what was proved and replaces the site, whole or not at all;
/// 4. ``accept(_:)`` records what came out instead.
public struct Press: Sendable {
    /// The folder of the book.
    let folder: String
    let options: ExecutionOptions
    let progress: @Sendable (ExecutionProgress) -> Void

    /// A press for the book in a folder.
    ///
    /// - Parameter progress: Told what is going on, from any thread.
    public init(
        folder: String, options: ExecutionOptions = ExecutionOptions(),
        progress: @escaping @Sendable (ExecutionProgress) -> Void = { _ in }
    ) {
        self.folder = folder
        self.options = options
        self.progress = progress
    }

    /// Reads the book. What is wrong with it is reported at once, as far as nothing has to be run to know it.
    public func read() throws(Failure) -> Book {
        try Book.read(folder: folder, mistakesOfCode: \.syntaxErrors)
    }

    /// Runs a book, or the chapter selected, and compares what came out with what is recorded.
    ///
    /// - Parameters:
    ///   - selection: What to compare; everything if nil.
    ///   - repeatingKnownRuns: Whether to run also what is known from an earlier time.
    public func prove(
        _ book: Book, selection: Selection? = nil, repeatingKnownRuns: Bool = false
    ) async throws(Failure) -> Proof {
        let chapters = try selection.map { selection throws(Failure) in [try selection.chapter(of: book)] }
        let proof = try await run(chapters ?? book.chapters, of: book, repeatingKnownRuns: repeatingKnownRuns)
        return selection.map { proof.restricted(to: $0.includes) } ?? proof
    }

    /// Forgets all that was kept of earlier runs and pages of the book. Gives the folder that is gone.
    public func clean(_ book: Book) throws(Failure) -> String {
        try Executor(book, options: options).clean()
        return options.scratchFolder(of: book).replacing(/[^\/.][^\/]*\/\.\.\//, with: "")
    }

    func run(
        _ chapters: [Chapter], of book: Book, repeatingKnownRuns: Bool
    ) async throws(Failure) -> Proof {
        var options = options
        options.repeatsKnownRuns = repeatingKnownRuns
        let results = try await Executor(book, options: options).run(chapters, progress: progress)
        if Interruption.isRequested { throw Failure(.user, []) }
        return Proof(
            book: book,
            chapters: zip(chapters, results).map { chapter, result in
                Proof.ChapterProof(
                    result: result,
                    checked: CheckedChapter(
                        chapter, result.transcript, language: book.configuration.language),
                    configuration: book.configuration)
            })
    }
}
