import Diagnostics
import Execution
import Manuscript
import Verification

/// A book that was read, run and compared: every chapter with its transcript and verdicts.
public struct Proof: Sendable {
    /// The book.
    public let book: Book
    /// The book's labels, numbered.
    public let labels: LabelIndex
    /// Which works the book cites, and where.
    public let citations: CitationIndex
    /// What became of each chapter when it ran, in the order of the book.
    public let results: [ChapterResult]
    /// What is recorded against what was observed, in the order of the book.
    public private(set) var verdicts: [ChapterVerdict]

    /// Everything that is wrong, in the order of the book: failures of a chapter before its differences.
    public var errors: [Diagnostic] {
        zip(results, verdicts).flatMap { result, verdict in
            (result.failure?.diagnostics ?? []) + verdict.diagnostics
        }
    }

    /// How many of ``errors`` are errors, and not notes on one: `2 errors`.
    public var errorCount: String { counted(errors.count { $0.severity == .error }, "error") }

    /// What is worth mending.
    public var warnings: [Diagnostic] {
        results.flatMap(\.warnings) + citations.uncited(in: book) + book.unlisted
    }

    /// Whether every chapter ran and agrees with what it records.
    public var isVerified: Bool {
        results.allSatisfy { $0.failure == nil } && verdicts.allSatisfy(\.isVerified)
    }

    /// What was checked, in one line: `7 chapters, 53 outputs, 120 values and claims verified`.
    public var summary: String {
        let steps = verdicts.flatMap { zip($0.chapter.steps, $0.verdicts) }
        var outputs = 0
        var values = 0
        for case (let step, .agrees) in steps {
            switch step {
            case .block: outputs += 1
            case .value: values += 1
            }
        }
        return "\(counted(verdicts.count, "page")), \(counted(outputs, "block")), "
            + "\(counted(values, "value or claim", plural: "values and claims")) verified"
    }

    /// The proof of some of the steps; what differs elsewhere does not count.
    public func restricted(to includes: (Step, Chapter) -> Bool) -> Proof {
        var proof = self
        proof.verdicts = verdicts.map { verdict in
            verdict.restricted { includes($0, verdict.chapter) }
        }
        return proof
    }

    /// Reads a book, runs what has to be run, and compares.
    ///
    /// - Parameter only: The slugs of the chapters to run; all if nil. Labels and citations are always those of the
    ///   whole book.
    public init(
        of folder: String, options: ExecutionOptions, only: Set<String>? = nil,
        progress: @escaping @Sendable (ExecutionProgress) -> Void = { _ in }
    ) async throws(ProofError) {
        let book: Book
        do {
            book = try Book.read(folder: folder)
        } catch {
            throw ProofError(error)
        }
        var diagnostics: [Diagnostic] = []
        var labels: LabelIndex?
        var citations: CitationIndex?
        do throws(DiagnosticError) { labels = try LabelIndex(book.chapters) } catch {
            diagnostics += error.diagnostics
        }
        do throws(DiagnosticError) { citations = try CitationIndex(book) } catch {
            diagnostics += error.diagnostics
        }
        guard let labels, let citations else { throw ProofError(.book, diagnostics) }

        let chapters = book.chapters.filter { only?.contains($0.slug) ?? true }
        let results: [ChapterResult]
        do {
            results = try await Executor(book, options: options).run(chapters, progress: progress)
        } catch let error as ExecutionError {
            throw ProofError(error)
        } catch {
            throw ProofError(.toolchain, [Diagnostic(.error, "\(error)")])
        }
        self.book = book
        self.labels = labels
        self.citations = citations
        self.results = results
        verdicts = zip(chapters, results).map { ChapterVerdict($0, $1.transcript) }
    }
}
