/// Joins words that make numbers: `twenty-one`, `98 thousand`, `two thirds`, `a tenth`, `half`, `3 times`.
struct SpelledNumbers {
    private let words: LanguageWords
    private var tokens: [WordToken]
    private var joined: [WordToken] = []
    private var index = 0

    /// The tokens of a text, with numbers in words where there are any.
    static func tokens(of text: some Sequence<Character>, in words: LanguageWords?) -> [WordToken] {
        let tokens = NumberScanner.tokens(of: text)
        guard let words else { return tokens }
        var joiner = SpelledNumbers(words: words, tokens: tokens)
        return joiner.join()
    }

    private init(words: LanguageWords, tokens: [WordToken]) {
        self.words = words
        self.tokens = tokens
    }

    private mutating func join() -> [WordToken] {
        while index < tokens.count {
            let start = index
            if let number = number() {
                let range = tokens[start].range.lowerBound..<tokens[index - 1].range.upperBound
                joined.append(WordToken(kind: .number(number), range: range))
            } else {
                joined.append(tokens[start])
                index = start + 1
            }
        }
        return joined
    }

    private func word(_ offset: Int = 0) -> String {
        tokens.indices.contains(index + offset) ? tokens[index + offset].word : ""
    }

    private var previous: String { joined.last?.word ?? "" }

    private mutating func number() -> WrittenNumber? {
        let start = index
        var sign = 1.0
        if words.minus.contains(word()) {
            index += 1
            sign = -1
        }
        guard var number = amount() else {
            index = start
            return nil
        }
        number.value *= sign
        return number
    }

    private mutating func amount() -> WrittenNumber? {
        if let digits = tokens.indices.contains(index) ? tokens[index].number : nil {
            index += 1
            return digits.unit == .plain ? finished(digits, isOne: digits.value == 1) : digits
        }
        if let multiple = words.multiples[word()] {
            index += 1
            return WrittenNumber(value: multiple, unit: .times, isSpelled: true)
        }
        if words.articles.contains(word()) {
            return article()
        }
        if words.parts[word()] == 0.5, word(1) != "-" {
            index += 1
            // `half a million`
            if words.articles.contains(word()), let scale = words.scales[word(1)] {
                index += 2
                return WrittenNumber(value: scale / 2, isSpelled: true)
            }
            return WrittenNumber(value: 0.5, unit: .part(1, 2), isSpelled: true)
        }
        guard let cardinal = cardinal() else { return nil }
        return finished(WrittenNumber(value: cardinal, isSpelled: true), isOne: cardinal == 1)
    }

    /// `a tenth of`, `a hundred`; an ordinal is no part: `a third gate`.
    private mutating func article() -> WrittenNumber? {
        if let scale = words.scales[word(1)] {
            index += 2
            return finished(WrittenNumber(value: scale, isSpelled: true), isOne: false)
        }
        guard let part = words.parts[word(1)], word(2) != "-", part == 0.5 || endsPart(2) else { return nil }
        index += 2
        return WrittenNumber(value: part, unit: WrittenNumber.Unit(fraction: part), isSpelled: true)
    }

    /// Whether what follows a word such as `third` lets it be a part of something.
    private func endsPart(_ offset: Int) -> Bool {
        let next = word(offset)
        return next.isEmpty || words.among.contains(next) || next == "as" || next == "the"
            || next.first?.isLetter == false
    }

    /// `twenty-one`, `two hundred`, `nine`.
    private mutating func cardinal() -> Double? {
        guard var value = words.cardinals[word()] else { return nil }
        index += 1
        if value >= 20 {
            let dash = word() == "-" ? 1 : 0
            if let units = words.cardinals[word(dash)], (1...9).contains(units) {
                index += dash + 1
                value += units
            }
        }
        if word() == words.point, words.cardinals[word(1)] != nil {
            index += 1
            var place = 0.1
            while let digit = words.cardinals[word()], digit < 10 {
                value += digit * place
                place /= 10
                index += 1
            }
        }
        return value
    }

    /// What follows a number and makes another of it.
    private mutating func finished(_ start: WrittenNumber, isOne: Bool) -> WrittenNumber? {
        var number = start
        let dash = word() == "-" ? 1 : 0
        if number.isSpelled, let part = words.parts[word(dash)], isOne || number.value > 1,
            word(dash + 1) != "-"
        {
            let below = (1 / part).rounded()
            index += dash + 1
            let value = number.value
            return WrittenNumber(value: value / below, unit: .part(value, below), isSpelled: true)
        }
        while let scale = words.scales[word()] {
            index += 1
            number.value *= scale
        }
        if words.times.contains(word()) {
            index += 1
            number.unit = .times
        } else if words.perCent.contains(word()) {
            index += 1
            number.unit = .share(of: 100)
        } else if word() == "per", word(1) == "cent" {
            index += 2
            number.unit = .share(of: 100)
        } else if number == start, number.isSpelled, isPointing(isOne: isOne) {
            return nil
        }
        return number
    }

    /// Whether `one` or `two` points at things rather than counting them: `the one before`, `between the two`.
    private func isPointing(isOne: Bool) -> Bool {
        if words.counted.contains(word()) { return false }
        // `two of the three`, but not `one of the two`
        let before = Array(joined.suffix(3))
        if before.count == 3, words.among.contains(before[1].word),
            before[0].number.map({ $0.value != 1 }) == true
        {
            return false
        }
        if words.pointing.contains(previous), !words.among.contains(previous) || isOne { return true }
        // `one` is a pronoun unless it is a part of some, or a relation to it is spoken of.
        let isRelated = words.relation(in: [previous]) != nil && !words.copulas.contains(previous)
        return isOne && !words.among.contains(word()) && !isRelated
            && !["least", "most", "than", "to"].contains(previous)
    }
}
