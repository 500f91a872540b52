import Diagnostics
import Manuscript
import SwiftSource

/// What the words of a chapter's claims and values are judged by: its language, the code above them, the text they
/// stand in.
struct WordContext: Sendable {
    /// The table of the language; nil if there is none.
    let language: LanguageWords?
    /// What the code above a value gives names to.
    private var definitions = Definitions()
    /// The same for each part of the chapter that begins afresh, with the ordinal of its first value.
    private var scopes: [(firstValue: Int, definitions: Definitions)] = []
    private var file: SourceFile?

    /// Nothing but a language.
    init(language: LanguageWords? = .english) {
        self.language = language
    }

    /// A chapter in a language.
    init(_ chapter: Chapter, language: String) {
        self.language = LanguageWords.table(of: language)
        file = chapter.file
        // Only values ask for the code, and many pages have none.
        guard !chapter.values.isEmpty else { return }
        var blocks = 0
        var values = 0
        var code: [(code: String, isHidden: Bool)] = []
        var firstValue = 1
        for step in chapter.steps {
            switch step {
            case .value: values += 1
            case .block(let block):
                if block.scope == .reset {
                    scopes.append((firstValue, Definitions(code)))
                    firstValue = values + 1
                    // The places of blocks are those in the chapter.
                    code = Array(repeating: ("", false), count: blocks)
                }
                blocks += 1
                let isKnown = block.expectation == .runs && block.scope != .own
                code.append((isKnown ? block.code : "", block.visibility == .hidden))
            }
        }
        scopes.append((firstValue, Definitions(code)))
    }

    /// The same for text that was read again.
    func reading(_ file: SourceFile) -> WordContext {
        var context = self
        context.file = file
        return context
    }

    /// The same with the code that a value knows.
    func above(_ value: InlineValue) -> WordContext {
        var context = self
        context.definitions = scopes.last { $0.firstValue <= value.ordinal }?.definitions ?? Definitions()
        return context
    }

    /// What the words of a claim come to.
    func judgement(of words: String, _ expression: String) -> ClaimJudgement {
        ClaimJudgement(words, expression, definitions, in: language)
    }

    /// Words in a value's text, or directly before it, that compare it with something: `at most`. A largest value may
    /// have `at most` before it, and a smallest `at least`.
    func comparison(with value: InlineValue) -> String? {
        guard let language else { return nil }
        let definitions = above(value).definitions
        let found =
            comparison(in: value.recorded, language)
            ?? file.flatMap { file in
                let before = file.bytes[max(0, value.range.lowerBound - 80)..<value.range.lowerBound]
                return comparison(endingIn: String(decoding: before, as: UTF8.self), language)
            }
        let expression = ValueExpression(value.expression, definitions)
        guard let found else { return expression.isConstant ? scale(behind: value, language) : nil }
        switch found.relation {
        case .atMost where expression.isLargest, .atLeast where expression.isSmallest: return nil
        default: return found.phrase
        }
    }

    /// What stands beside a number and makes another one of it; nil if nothing does, or the value is no number.
    func change(beside value: InlineValue, _ observed: ObservedValue) -> String? {
        switch observed {
        case .integer, .floating: file.flatMap { AdjoiningText(value, in: $0).change }
        case .claim, .text: nil
        }
    }

    /// Whether the expression of a value is a number itself.
    func isLiteral(_ value: InlineValue) -> Bool {
        ValueExpression(value.expression, above(value).definitions).isLiteral
    }

    /// The numbers to which blocks give names, and the places of these blocks among those of the chapter.
    var constants: [(name: String, value: Double, block: Int)] { scopes.flatMap(\.definitions.constants) }

    private typealias Found = (phrase: String, relation: Relation)

    /// What makes another number of a value behind it: `[5](…) million` is five million only if something is divided by
    /// a million.
    private func scale(behind value: InlineValue, _ language: LanguageWords) -> String? {
        guard let file else { return nil }
        let end = value.range.upperBound
        let text = String(decoding: file.bytes[end..<min(end + 40, file.bytes.count)], as: UTF8.self)
        guard let word = NumberScanner.tokens(of: text).first?.word, language.scales[word] != nil else {
            return nil
        }
        return word
    }

    private func comparison(in text: String, _ language: LanguageWords) -> Found? {
        ClaimWords(text, in: language).statements.lazy
            .filter { $0.number != nil && $0.relation.isOrdering }
            .first { statement in
                let words = NumberScanner.tokens(of: statement.phrase).map(\.word).filter { !$0.isEmpty }
                return !language.ofTimeOrPlace.contains(words)
            }
            .map { ($0.phrase, $0.relation) }
    }

    /// A relation at the end of what stands before a value.
    private func comparison(endingIn text: String, _ language: LanguageWords) -> Found? {
        // The marks of quotes begin lines, and an empty line begins another paragraph.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.drop { " \t>".contains($0) }
        }
        let start = lines.dropLast().lastIndex { $0.isEmpty }.map { $0 + 1 } ?? 0
        // Another link before it, or the end of one, is no word of this sentence.
        let paragraph =
            lines[start...].joined(separator: " ")
            .split(separator: ")", omittingEmptySubsequences: false).last ?? ""
        let plain = paragraph.filter { !"*_~".contains($0) }
        let words = ClaimWords(plain + "1", in: language)
        guard let last = words.numbers.indices.last,
            let statement = words.statements.first(where: { $0.number == last && $0.relation.isOrdering })
        else { return nil }
        let phrase = statement.phrase.dropLast().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !language.ofTimeOrPlace.contains(phrase.lowercased().split(separator: " ").map(String.init))
        else {
            return nil
        }
        return (phrase, statement.relation)
    }
}
