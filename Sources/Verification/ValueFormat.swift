import Foundation
import Manuscript

/// How an author wrote a number in running text: `0.913`, `1.7e-4`, `1,024 steps`, `3.0 × 10⁻¹⁹`.
///
/// The recorded text is a template: the observed value is written in the same way and must then be the same text.
/// Words and units may stand around the number. Per cent are hundredths: `91 %` is 0.91, and `5 million` are so many.
struct ValueFormat {
    private enum Notation {
        case plain(decimals: Int, grouped: Bool)
        case scientific(decimals: Int, mark: String, hasPlus: Bool, exponentDigits: Int)
        case powerOfTen(decimals: Int)
    }

    private let prefix: String
    private let suffix: String
    private let notation: Notation
    private let minus: String
    /// What the number is multiplied by before it is written: 100 before `%`, a millionth before `million`.
    private let scale: Double

    /// Reads the one number of a recorded text; nil if it has none, or more than one, or if what touches the number
    /// makes another of it: `√2`, `2½`, `0xff`, `5k`.
    init?(_ recorded: String, in language: LanguageWords? = .english) {
        let matches = recorded.matches(of: numberPattern)
        guard matches.count == 1, let match = matches.first else { return nil }
        prefix = String(recorded[..<match.range.lowerBound])
        suffix = String(recorded[match.range.upperBound...])
        if let before = prefix.last, before.isLetter || before == "√" { return nil }
        if let after = suffix.first, after.isLetter { return nil }
        guard !(prefix + suffix).contains(where: \.isNumber) else { return nil }
        scale = Self.scale(before: suffix, language)
        minus = match.minus.isEmpty ? "-" : String(match.minus)
        let decimals = match.fraction?.count ?? 0
        if match.power != nil {
            notation = .powerOfTen(decimals: decimals)
        } else if let mark = match.mark, let exponent = match.exponent {
            notation = .scientific(
                decimals: decimals, mark: String(mark.prefix(1)), hasPlus: mark.hasSuffix("+"),
                exponentDigits: exponent.hasPrefix("0") ? exponent.count : 1)
        } else {
            notation = .plain(decimals: decimals, grouped: match.whole.contains(","))
        }
    }

    private static func scale(before suffix: String, _ language: LanguageWords?) -> Double {
        let words = NumberScanner.tokens(of: suffix).map(\.word)
        switch words.first {
        case "%": return 100
        case "‰": return 1000
        case "per" where words.dropFirst().first == "cent": return 100
        case let word? where language?.perCent.contains(word) == true: return 100
        case let word?: return 1 / (language?.scales[word] ?? 1)
        case nil: return 1
        }
    }

    /// A value written as the author wrote the recorded one.
    func write(_ value: ObservedValue) -> String? {
        switch value {
        case .claim, .text: return nil
        case .integer(let digits):
            if case .plain(0, let grouped) = notation, scale == 1 {
                // Whole numbers of any size stay exact.
                return assemble(grouped ? group(digits) : digits)
            }
            return Double(digits).map { assemble(write(scaled($0))) }
        case .floating(let number):
            guard number.isFinite else { return nil }
            return assemble(write(scaled(number)))
        }
    }

    private func scaled(_ number: Double) -> Double { scale * number }

    private func assemble(_ number: String) -> String {
        prefix + (number.hasPrefix("-") ? minus + number.dropFirst() : number) + suffix
    }

    private func write(_ number: Double) -> String {
        switch notation {
        case .plain(let decimals, let grouped):
            let text = String(format: "%.\(decimals)f", number)
            return grouped ? group(text) : text
        case .scientific(let decimals, let mark, let hasPlus, let exponentDigits):
            let (mantissa, exponent) = scientific(number, decimals)
            let digits = String(abs(exponent))
            let padding = String(repeating: "0", count: max(exponentDigits - digits.count, 0))
            return mantissa + mark + (exponent < 0 ? "-" : hasPlus ? "+" : "") + padding + digits
        case .powerOfTen(let decimals):
            let (mantissa, exponent) = scientific(number, decimals)
            let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
            let power = String(abs(exponent)).compactMap { $0.wholeNumberValue.map { digits[$0] } }
            return mantissa + " × 10" + (exponent < 0 ? "⁻" : "") + String(power)
        }
    }

    private func scientific(_ number: Double, _ decimals: Int) -> (mantissa: String, exponent: Int) {
        let text = String(format: "%.\(decimals)e", number)
        let parts = text.split(separator: "e")
        return (String(parts.first ?? ""), parts.last.flatMap { Int($0) } ?? 0)
    }

    /// `-12345.6` becomes `-12,345.6`.
    private func group(_ text: String) -> String {
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
        var whole = ""
        for (index, digit) in (parts.first ?? "").enumerated() {
            if index > 0, ((parts.first ?? "").count - index) % 3 == 0 { whole.append(",") }
            whole.append(digit)
        }
        return sign + ([Substring(whole)] + parts.dropFirst()).joined(separator: ".")
    }
}

/// A number as people write it: sign, digits in one row or in groups of three, fraction, exponent.
///
/// Compiled once; it is never changed, and matching does not write to it.
nonisolated(unsafe) private let numberPattern =
    #/
    (?<minus>[-−]?)
    (?<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)
    (?:\.(?<fraction>[0-9]+))?
    (?:(?<mark>[eE]\+?)(?<sign>-?)(?<exponent>[0-9]+)|[\ \u{00A0}]?×[\ \u{00A0}]?10(?<power>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?
    /#

extension ObservedValue {
    /// The value in full: what `print` writes.
    public var description: String {
        switch self {
        case .claim(let holds): holds ? "true" : "false"
        case .integer(let digits): digits
        case .floating(let number): "\(number)"
        case .text(let text): text
        }
    }

    /// The text an inline value should have, given the one that is recorded; nil for a number if the recorded text is
    /// neither a number nor empty of words, and so does not tell how to write one.
    func text(like recorded: String, in language: LanguageWords? = .english) -> String? {
        switch self {
        case .claim: return description
        case .text: return TrialCount(description)?.text(like: recorded, language) ?? description
        case .integer, .floating:
            if let spelled = language?.cardinal(of: description, like: recorded) { return spelled }
            if let format = ValueFormat(recorded, in: language) { return format.write(self) ?? description }
            let isPlaceholder = !recorded.contains { $0.isLetter || $0.isNumber }
            return isPlaceholder || recorded == description ? description : nil
        }
    }
}
