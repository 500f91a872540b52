import Diagnostics
import Manuscript

/// What verification found at one step of a chapter.
public enum Verdict: Sendable, Hashable {
    /// What is recorded is what was observed.
    case agrees
    /// The step has nothing to compare: a static block, or one that did not run.
    case notChecked
    /// A block printed something and nothing is recorded below it.
    case unrecorded(observed: String)
    /// A block's recorded output is not what it printed.
    case outputDiffers(Difference)
    /// An inline value's text is not what was computed.
    case valueDiffers(expected: String)
    /// A number was computed, and the text is no number that could be written in its place.
    case valueIsNumber(String)
    /// A claim is false.
    case claimFails
    /// A claim's words have a number that its expression does not: nothing checks that number.
    case claimNamesAnotherNumber(String)
    /// What was observed cannot be written down: the reason.
    case cannotBeRecorded(String)
}

/// The verdicts of a chapter, one for each of its steps.
public struct ChapterVerdict: Sendable {
    /// The chapter.
    public let chapter: Chapter
    /// One verdict for each of `chapter.steps`.
    public let verdicts: [Verdict]

    /// Compares everything a chapter records with what was observed. Pure: nothing is read, run or written.
    public init(_ chapter: Chapter, _ transcript: Transcript) {
        self.chapter = chapter
        verdicts = zip(chapter.steps, transcript.outcomes).map { step, outcome in
            switch step {
            case .block(let block): Self.verdict(block, outcome)
            case .value(let value): Self.verdict(value, outcome)
            }
        }
    }

    private init(chapter: Chapter, verdicts: [Verdict]) {
        self.chapter = chapter
        self.verdicts = verdicts
    }

    /// The verdicts on some of the steps; the others count as not checked.
    public func restricted(to includes: (Step) -> Bool) -> ChapterVerdict {
        ChapterVerdict(
            chapter: chapter,
            verdicts: zip(chapter.steps, verdicts).map { includes($0) ? $1 : .notChecked })
    }

    /// Whether everything was checked and agrees.
    public var isVerified: Bool {
        verdicts.allSatisfy { $0 == .agrees || $0 == .notChecked }
    }

    private static func verdict(_ block: SwiftBlock, _ outcome: Outcome) -> Verdict {
        guard let observed = outcome.outputText else { return .notChecked }
        if let reason = unrecordable(observed) { return .cannotBeRecorded(reason) }
        guard let recorded = block.recorded else {
            return observed.isEmpty ? .agrees : .unrecorded(observed: observed)
        }
        // A fence cannot tell whether its last line ended with a newline.
        let ended = observed.isEmpty || observed.hasSuffix("\n") ? observed : observed + "\n"
        return difference(recorded: recorded.text, observed: ended, tolerance: block.tolerance)
            .map(Verdict.outputDiffers) ?? .agrees
    }

    private static func verdict(_ value: InlineValue, _ outcome: Outcome) -> Verdict {
        guard case .value(let observed) = outcome else { return .notChecked }
        if case .claim = observed {
        } else if !value.isPlainText {
            return .cannotBeRecorded("the text of a value has no markup")
        }
        return Verification.verdict(on: value.recorded, of: value.expression, observed)
    }
}

/// Compares the text of an inline value or claim with what its expression evaluated to.
func verdict(on recorded: String, of expression: String, _ observed: ObservedValue) -> Verdict {
    if case .claim(let holds) = observed, recorded != "true", recorded != "false" {
        // An empty claim would be a link that no reader can see.
        if recorded.isEmpty { return .valueDiffers(expected: observed.description) }
        if !holds { return .claimFails }
        return unboundNumber(in: recorded, expression).map(Verdict.claimNamesAnotherNumber) ?? .agrees
    }
    guard let expected = observed.text(like: recorded) else { return .valueIsNumber(observed.description) }
    if expected.contains(where: \.isNewline) { return .cannotBeRecorded("the value has several lines") }
    if let reason = unrecordable(expected) { return .cannotBeRecorded(reason) }
    return expected == recorded ? .agrees : .valueDiffers(expected: expected)
}

/// The first number of a claim's words that its expression does not have, or not so often: nothing would check it.
private func unboundNumber(in words: String, _ expression: String) -> String? {
    // Numbers in comments and strings are not compared with anything; the names of a closure's arguments are none.
    let code = expression.replacing(#/"(?:[^"\\]|\\.)*"|\/\*.*?\*\/|\/\/.*|\$\d+/#, with: " ")
        .replacing("_", with: "")
    var checked = Token.numbers(in: code).map { abs($0.value) }
    for number in Token.numbers(in: words.replacing("\u{2212}", with: "-").replacing(",", with: "")) {
        guard let index = checked.firstIndex(of: abs(number.value)) else { return String(number.text) }
        checked.remove(at: index)
    }
    return nil
}

extension Outcome {
    /// The text a block's output fence should have; nil for steps without one.
    var outputText: String? {
        switch self {
        case .ran(let output), .trapped(let output): output.text
        case .refused(let text): text
        case .notRun, .value: nil
        }
    }
}

/// Why a text cannot stand in a Markdown file as it is; nil if it can.
private func unrecordable(_ text: String) -> String? {
    guard
        let scalar = text.unicodeScalars.first(where: { scalar in
            scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0x7F
                || scalar == "\u{FEFF}"
        })
    else { return nil }
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "it has the control character U+\(String(repeating: "0", count: 4 - code.count))\(code)"
}
