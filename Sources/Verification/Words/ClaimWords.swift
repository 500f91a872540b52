import SwiftSource

/// What the words of a claim say of numbers, as far as a table of words tells.
struct ClaimWords {
    /// A relation in words.
    struct Statement: Hashable {
        /// The words, as a message quotes them.
        let phrase: String
        /// The relation, turned round where the words are denied.
        let relation: Relation
        /// The number, by its place in ``ClaimWords/numbers``; nil if the words compare with something else.
        let number: Int?
    }

    /// The numbers, in order.
    private(set) var numbers: [(number: WrittenNumber, text: String)] = []
    /// What is said of them.
    private(set) var statements: [Statement] = []
    /// The words that speak of every case.
    private(set) var universal: String?
    /// The word that says that something rises, or falls.
    private(set) var motion: (word: String, rises: Bool)?
    /// The word that compares, in a direction that only the reader knows.
    private(set) var comparative: String?
    /// The words that say that two things are the same, and whether to the bit.
    private(set) var sameness: (phrase: String, isExact: Bool)?
    /// Whether the words say of something that it lies between two others.
    private(set) var isBetween = false
    /// Whether a number of digits behind the point is named: `to two decimals`.
    private(set) var decimals: Int?

    private let words: LanguageWords
    private let tokens: [WordToken]
    private let text: [Character]

    /// Reads words.
    init(_ text: String, in words: LanguageWords) {
        self.words = words
        self.text = Array(text)
        tokens = SpelledNumbers.tokens(of: text, in: words)
        numbers = tokens.compactMap { token in token.number.map { ($0, quote(token.range)) } }
        read()
    }

    private func quote(_ range: Range<Int>) -> String { String(text[range]) }

    private func words(from index: Int) -> [String] {
        tokens[min(index, tokens.count)...].prefix(4).prefix { $0.number == nil }.map(\.word)
    }

    private mutating func read() {
        var index = 0
        var isDenied = false
        var numberCount = 0
        while index < tokens.count {
            if tokens[index].number != nil {
                numberCount += 1
                afterthought(behind: index, numberCount - 1)
                index += 1
                continue
            }
            let rest = words(from: index)
            if [",", ";", "but", "and"].contains(rest[0]) { isDenied = false }
            if let exact = words.exactSameness.first(where: { rest.starts(with: $0) }) {
                if !isDenied { sameness = (exact.joined(separator: " "), true) }
                index += exact.count
                continue
            }
            if rest[0] == words.between.first {
                // What lies nowhere between two bounds lies beyond one of them; the numbers are checked all the same.
                isBetween = !isDenied
                if !isDenied { bounds(behind: index, numberCount) }
            }
            if words.notUniversal.contains(where: { rest.starts(with: $0) }) {
                if words.negations.contains(rest[0]), words.relation(in: rest) == nil { isDenied = true }
            } else if words.universal.contains(rest[0]) {
                universal = universal ?? rest[0]
            }
            if let (phrase, relation) = words.relation(in: rest) {
                let length = phrase.count
                statement(
                    phrase, isDenied ? words.loose[phrase] ?? relation.negated : relation, at: index,
                    numberCount)
                index += length
                continue
            }
            if words.negations.contains(rest[0]) || rest[0].hasSuffix("n't") { isDenied = true }
            wordsOfChange(rest, at: index, isDenied)
            index += 1
        }
        if statements.contains(where: { $0.number != nil }) { comparative = nil }
        findDecimals()
    }

    /// `5 or more`
    private mutating func afterthought(behind index: Int, _ number: Int) {
        // `3 of 5 or more` is said of the nearest number.
        guard let (phrase, relation) = words.afterthought(in: words(from: index + 1)) else { return }
        let next = index + 1 + phrase.count
        if tokens.indices.contains(next), tokens[next].number != nil { return }
        statements.append(
            Statement(
                phrase: quote(tokens[index].range.lowerBound..<tokens[next - 1].range.upperBound),
                relation: relation, number: number))
    }

    /// `between 3 and 5`
    private mutating func bounds(behind index: Int, _ numberCount: Int) {
        let places = tokens.indices.filter { $0 > index && tokens[$0].number != nil }
        guard places.count >= 2, places[0] - index <= 2,
            tokens[places[0]..<places[1]].contains(where: { $0.word == words.between.second })
        else { return }
        let phrase = quote(tokens[index].range.lowerBound..<tokens[places[1]].range.upperBound)
        statements.append(Statement(phrase: phrase, relation: .atLeast, number: numberCount))
        statements.append(Statement(phrase: phrase, relation: .atMost, number: numberCount + 1))
    }

    private mutating func statement(
        _ phrase: [String], _ relation: Relation, at index: Int, _ numberCount: Int
    ) {
        var next = index + phrase.count
        while next < tokens.count, tokens[next].number == nil, words.fillers.contains(tokens[next].word) {
            next += 1
        }
        let start = tokens[index].range.lowerBound
        if next < tokens.count, let number = tokens[next].number {
            // `is 3 times as large` tells how many times, not what it is.
            let isVerb = words.copulas.contains(phrase[0])
            let isEarly = words.afterthought(in: words(from: next + 1)) != nil
            if isVerb, number.unit == .times || isEarly { return }
            statements.append(
                Statement(
                    phrase: quote(start..<tokens[next].range.upperBound), relation: relation,
                    number: numberCount))
        } else if !words.ambiguous.contains(phrase) {
            let end = tokens[index + phrase.count - 1].range.upperBound
            statements.append(Statement(phrase: quote(start..<end), relation: relation, number: nil))
        }
    }

    private mutating func wordsOfChange(_ rest: [String], at index: Int, _ isDenied: Bool) {
        let word = rest[0]
        if words.sameness.contains(word), !isDenied, sameness == nil {
            sameness = (word, false)
        }
        if words.comparatives.contains(word),
            !words.notComparative.contains(where: { isPhrase($0, around: index) })
        {
            comparative = comparative ?? word
        }
        guard words.rising.contains(word) || words.falling.contains(word), !isDenied else { return }
        // `falls below 0.1`, `falls to 0.97`, `grows five times` say where to, or how often.
        let ahead = tokens[(index + 1)...].prefix(3)
        let saysWhere = ahead.contains { $0.number != nil || words.relation(in: [$0.word]) != nil }
        if !saysWhere { motion = motion ?? (word, words.rising.contains(word)) }
    }

    private func isPhrase(_ phrase: [String], around index: Int) -> Bool {
        (max(0, index - phrase.count + 1)...index).contains { words(from: $0).starts(with: phrase) }
    }

    private mutating func findDecimals() {
        for (index, token) in tokens.enumerated() {
            guard let number = token.number, number.unit == .plain, index + 1 < tokens.count,
                words.decimals.contains(tokens[index + 1].word), (0...20).contains(number.value)
            else { continue }
            decimals = Int(number.value)
        }
    }
}
