import Diagnostics
import Manuscript
import SwiftSource

/// Which numbers of a page's prose something stands behind: a value, a claim, or the author's word that they are given.
public struct Coverage: Sendable {
    /// A number that nothing stands behind.
    public struct Uncovered: Sendable, Hashable {
        /// The number as it is written.
        public let text: String
        /// Where it stands.
        public let location: SourceLocation
        /// An expression of the chapter that has this value.
        public let expression: String?
        /// Whether it is a value, whose expression is the number itself.
        public let isItsOwnExpression: Bool
    }

    /// How many numbers values and claims say.
    public let checked: Int
    /// How many numbers are marked as given.
    public let given: Int
    /// The numbers that are neither, in the order of the page.
    public let uncovered: [Uncovered]

    /// How many there are.
    public var total: Int { checked + given + uncovered.count }

    /// The share that is covered, in whole hundredths; what is not whole is rounded down.
    public var percent: Int { total == 0 ? 100 : (total - uncovered.count) * 100 / total }

    /// Looks through the prose of a chapter that was compared with its run.
    ///
    /// - Parameter exempt: Words of the book whose numbers are given wherever they stand: `60 steps`.
    public init(of checked: CheckedChapter, exempt: [String] = []) {
        let words = checked.context.language ?? .digitsOnly
        let phrases = exempt.map { ProseNumbers.phrase($0, words) }
        let known = KnownNumbers(checked)
        let file = checked.chapter.file
        var values: [Int: InlineValue] = [:]
        for value in checked.chapter.values { values[value.range.lowerBound] = value }
        var covered = 0
        var given = 0
        var uncovered: [Uncovered] = []
        for prose in ProseText.all(of: checked.chapter) {
            given += prose.literals.map {
                max(1, SpelledNumbers.tokens(of: $0, in: words).count { $0.number != nil })
            }
            .reduce(0, +)
            for range in prose.values {
                guard let value = values[range.lowerBound] else { continue }
                let count = SpelledNumbers.tokens(of: value.recorded, in: words).count { $0.number != nil }
                if count > 0, checked.context.isLiteral(value) {
                    uncovered.append(
                        Uncovered(
                            text: value.recorded, location: file.location(value.contentRange),
                            expression: nil,
                            isItsOwnExpression: true))
                } else {
                    covered += count
                }
            }
            for (number, range) in ProseNumbers.found(in: prose.characters, words, exempt: phrases) {
                let text = String(prose.characters[range])
                let start = prose.places[range.lowerBound]
                let last = prose.places[range.upperBound - 1]
                let end = max(start, last + String(prose.characters[range.upperBound - 1]).utf8.count)
                let isExact = last > start || range.count == 1
                uncovered.append(
                    Uncovered(
                        text: text, location: file.location(start..<(isExact ? end : start)),
                        expression: known.expression(for: number, at: start), isItsOwnExpression: false))
            }
        }
        self.checked = covered
        self.given = given
        self.uncovered = uncovered.sorted { $0.location.range.lowerBound < $1.location.range.lowerBound }
    }

    /// A diagnostic for each number that nothing stands behind.
    public func diagnostics(_ severity: Diagnostic.Severity) -> [Diagnostic] {
        uncovered.map { number in
            let text = number.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if number.isItsOwnExpression {
                return Diagnostic(
                    severity, "nothing computes the number \(text): its expression is the number itself",
                    at: number.location,
                    help:
                        "write what computes it, or mark it as given: [\(text)](\(Chapter.literalDestination))"
                )
            }
            let value =
                number.expression.map { "write [\(text)](<swift: \($0)>)" }
                ?? "write [\(text)](<swift: …>)"
            return Diagnostic(
                severity, "nothing checks the number \(text)", at: number.location,
                help: "\(value), or mark it as given: [\(text)](\(Chapter.literalDestination))")
        }
    }
}

/// The numbers that a chapter's values and constants have, with the expressions that have them.
private struct KnownNumbers {
    private var found: [(value: Double, expression: String, place: Int)] = []

    init(_ checked: CheckedChapter) {
        for case .value(let value, .value(let observed), _) in checked.steps {
            let number: Double? =
                switch observed {
                case .integer(let digits): Double(digits)
                case .floating(let number): number
                case .claim, .text: nil
                }
            if let number, !checked.context.isLiteral(value) {
                found.append((number, value.expression, value.range.lowerBound))
            }
        }
        for (name, value, block) in checked.context.constants {
            found.append((value, name, checked.chapter.blocks[block].range.lowerBound))
        }
    }

    /// The expression that has a number's value, nearest to a place and declared above it.
    func expression(for number: WrittenNumber, at place: Int) -> String? {
        let wanted = number.unit == .share(of: 100) ? number.value / 100 : number.value
        return found.filter { $0.place < place && abs($0.value - wanted) <= 1e-9 * max(1, abs(wanted)) }
            .max { $0.place < $1.place }?.expression
    }
}
