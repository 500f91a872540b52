/// In how many of some trials something held: `19 of 20`, which a text may say with words around both numbers.
struct TrialCount {
    private let digits: [String]

    /// Reads what a value of this kind prints; nil if it is something else.
    init?(_ description: String) {
        guard let match = description.wholeMatch(of: #/([0-9]+) of ([0-9]+)/#) else { return nil }
        digits = [String(match.1), String(match.2)]
    }

    /// The recorded text with these numbers in place of its two; nil if it has others.
    func text(like recorded: String, _ language: LanguageWords?) -> String? {
        let characters = Array(recorded)
        let tokens = SpelledNumbers.tokens(of: characters, in: language).filter { $0.number != nil }
        guard tokens.count == 2, tokens.allSatisfy({ $0.number?.unit == .plain }) else { return nil }
        var text = ""
        var end = 0
        for (token, digits) in zip(tokens, digits) {
            let written = String(characters[token.range])
            text += String(characters[end..<token.range.lowerBound])
            text += language?.cardinal(of: digits, like: written) ?? digits
            end = token.range.upperBound
        }
        return text + String(characters[end...])
    }
}
