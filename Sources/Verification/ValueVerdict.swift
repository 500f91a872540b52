import Manuscript

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
    /// What was computed cannot be written down: the reason.
    case cannotBeRecorded(String)

    /// Compares the text of a value with what came out.
    init(on value: InlineValue, _ outcome: Outcome) {
        guard case .value(let observed) = outcome else {
            self = .notChecked
            return
        }
        if case .claim = observed {
        } else if !value.isPlainText {
            self = .cannotBeRecorded("the text of a value has no markup")
            return
        }
        self.init(on: value.recorded, of: value.expression, observed)
    }

    /// Compares a recorded text with what its expression evaluated to.
    init(on recorded: String, of expression: String, _ observed: ObservedValue) {
        if case .claim(let holds) = observed, recorded != "true", recorded != "false" {
            // An empty claim would be a link that no reader can see.
            if recorded.isEmpty {
                self = .differs(expected: observed.description)
            } else if !holds {
                self = .claimFails
            } else {
                self =
                    unboundNumber(in: recorded, expression).map(ValueVerdict.claimNamesAnotherNumber)
                    ?? .agrees
            }
            return
        }
        guard let expected = observed.text(like: recorded) else {
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

/// The first number of a claim's words that its expression does not have, or not so often: nothing would check it.
private func unboundNumber(in words: String, _ expression: String) -> String? {
    // Numbers in comments and strings are not compared with anything; the names of a closure's arguments are none.
    let code = expression.replacing(#/"(?:[^"\\]|\\.)*"|\/\*.*?\*\/|\/\/.*|\$\d+/#, with: " ")
        .replacing("_", with: "")
    var checked = OutputToken.numbers(in: code).map { abs($0.value) }
    for number in OutputToken.numbers(in: words.replacing("\u{2212}", with: "-").replacing(",", with: "")) {
        guard let index = checked.firstIndex(of: abs(number.value)) else { return String(number.text) }
        checked.remove(at: index)
    }
    return nil
}
