/// Finds the terms of a glossary in running text.
struct TermFinder {
    /// A term as it stands in a text.
    struct Match {
        var label: String
        var range: Range<String.Index>
    }

    /// The terms by their first words, the longest first, so that `forget gate` comes before `gate`.
    private let terms: [Substring: [(words: [Character], label: String)]]

    /// A finder for terms with their labels.
    init(_ terms: [(label: String, words: String)]) {
        var byFirstWord: [Substring: [(words: [Character], label: String)]] = [:]
        for term in terms {
            let words = Array(term.words.lowercased())
            guard words.count > 2, let first = term.words.lowercased().split(separator: " ").first else {
                continue
            }
            byFirstWord[Self.stem(first), default: []].append((words, term.label))
        }
        self.terms = byFirstWord.mapValues {
            $0.sorted { ($1.words.count, $0.label) < ($0.words.count, $1.label) }
        }
    }

    /// The terms in a text, from its start to its end, none within another.
    func matches(in text: String) -> [Match] {
        guard !terms.isEmpty else { return [] }
        var matches: [Match] = []
        var index = text.startIndex
        while let start = text[index...].firstIndex(where: \.isLetter) {
            let end = text[start...].firstIndex { !$0.isLetter } ?? text.endIndex
            index = end
            guard let known = terms[Self.stem(text[start..<end].lowercased()[...])] else { continue }
            if start > text.startIndex, "-_’'".contains(text[text.index(before: start)]) { continue }
            guard let match = known.lazy.compactMap({ self.match($0, in: text, from: start) }).first else {
                continue
            }
            matches.append(match)
            index = match.range.upperBound
        }
        return matches
    }

    /// Where a term ends that begins at an index; it may have an `s` for more than one.
    private func match(
        _ term: (words: [Character], label: String), in text: String, from start: String.Index
    ) -> Match? {
        var index = start
        for character in term.words {
            guard index < text.endIndex else { return nil }
            let isBlank = character == " " && text[index].isWhitespace
            guard isBlank || text[index].lowercased() == String(character) else { return nil }
            index = text.index(after: index)
        }
        if index < text.endIndex, text[index] == "s" { index = text.index(after: index) }
        if index < text.endIndex, text[index].isLetter || text[index].isNumber || text[index] == "-" {
            return nil
        }
        return Match(label: term.label, range: start..<index)
    }

    /// A word without the `s` of more than one.
    private static func stem(_ word: Substring) -> Substring { word.last == "s" ? word.dropLast() : word }
}
