import Manuscript

/// One step of a chapter with what came out when it ran, and what verification makes of it.
///
/// What is recorded stands in the block or value itself.
public enum CheckedStep: Sendable, Hashable {
    /// A Swift block.
    case block(SwiftBlock, Outcome, BlockVerdict)
    /// An inline value or a claim.
    case value(InlineValue, Outcome, ValueVerdict)

    /// Compares what a step records with what came out.
    init(_ step: Step, _ outcome: Outcome, in context: WordContext) {
        switch step {
        case .block(let block): self = .block(block, outcome, BlockVerdict(on: block, outcome))
        case .value(let value): self = .value(value, outcome, ValueVerdict(on: value, outcome, in: context))
        }
    }

    /// The step.
    public var step: Step {
        switch self {
        case .block(let block, _, _): .block(block)
        case .value(let value, _, _): .value(value)
        }
    }

    /// What came out.
    public var outcome: Outcome {
        switch self {
        case .block(_, let outcome, _), .value(_, let outcome, _): outcome
        }
    }

    /// Whether the step agrees with what it records, or has nothing to compare.
    public var isRight: Bool {
        switch self {
        case .block(_, _, let verdict): verdict == .agrees || verdict == .notChecked
        case .value(_, _, let verdict): verdict == .agrees || verdict == .notChecked
        }
    }

    /// Whether there was something to compare.
    var isChecked: Bool {
        switch self {
        case .block(_, _, let verdict): verdict != .notChecked
        case .value(_, _, let verdict): verdict != .notChecked
        }
    }

    /// The same step, left out of what is compared.
    var unchecked: CheckedStep {
        switch self {
        case .block(let block, let outcome, _): .block(block, outcome, .notChecked)
        case .value(let value, let outcome, _): .value(value, outcome, .notChecked)
        }
    }
}

/// A chapter whose every step was compared with what came out.
public struct CheckedChapter: Sendable {
    /// The chapter.
    public let chapter: Chapter
    /// One for each of `chapter.steps`.
    public let steps: [CheckedStep]

    /// What the words of its claims and values are judged by.
    let context: WordContext

    /// Compares everything a chapter records with what was observed. Pure: nothing is read, run or written.
    ///
    /// - Parameter language: The language of the text, as HTML names it.
    public init(_ chapter: Chapter, _ transcript: Transcript, language: String = "en") {
        let context = WordContext(chapter, language: language)
        let steps = zip(chapter.steps, transcript.outcomes).map { step, outcome in
            if case .block(let block) = step,
                let problem = DerivationReport.problem(of: block, outcome, in: chapter)
            {
                return CheckedStep.block(block, outcome, .derivationFails(problem))
            }
            return CheckedStep(step, outcome, in: context)
        }
        self.init(chapter, steps, context)
    }

    private init(_ chapter: Chapter, _ steps: [CheckedStep], _ context: WordContext) {
        self.chapter = chapter
        self.steps = steps
        self.context = context
    }

    /// The chapter with some of its steps only; the others count as not checked.
    public func restricted(to includes: (Step) -> Bool) -> CheckedChapter {
        CheckedChapter(chapter, steps.map { includes($0.step) ? $0 : $0.unchecked }, context)
    }

    /// The chapter without some of its steps, which count as not checked.
    func leavingOut(_ indices: Set<Int>) -> CheckedChapter {
        CheckedChapter(
            chapter, steps.enumerated().map { indices.contains($0) ? $1.unchecked : $1 }, context)
    }

    /// Whether everything was checked and agrees.
    public var isVerified: Bool { steps.allSatisfy(\.isRight) }
}
