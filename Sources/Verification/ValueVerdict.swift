import Manuscript
import SwiftSource

/// What verification found at an inline value or a claim.
public enum ValueVerdict: Sendable, Hashable {
    /// The text says what was computed.
    case agrees
    /// There is nothing to compare: the value was not computed.
    case notChecked
    /// The text is not what was computed.
    case differs(expected: String)
    /// A number was computed, and the text is no number that could be written in its place.
    case isNumber(String)
    /// A claim is false.
    case claimFails
    /// A claim's words have a number that its expression does not: nothing checks that number.
    case claimNamesAnotherNumber(String)
    /// A claim that is the same whatever the program computes: the reason.
    case claimIsConstant(String)
    /// The words of a claim say something that its expression does not: the words, and what would carry them.
    case claimSaysOtherwise(String, need: String)
    /// What stands directly beside a value makes another number of it: the mark.
    case isPartOfAnotherNumber(String)
    /// Words compare a value with something, and nothing checks them.
    case wordsCompareValue(String)
    /// What was computed cannot be written down: the reason.
    case cannotBeRecorded(String)

    /// Compares the text of a value with what came out.
    init(on value: InlineValue, _ outcome: Outcome, in context: WordContext = WordContext()) {
        guard case .value(let observed) = outcome else {
            self = .notChecked
            return
        }
        if case .claim = observed {
        } else if !value.isPlainText {
            self = .cannotBeRecorded("the text of a value has no markup")
            return
        }
        if case .claim = observed {
        } else if let mark = context.change(beside: value, observed) {
            self = .isPartOfAnotherNumber(mark)
            return
        } else if let phrase = context.comparison(with: value) {
            self = .wordsCompareValue(phrase)
            return
        }
        self.init(on: value.recorded, of: value.expression, observed, in: context.above(value))
    }

    /// Compares a recorded text with what its expression evaluated to.
    init(
        on recorded: String, of expression: String, _ observed: ObservedValue,
        in context: WordContext = WordContext()
    ) {
        if case .claim(let holds) = observed, recorded != "true", recorded != "false" {
            // An empty claim would be a link that no reader can see.
            if recorded.isEmpty {
                self = .differs(expected: observed.description)
            } else if !holds {
                self = .claimFails
            } else {
                self = ValueVerdict(context.judgement(of: recorded, expression))
            }
            return
        }
        guard let expected = observed.text(like: recorded, in: context.language) else {
            self = .isNumber(observed.description)
            return
        }
        if expected.contains(where: \.isNewline) {
            self = .cannotBeRecorded("the value has several lines")
        } else if let reason = unrecordable(expected) {
            self = .cannotBeRecorded(reason)
        } else {
            self = expected.hasSameBytes(as: recorded) ? .agrees : .differs(expected: expected)
        }
    }
}

extension ValueVerdict {
    /// What the words of a true claim come to.
    private init(_ judgement: ClaimJudgement) {
        switch judgement {
        case .carried, .leftToTheReader: self = .agrees
        case .numberMissing(let number): self = .claimNamesAnotherNumber(number)
        case .constant(let reason): self = .claimIsConstant(reason)
        case .notCarried(let phrase, let need): self = .claimSaysOtherwise(phrase, need: need)
        }
    }
}
