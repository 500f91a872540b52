import SwiftSource

/// The words of a language that a reader takes for a statement on numbers. Data: another language is another table.
struct LanguageWords: Sendable {
    /// Whole numbers: `seven`, `twenty`.
    var cardinals: [String: Double]
    /// What multiplies the number before it: `hundred`, `million`.
    var scales: [String: Double]
    /// Parts: `half`, `third`, `tenths`.
    var parts: [String: Double]
    /// Articles that make one of a part or a scale: `a tenth`, `a hundred`.
    var articles: Set<String>
    /// Numbers by which something is multiplied: `twice`, `double`.
    var multiples: [String: Double]
    /// Those that tell a result in prose: `double` is as often part of a name.
    var factors: Set<String>
    /// What makes a factor of the number before it: `times`, `fold`.
    var times: Set<String>
    /// What makes hundredths of the number before it.
    var perCent: Set<String>
    /// The sign of the point in a number that is written in words.
    var point: String
    /// Signs before a number: `minus`.
    var minus: Set<String>
    /// Words after which `one` and `two` are no numbers: `the two`.
    var pointing: Set<String>
    /// What is counted, so that a number in words before it is a result: `seeds`, `steps`.
    var counted: Set<String>
    /// What stands between a part and the whole: `seven of eight`, `one in ten`.
    var among: Set<String>

    /// Relations to a number that follows: `less than`.
    var relations: [Phrase: Relation]
    /// Verbs that say what something is, before a number or anything else.
    var copulas: Set<String>
    /// Relations that are as often something else, and say nothing unless a number follows: `over`.
    var ambiguous: Set<Phrase>
    /// Relations that before a value may as well speak of time or place: `over 60 steps`.
    var ofTimeOrPlace: Set<Phrase>
    /// Relations to the number before them: `or more`.
    var afterthoughts: [Phrase: Relation]
    /// Words that may stand between a relation and its number: `than about 5`.
    var fillers: Set<String>
    /// The words around two bounds: `between`, `and`.
    var between: (first: String, second: String)
    /// Relations whose contrary may have the bound itself: what is never within 5 may be 5.
    var loose: [Phrase: Relation]
    /// Words that turn a relation round: `never`, `no`.
    var negations: Set<String>
    /// Words that speak of every case.
    var universal: Set<String>
    /// Phrases in which such words do not: `at all`.
    var notUniversal: Set<Phrase>
    /// Words that say that something becomes more, or less.
    var rising: Set<String>, falling: Set<String>
    /// Words that compare two things, in a direction that only the reader knows: `faster`.
    var comparatives: Set<String>
    /// Phrases in which such words do not: `no longer`.
    var notComparative: Set<Phrase>
    /// Words that say that two things are the same, and those that say that not a bit differs.
    var sameness: Set<String>, exactSameness: Set<Phrase>
    /// What a number of digits behind the point is called.
    var decimals: Set<String>

    /// Words of prose before a number that names something: `Chapter 2`.
    var names: Set<String>
    /// The months, and other neighbours of the number of a day.
    var months: Set<String>
    /// What follows the number of a name after a hyphen: `64-bit`.
    var nameEndings: Set<String>
    /// Words before `half` that make it one of two things: `the second half`.
    var beforeHalves: Set<String>
    /// Endings that make an ordinal of a number: `2nd`.
    var ordinalEndings: Set<String>

    /// Words in a row.
    typealias Phrase = [String]

    /// The table of a language, by its name as HTML has it; nil if there is none.
    static func table(of language: String) -> LanguageWords? {
        switch language.prefix(2).lowercased() {
        case "en": english
        default: nil
        }
    }

    /// No words: numbers in digits and signs are all that is read.
    static let digitsOnly: LanguageWords = {
        var words = LanguageWords.english
        words.cardinals = [:]
        words.scales = [:]
        words.parts = [:]
        words.articles = []
        words.multiples = [:]
        words.relations = words.relations.filter { $0.key.allSatisfy { $0.first?.isLetter == false } }
        words.afterthoughts = [:]
        words.between = ("", "")
        words.negations = []
        words.universal = []
        words.notUniversal = []
        words.rising = []
        words.falling = []
        words.comparatives = []
        words.sameness = []
        words.exactSameness = []
        words.decimals = []
        words.names = []
        words.months = []
        return words
    }()

    /// A whole number in words, where the recorded text is one: `three` becomes `four`, and `Twelve` `13`.
    func cardinal(of digits: String, like recorded: String) -> String? {
        guard cardinals[recorded.lowercased()] != nil, let number = Double(digits) else { return nil }
        guard let word = cardinals.first(where: { $0.value == number })?.key, number <= 12 else {
            return digits
        }
        return recorded.first?.isUppercase == true ? word.prefix(1).uppercased() + word.dropFirst() : word
    }

    /// The longest relation that words begin with.
    func relation(in words: [String]) -> (phrase: Phrase, relation: Relation)? {
        longest(of: relations, in: words)
    }

    /// The longest relation to the number before, if words begin with one.
    func afterthought(in words: [String]) -> (phrase: Phrase, relation: Relation)? {
        longest(of: afterthoughts, in: words)
    }

    private func longest(of table: [Phrase: Relation], in words: [String]) -> (Phrase, Relation)? {
        for length in stride(from: min(4, words.count), through: 1, by: -1) {
            let phrase = Array(words[..<length])
            if let relation = table[phrase] { return (phrase, relation) }
        }
        return nil
    }
}
