import Diagnostics
import Manuscript

extension CheckedChapter {
    /// A diagnostic for every step that does not agree, each at its line in the chapter.
    public var diagnostics: [Diagnostic] { steps.compactMap(diagnostic) }

    /// The diagnostics of what no acceptance can mend: false claims, and outputs that cannot be written down.
    public var unacceptable: [Diagnostic] { steps.filter { !$0.isAcceptable }.compactMap(diagnostic) }

    private func diagnostic(_ step: CheckedStep) -> Diagnostic? {
        switch step {
        case .block(let block, _, let verdict): diagnostic(block, verdict)
        case .value(let value, _, let verdict): diagnostic(value, verdict)
        }
    }

    private func diagnostic(_ block: SwiftBlock, _ verdict: BlockVerdict) -> Diagnostic? {
        let file = chapter.file
        let accept = "if the new output is right, run: book accept \(chapter.slug):\(block.name)"
        switch verdict {
        case .agrees, .notChecked:
            return nil
        case .unrecorded(let observed):
            let lines = observed.split(separator: "\n", omittingEmptySubsequences: false)
                .dropLast(observed.hasSuffix("\n") ? 1 : 0)
            let shown =
                lines.prefix(12).map { "+ \($0)" }
                + (lines.count > 12 ? ["  … \(lines.count - 12) more lines"] : [])
            return .error(
                "block \(block.name) prints \(counted(lines.count, "line")), and nothing is recorded below it",
                at: file.location(block.fence.infoRange), explanation: shown.joined(separator: "\n"),
                help: accept)
        case .differs(let difference):
            let fence = block.recorded?.fence
            let place = fence.map { fence in
                fence.lines.indices.contains(difference.firstLine)
                    ? fence.lines[difference.firstLine] : fence.infoRange
            }
            return .error(
                "block \(block.name) prints something else than recorded: \(difference.summary)",
                at: file.location(place ?? block.fence.infoRange),
                explanation: difference.lines.joined(separator: "\n"), help: accept)
        case .toleranceHidesNumbers(let largest):
            return .error(
                "the tolerance of block \(block.name) hides its numbers: the largest is \(largest)",
                at: file.location(block.fence.infoRange),
                help: "take a tolerance far below them, or print whether they are small: print(error < 1e-12)"
            )
        case .derivationFails(let problem):
            return problem
        case .cannotBeRecorded(let reason):
            return .error(
                "the output of block \(block.name) cannot be recorded: \(reason)",
                at: file.location(block.fence.infoRange),
                help: "print plain text, with newline as the only control")
        }
    }

    private func diagnostic(_ value: InlineValue, _ verdict: ValueVerdict) -> Diagnostic? {
        let place = chapter.file.location(value.contentRange)
        switch verdict {
        case .agrees, .notChecked:
            return nil
        case .differs(let expected):
            return .error(
                "'\(value.expression)' is not what the text says", at: place,
                explanation: "- \(value.recorded)\n+ \(expected)",
                help: "if the new value is right, run: book accept \(chapter.slug):L\(place.start.line)")
        case .isNumber(let number):
            return .error(
                "the value of '\(value.expression)' is \(number), and '\(value.recorded)' does not say how to write it",
                at: place,
                help:
                    "write one number between the brackets, words and units apart from it; or leave them empty"
            )
        case .claimFails:
            return .error(
                "this claim is false: \(value.expression)", at: place,
                help: "a false claim cannot be accepted: change the sentence or what it claims")
        case .claimNamesAnotherNumber(let number):
            return .error(
                "nothing checks the number \(number): it is in the words of this claim, but not in its expression",
                at: place,
                help: "write the number in the expression, or as a value of its own: [\(number)](<swift: …>)")
        case .claimIsConstant(let reason):
            return .error(
                "this claim says nothing of what the program computes: \(reason)", at: place,
                help: "let the expression compare what a block above computes")
        case .claimSaysOtherwise(let phrase, let need):
            return .error(
                "the words '\(phrase.onOneLine)' are not what the expression says: \(value.expression)",
                at: place,
                help: "they need \(need); or change the words")
        case .isPartOfAnotherNumber(let mark):
            return .error(
                "what stands beside this value makes another number of it: '\(mark)'", at: place,
                help: "write the whole number between the brackets, its sign, unit and power too, "
                    + "or put words between")
        case .wordsCompareValue(let phrase):
            return .error(
                "nothing checks the words '\(phrase.onOneLine)' of this value", at: place,
                help: "make a claim of them, with a comparison: [\(phrase.onOneLine) …](<swift: … < …>); "
                    + "or write the value without them")
        case .cannotBeRecorded(let reason):
            return .error(
                "the value of '\(value.expression)' cannot be recorded: \(reason)", at: place,
                help: "write plain text between the brackets, or claim something of the value instead")
        }
    }
}

extension CheckedStep {
    /// Whether accepting what came out makes the step right, if it is not.
    fileprivate var isAcceptable: Bool {
        switch self {
        case .block(_, _, let verdict):
            switch verdict {
            case .agrees, .notChecked, .unrecorded, .differs: true
            case .toleranceHidesNumbers, .derivationFails, .cannotBeRecorded: false
            }
        case .value(_, _, let verdict):
            switch verdict {
            case .agrees, .notChecked, .differs: true
            case .isNumber, .claimFails, .claimNamesAnotherNumber, .claimIsConstant, .claimSaysOtherwise,
                .isPartOfAnotherNumber, .wordsCompareValue, .cannotBeRecorded:
                false
            }
        }
    }
}

extension String {
    /// The text with line endings as blanks.
    fileprivate var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension Difference {
    /// One line: how many numbers moved, and the worst change.
    public var summary: String {
        guard let worst else {
            return movedNumbers == 0 && textDiffers
                ? "its text differs" : "\(counted(movedNumbers, "number")) moved"
        }
        let change = "\(counted(movedNumbers, "number")) moved, worst \(worst.recorded) to \(worst.observed)"
        let size = worst.relative.map { "\((100 * $0).rounded(toDigits: 2)) %" }
        return change + " (by \(size ?? "\(worst.absolute.rounded(toDigits: 2))"))"
            + (textDiffers ? ", and its text differs" : "")
    }
}

extension Double {
    /// The number with few significant digits, for people.
    fileprivate func rounded(toDigits digits: Int) -> Double {
        guard isFinite, self != 0 else { return self }
        var scale = 1.0
        while abs(self) * scale < 10 { scale *= 10 }
        while abs(self) * scale >= 100 { scale /= 10 }
        return (self * scale).rounded() / scale
    }
}
