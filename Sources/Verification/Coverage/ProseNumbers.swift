/// Finds the numbers of prose that may be results: those that nothing exempts.
struct ProseNumbers {
    private let words: LanguageWords
    private let tokens: [WordToken]
    private let text: [Character]
    private let exempt: [[String]]

    /// The numbers of a text, each with the characters it stands on.
    ///
    /// - Parameter exempt: Phrases of the book whose numbers are given, in lower case and cut into words.
    static func found(
        in text: [Character], _ words: LanguageWords, exempt: [[String]]
    ) -> [(number: WrittenNumber, range: Range<Int>)] {
        let finder = ProseNumbers(
            words: words, tokens: SpelledNumbers.tokens(of: text, in: words), text: text, exempt: exempt)
        return finder.tokens.indices.compactMap { index in
            guard let number = finder.tokens[index].number,
                !finder.isExempt(number, at: index), !finder.isInExemptPhrase(index)
            else { return nil }
            return (number, finder.tokens[index].range)
        }
    }

    private func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].word : "" }

    private func number(_ index: Int) -> WrittenNumber? {
        tokens.indices.contains(index) ? tokens[index].number : nil
    }

    /// Whether nothing stands between two tokens.
    private func touches(_ index: Int, _ next: Int) -> Bool {
        tokens.indices.contains(index) && tokens.indices.contains(next)
            && tokens[index].range.upperBound == tokens[next].range.lowerBound
    }

    private func isExempt(_ number: WrittenNumber, at index: Int) -> Bool {
        if number.isSpelled { return !isResult(number, at: index) }
        return isVersion(at: index) || isInAddress(index) || isYear(number, at: index) || isName(at: index)
            || isNamed(at: index)
            || isOrdinal(at: index)
            || words.months.contains(word(index - 1)) || words.months.contains(word(index + 1))
    }

    /// `NumPy 2.4`, `LSTM 1997`: a number behind a name that has capitals inside.
    private func isVersion(at index: Int) -> Bool {
        guard index > 0, tokens[index - 1].number == nil, !words.counted.contains(word(index + 1)) else {
            return false
        }
        return text[tokens[index - 1].range].dropFirst().contains(where: \.isUppercase)
    }

    /// `https://example.org/12`
    private func isInAddress(_ index: Int) -> Bool {
        let range = tokens[index].range
        let start = text[..<range.lowerBound].lastIndex(where: \.isWhitespace) ?? 0
        let end = text[range.upperBound...].firstIndex(where: \.isWhitespace) ?? text.endIndex
        let run = String(text[start..<end])
        return run.contains("://") || run.contains("www.") || run.contains("doi:")
    }

    /// `1997`, but not `1997 steps`.
    private func isYear(_ number: WrittenNumber, at index: Int) -> Bool {
        let written = String(text[tokens[index].range])
        guard written.count == 4, written.allSatisfy(\.isNumber), (1500...2099).contains(number.value) else {
            return false
        }
        return !words.counted.contains(word(index + 1))
    }

    /// A number in the name of something: `GPT-2`, `64-bit`.
    private func isName(at index: Int) -> Bool {
        if word(index + 1) == "-", touches(index, index + 1), words.nameEndings.contains(word(index + 2)) {
            return true
        }
        return word(index - 1) == "-" && touches(index - 1, index) && touches(index - 2, index - 1)
            && word(index - 2).first?.isLetter == true
    }

    /// `Chapter 2`, `Sections 2, 3 and 5–7`.
    private func isNamed(at index: Int) -> Bool {
        var place = index - 1
        while place >= 0 {
            if words.names.contains(word(place)) { return true }
            let isChain =
                number(place) != nil || [",", "–", "-", "and", "to", "or", ".", "&"].contains(word(place))
            guard isChain, index - place <= 8 else { return false }
            place -= 1
        }
        return false
    }

    private func isOrdinal(at index: Int) -> Bool {
        touches(index, index + 1) && words.ordinalEndings.contains(word(index + 1))
    }

    /// Whether a number in words tells a result rather than how many things are spoken of: parts, factors, `three of
    /// five`, and what is counted in runs.
    private func isResult(_ number: WrittenNumber, at index: Int) -> Bool {
        switch number.unit {
        case .share: return true
        case .times:
            let written = String(text[tokens[index].range]).lowercased()
            return written.contains(" ") || written.hasSuffix("fold") || words.factors.contains(written)
        case .part: return number.value != 0.5 || !words.beforeHalves.contains(word(index - 1))
        case .plain:
            let isPart = [index - 1, index + 1].contains { place in
                words.among.contains(word(place))
                    && (self.number(place - 1) ?? WrittenNumber(value: 0)).value != 0
                    && (self.number(place + 1) ?? self.number(place + 2)) != nil
            }
            if isPart { return true }
            return number.value >= 2 && (number.value >= 13 || words.counted.contains(word(index + 1)))
        }
    }

    private func isInExemptPhrase(_ index: Int) -> Bool {
        exempt.contains { phrase in
            (max(0, index - phrase.count + 1)...index).contains { start in
                start + phrase.count <= tokens.count && index < start + phrase.count
                    && zip(phrase, tokens[start..<(start + phrase.count)]).allSatisfy { word, token in
                        word == String(text[token.range]).lowercased()
                    }
            }
        }
    }

    /// A phrase of `book.yml`, cut as text is.
    static func phrase(_ text: String, _ words: LanguageWords) -> [String] {
        let characters = Array(text.lowercased())
        return SpelledNumbers.tokens(of: characters, in: words).map { String(characters[$0.range]) }
    }
}
