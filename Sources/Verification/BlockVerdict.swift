import Diagnostics
import Manuscript

/// What verification found at a block.
public enum BlockVerdict: Sendable, Hashable {
    /// What is recorded is what it printed.
    case agrees
    /// There is nothing to compare: the block is static, or did not run.
    case notChecked
    /// It printed something, and nothing is recorded below it.
    case unrecorded(observed: String)
    /// What is recorded is not what it printed.
    case differs(Difference)
    /// It has a tolerance within which every one of its numbers is as good as 0: the largest of them.
    case toleranceHidesNumbers(String)
    /// A step of a displayed derivation does not hold, or is not tried.
    case derivationFails(Diagnostic)
    /// What it printed cannot be written down: the reason.
    case cannotBeRecorded(String)

    /// Compares the recorded output of a block with what came out.
    init(on block: SwiftBlock, _ outcome: Outcome) {
        guard let observed = outcome.outputText else {
            self = .notChecked
            return
        }
        if let reason = unrecordable(observed) {
            self = .cannotBeRecorded(reason)
            return
        }
        if let number = block.tolerance.flatMap({ $0.hiddenNumber(in: observed) }) {
            self = .toleranceHidesNumbers(number)
            return
        }
        guard let recorded = block.recorded else {
            self = observed.isEmpty ? .agrees : .unrecorded(observed: observed)
            return
        }
        // A fence cannot tell whether its last line ended with a newline.
        let ended = observed.isEmpty || observed.hasSuffix("\n") ? observed : observed + "\n"
        if let variation = block.variation,
            variation.settled(recorded.text).hasSameBytes(as: variation.settled(ended))
        {
            self = .agrees
            return
        }
        self =
            Difference(recorded: recorded.text, observed: ended, tolerance: block.tolerance)
            .map(BlockVerdict.differs) ?? .agrees
    }
}

extension Tolerance {
    /// The largest number of a text, if it is no larger than the tolerance: nothing would then be compared. Zeros alone
    /// are compared well enough.
    fileprivate func hiddenNumber(in text: String) -> String? {
        let numbers = OutputToken.numbers(in: text).filter { $0.value != 0 }
        guard let largest = numbers.max(by: { abs($0.value) < abs($1.value) }), abs(largest.value) <= bound
        else { return nil }
        return String(largest.text)
    }
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
func unrecordable(_ text: String) -> String? {
    if let character = InvisibleCharacter(in: text), !text.contains("\u{FEFF}") {
        return "it has a character that cannot be seen, \(character.name)"
    }
    guard
        let scalar = text.unicodeScalars.first(where: { scalar in
            scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0x7F
                || scalar == "\u{FEFF}"
        })
    else { return nil }
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "it has the control character U+\(String(repeating: "0", count: 4 - code.count))\(code)"
}
