import Diagnostics
import Manuscript
import Testing

@testable import Verification

/// Words around a value that is no claim.
struct ValueWordsTests {
    private func verdict(_ sentence: String, _ value: ObservedValue) throws -> ValueVerdict {
        let text = "# T\n\n\(sentence)\n"
        let chapter = try Chapter(
            parsing: SourceFile(path: "a.md", bytes: Array(text.utf8)), role: .chapter(number: 1))
        let checked = CheckedChapter(chapter, Transcript(outcomes: [.value(value)]))
        guard case .value(_, _, let verdict) = checked.steps[0] else { return .notChecked }
        return verdict
    }

    @Test(arguments: [
        "Loss is [less than 5](<swift: 5>).", "Loss is less than [5](<swift: 5>).",
        "It is at most [5](<swift: x>).",
        "It is\nno more than\n[5](<swift: x>).", "It stays below [5](<swift: x>).",
        "It has [5 or more](<swift: x>).",
        "It is at most [5](<swift: xs.min()!>).", "It is less than about [5](<swift: x>).",
        "**more than** [5](<swift: x>)", "There are [5](<swift: 5>) million.",
    ])
    func aComparisonIsNotCheckedByAValue(sentence: String) throws {
        let verdict = try verdict(sentence, .integer("5"))
        guard case .wordsCompareValue = verdict else {
            Issue.record("\(sentence) gives \(verdict)")
            return
        }
    }

    @Test(arguments: [
        "1[5](<swift: x>)", "[5](<swift: x>)0", "[5](<swift: x>).5", "[5](<swift: x>)e3", "[5](<swift: x>)%",
        "[5](<swift: x>) %", "[5](<swift: x>)k", "0.[5](<swift: x>)", "-[5](<swift: x>)",
        "is −[5](<swift: x>)",
        "minus [5](<swift: x>)", "[5](<swift: x>)×10⁶", "[5](<swift: x>) × 10⁶", "10^[5](<swift: x>)",
        "[5](<swift: x>)½", "[5](<swift: x>)²", "[5](<swift: x>)$0$", "$-$[5](<swift: x>)",
        "[5](<swift: x>)$\\times 10^3$", "**1**[5](<swift: x>)", "[5](<swift: x>)`0`", "[5](<swift: x>),000",
        "<sup>1</sup>[5](<swift: x>)", "[5](<swift: x>)/2", "1/[5](<swift: x>)", "±[5](<swift: x>)",
    ])
    func nothingBesideAValueMakesAnotherNumberOfIt(sentence: String) throws {
        let verdict = try verdict(sentence, .integer("5"))
        guard case .isPartOfAnotherNumber = verdict else {
            Issue.record("\(sentence) gives \(verdict)")
            return
        }
    }

    @Test(arguments: [
        "x<sub>n</sub> is [5](<swift: x>)", "a [5](<swift: x>)-fold gain", "the [5](<swift: x>)th",
        "[5](<swift: x>)!",
        "from 1–[5](<swift: x>), then", "GPT-[5](<swift: x>)", "a [5](<swift: x>) × 16 matrix",
        ">[5](<swift: x>)",
        "*[5](<swift: x>)*.", "$x =$ [5](<swift: x>)", "$T=$[5](<swift: x>)", "[5](<swift: x>)$\\,$ms",
        "is [5](<swift: x>), 6", "(A) [5](<swift: x>)", "[5](<swift: x>) kB",
    ])
    func whatMakesNoOtherNumberIsFree(sentence: String) throws {
        #expect(try verdict(sentence, .integer("5")) == .agrees)
    }

    @Test(arguments: [
        "It is [5](<swift: x>).", "It is at most [5](<swift: xs.max()!>).",
        "at least [5](<swift: xs.min()!>)",
        "It lasts over [5](<swift: x>) steps.", "Less is more. Then [5](<swift: x>).",
        "It is exactly [5](<swift: x>).",
        "It was less than before.\n\n[5](<swift: x>)", "[about 5](<swift: x>)",
        "> to that power\n> [5](<swift: x>)", "> less than\n>\n> [5](<swift: x>)",
        "[5](<swift: x / 1e6>) million",
        "It (less than most) is [5](<swift: x>).",
        "up to [5](<swift: xs.max()!>)",
    ])
    func otherWordsAreFree(sentence: String) throws {
        #expect(try verdict(sentence, .integer("5")) == .agrees)
    }

    @Test(arguments: [
        ("5 million", ObservedValue.integer("5000000"), "5 million"),
        ("5 million", .integer("5"), "0 million"),
        ("5.0 thousand", .floating(5049), "5.0 thousand"), ("3 ‰", .floating(0.003), "3 ‰"),
        ("5 percent", .floating(0.05), "5 percent"), ("5 per cent", .floating(0.05), "5 per cent"),
        ("three", .integer("4"), "four"), ("Three", .integer("12"), "Twelve"),
        ("three", .integer("13"), "13"),
    ])
    func aNumberMaySayItsScaleInWords(recorded: String, value: ObservedValue, expected: String) {
        #expect(value.text(like: recorded) == expected)
    }
}
