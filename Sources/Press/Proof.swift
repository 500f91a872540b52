import Diagnostics
import Execution
import Manuscript
import Verification

/// A book, or some of its chapters, that was run and compared with what it records.
public struct Proof: Sendable {
    /// A chapter with what became of it.
    public struct ChapterProof: Sendable {
        /// What running it came to.
        public let result: ChapterResult
        /// What it records, against what came out.
        public let checked: CheckedChapter
        /// Words whose numbers are given wherever they stand.
        private let literals: [String]
        /// What is wrong because fewer of its numbers are covered than the book requires.
        private var coverageErrors: [Diagnostic] = []

        init(result: ChapterResult, checked: CheckedChapter, configuration: BookConfiguration) {
            self.result = result
            self.checked = checked
            literals = configuration.literals
            guard let required = configuration.coverage else { return }
            let coverage = coverage
            if coverage.percent < required { coverageErrors = coverage.diagnostics(.error) }
        }

        private init(_ proof: ChapterProof, _ checked: CheckedChapter) {
            result = proof.result
            self.checked = checked
            literals = proof.literals
        }

        /// The proof of some of its steps.
        func restricted(to includes: (Step) -> Bool) -> ChapterProof {
            ChapterProof(self, checked.restricted(to: includes))
        }

        /// The chapter.
        public var chapter: Chapter { checked.chapter }

        /// The numbers of its prose, and what stands behind them.
        public var coverage: Coverage { Coverage(of: checked, exempt: literals) }

        /// Everything that is wrong with it: why it failed, before what differs.
        public var errors: [Diagnostic] {
            (result.failure?.diagnostics ?? []) + checked.diagnostics + coverageErrors
        }

        /// Whether it ran and agrees with what it records.
        public var isVerified: Bool { result.failure == nil && checked.isVerified && coverageErrors.isEmpty }
    }

    /// The book.
    public let book: Book
    /// The chapters that were run, in the order of the book.
    public let chapters: [ChapterProof]

    /// Everything that is wrong, in the order of the book.
    public var errors: [Diagnostic] { chapters.flatMap(\.errors) }

    /// What is worth mending.
    public var warnings: [Diagnostic] { chapters.flatMap(\.result.warnings) + book.warnings }

    /// What only a reader can judge, one note a chapter.
    public var notes: [Diagnostic] { chapters.flatMap(\.checked.notes) }

    /// Whether every chapter ran and agrees with what it records.
    public var isVerified: Bool { chapters.allSatisfy(\.isVerified) }

    /// Why there is nothing to go on with, without what was reported already: nil if all is verified. A chapter that
    /// could not be run for want of space, permission or a compiler says nothing of the book.
    public var failure: Failure? {
        if isVerified { return nil }
        return Failure(isMachineAtFault ? .machine : .book, [])
    }

    /// Whether a chapter could not be run for a reason that is not in the book.
    public var isMachineAtFault: Bool { chapters.contains { $0.result.failure?.owner == .machine } }

    /// How many of ``errors`` are errors, and not notes on one: `2 errors`.
    public var errorCount: String { counted(errors.count { $0.severity == .error }, "error") }

    /// What was checked, in one line: `7 pages, 53 blocks, 120 values and claims verified`.
    public var summary: String {
        var outputs = 0
        var values = 0
        for step in chapters.flatMap(\.checked.steps) {
            switch step {
            case .block(_, _, .agrees): outputs += 1
            case .value(_, _, .agrees): values += 1
            case .block, .value: break
            }
        }
        return "\(counted(chapters.count, "page")), \(counted(outputs, "block")), "
            + "\(counted(values, "value or claim", plural: "values and claims")) verified"
    }

    /// Where the selected values and blocks come from.
    public func explanations(of selection: Selection) -> [Explanation] {
        chapters.flatMap { proof in
            Explanation.of(proof.checked) { selection.includes($0, of: proof.chapter) }
        }
    }

    /// The proof of some of the steps; what differs elsewhere does not count.
    func restricted(to includes: (Step, Chapter) -> Bool) -> Proof {
        Proof(
            book: book,
            chapters: chapters.map { proof in
                proof.restricted { includes($0, proof.chapter) }
            })
    }
}
