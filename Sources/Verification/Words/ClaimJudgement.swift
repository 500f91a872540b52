import SwiftSource

/// What becomes of the words of a claim, held against its expression.
enum ClaimJudgement: Hashable {
    /// The expression carries what the words say, as far as a table of words tells.
    case carried
    /// Nothing in the words can be held against an operator: only a reader can judge them.
    case leftToTheReader
    /// A number of the words that the expression does not have.
    case numberMissing(String)
    /// The expression is the same whatever the program computes: the reason.
    case constant(String)
    /// The words say something that the expression does not: the words, and what would.
    case notCarried(String, need: String)

    /// Judges the words of a claim.
    init(_ text: String, _ expression: String, _ definitions: Definitions, in language: LanguageWords?) {
        let claim = Claim(expression, definitions)
        let words = ClaimWords(text, in: language ?? .digitsOnly)
        let judge = Judge(claim: claim, words: words)
        self =
            judge.missingNumber.map(Self.numberMissing)
            ?? claim.predicate.constancy.map(Self.constant)
            ?? judge.firstNotCarried
            ?? (judge.isLeftToTheReader ? .leftToTheReader : .carried)
    }
}

private struct Judge {
    let claim: Claim
    let words: ClaimWords

    // MARK: Numbers

    /// The first number of the words that the expression does not have, or not so often: nothing would check it.
    var missingNumber: String? {
        var written = claim.numbers
        // `5 > x` and `2 * x < 10` say the same; only the second says 5 without having it.
        var bounds = claim.predicate.comparisons.flatMap(\.bounds).map(\.number)
            .filter { !claim.numbers.contains($0) }
        for (index, (number, text)) in words.numbers.enumerated() {
            let candidates = number.candidates(besides: claim.numbers)
            if let place = written.firstIndex(where: { matches(candidates, $0) }) {
                written.remove(at: place)
            } else if case .part(let above, let below) = number.unit, above != 1,
                let first = written.firstIndex(of: above), written.contains(below)
            {
                written.remove(at: first)
                written.firstIndex(of: below).map { _ = written.remove(at: $0) }
            } else if let place = bounds.firstIndex(where: { matches(candidates, $0) }) {
                bounds.remove(at: place)
            } else if !isNamedOtherwise(number, index) {
                return text
            }
        }
        return nil
    }

    /// `zero, to two decimals` is a bound of 0.005; `at least one` is a quantifier.
    private func isNamedOtherwise(_ number: WrittenNumber, _ index: Int) -> Bool {
        if number.value == 0, claim.predicate.says({ $0.saysSame(exactly: false) }) == .yes { return true }
        if let decimals = words.decimals, Double(decimals) == number.value,
            claim.numbers.contains(where: { $0 > 0 && $0 <= 0.5 * tenToThe(-decimals) * 1.000001 })
        {
            return true
        }
        return number.value == 1 && claim.predicate.isExistential
            && words.statements.contains { $0.number == index && $0.relation == .atLeast }
    }

    private func tenToThe(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }

    private func matches(_ candidates: [Double], _ number: Double) -> Bool {
        candidates.contains { abs($0 - number) <= 1e-12 * max(abs($0), abs(number)) }
    }

    // MARK: Relations

    var firstNotCarried: ClaimJudgement? {
        for statement in words.statements {
            if answer(to: statement) == .no { return need(statement) }
        }
        if let word = words.universal, answerToUniversal == .no {
            return .notCarried(
                word, need: "a quantifier over what it speaks of, such as xs.allSatisfy { … }, or a maximum")
        }
        if let (phrase, isExact) = words.sameness, !isBounded,
            claim.predicate.says({ $0.saysSame(exactly: isExact) }) == .no
        {
            return .notCarried(
                phrase,
                need: isExact ? "an equality, ==" : "an equality, or a difference below a small number")
        }
        if words.isBetween, !words.statements.contains(where: { $0.number != nil }), answerToBetween == .no {
            return .notCarried("between", need: "two bounds, or (a...b).contains(x)")
        }
        if let (word, rises) = words.motion {
            if claim.predicate.comparisons.contains(where: { $0.rises == !rises }) {
                return .notCarried(word, need: "a comparison in the other direction")
            }
            if answerToOrdering == .no { return .notCarried(word, need: "a comparison, < or >") }
        }
        if let word = words.comparative, answerToOrdering == .no {
            return .notCarried(word, need: "a comparison, < or >")
        }
        return nil
    }

    /// `agrees to within 1e-9` has its own number.
    private var isBounded: Bool { words.statements.contains { $0.number != nil && $0.relation.isUpper } }

    private func answer(to statement: ClaimWords.Statement) -> Answer {
        guard let index = statement.number else {
            // What is compared with is named, not numbered: any comparison may be the one.
            return statement.relation.isOrdering
                ? answerToOrdering
                : claim.predicate.says { $0.relation == statement.relation || $0.saysSame(exactly: false) }
        }
        let number = words.numbers[index].number
        // A comparison knows what it says of the other side: more than half is less than twice.
        let all = number.candidates(besides: claim.numbers)
        let candidates = number.unit.isFactor ? Array(all.prefix(1)) : all
        let answer = claim.predicate.says { comparison in
            comparison.bounds.contains { bound in
                matches(candidates, bound.number) && bound.relation.implies(statement.relation)
            }
        }
        return answer == .no && isNamedOtherwise(number, index) ? .yes : answer
    }

    private var answerToOrdering: Answer { claim.predicate.says { $0.relation.isOrdering } }

    private var answerToBetween: Answer {
        let lower = claim.predicate.says { $0.relation.isOrdering && !$0.relation.isUpper }
        let upper = claim.predicate.says { $0.relation.isUpper }
        return lower == .no && upper == .no ? .no : lower == .unknown ? .unknown : upper
    }

    private var answerToUniversal: Answer {
        claim.predicate.isUniversal { comparison in
            guard comparison.relation == .equal else { return false }
            if comparison.comparesTwoThings { return true }
            // `all 8 seeds`
            return comparison.bounds.contains { bound in
                bound.number == 0 || words.numbers.contains { matches([$0.number.value], bound.number) }
            }
        }
    }

    private func need(_ statement: ClaimWords.Statement) -> ClaimJudgement {
        let number = statement.number.map { words.numbers[$0].text } ?? "…"
        return .notCarried(statement.phrase, need: "… \(statement.relation.text) \(number)")
    }

    // MARK: The rest

    var isLeftToTheReader: Bool {
        if claim.predicate.says({ _ in false }) == .unknown { return true }
        return words.numbers.isEmpty && words.statements.isEmpty && words.universal == nil
            && words.motion == nil
            && words.comparative == nil && words.sameness == nil && !words.isBetween
    }
}
