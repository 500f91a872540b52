import Foundation

/// Finds words and numbers in digits; what is written in words `SpelledNumbers` joins.
///
/// A digit is one of any script. What a letter stands before is part of a name (`conv4`, `x86`), as is what has two
/// points in it (`2.4.1`).
struct NumberScanner {
    private let text: [Character]
    private var index = 0

    /// The tokens of a text.
    static func tokens(of text: some Sequence<Character>) -> [WordToken] {
        var scanner = NumberScanner(text: Array(text))
        return scanner.scan()
    }

    private subscript(_ place: Int) -> Character? { text.indices.contains(place) ? text[place] : nil }

    private mutating func scan() -> [WordToken] {
        var tokens: [WordToken] = []
        while let character = self[index] {
            let start = index
            if let number = number() {
                tokens.append(WordToken(kind: .number(number), range: start..<index))
            } else if character.isLetter || character.digit != nil {
                index = endOfWord(start)
                tokens.append(WordToken(kind: .word(lowercased(start..<index)), range: start..<index))
            } else {
                index += 1
                if !character.isWhitespace {
                    tokens.append(WordToken(kind: .mark(character), range: start..<index))
                }
            }
        }
        return tokens
    }

    private func lowercased(_ range: Range<Int>) -> String {
        String(text[range]).lowercased().replacing("’", with: "'")
    }

    /// Letters, digits, and what joins two of them.
    private func endOfWord(_ start: Int) -> Int {
        var end = start
        while let character = self[end] {
            let isJoint = "'’._".contains(character) && end > start && (self[end + 1]?.isWordPart ?? false)
            guard character.isWordPart || isJoint else { break }
            end += 1
        }
        return end
    }

    // MARK: Numbers

    private mutating func number() -> WrittenNumber? {
        let start = index
        let before = start > 0 ? self[start - 1] : nil
        if let before, before.isWordPart || before == "_" { return nil }
        if let value = self[index]?.part {
            index += 1
            return WrittenNumber(value: value, unit: WrittenNumber.Unit(fraction: value))
        }
        var sign = 1.0
        if let mark = self[index], "-−–+".contains(mark) {
            // Between two things it is a dash, or takes the second from the first.
            guard self[index + 1]?.digit != nil, before.map({ !")]".contains($0) }) ?? true else {
                return nil
            }
            sign = mark == "+" ? 1 : -1
            index += 1
        }
        guard let digits = digits() else {
            index = start
            return nil
        }
        guard var number = finished(digits) else {
            index = start
            return nil
        }
        number.value *= sign
        return number
    }

    /// `1,024.5e-3`
    private mutating func digits() -> String? {
        var digits = run(from: index)
        guard !digits.isEmpty else { return nil }
        index += digits.count
        if digits == "0", self[index] == "x" || self[index] == "X" {
            let hex = text[(index + 1)...].prefix { $0.isHexDigit }
            if !hex.isEmpty, let value = UInt64(String(hex), radix: 16) {
                index += 1 + hex.count
                return String(value)
            }
        }
        let isGrouped = digits.count <= 3 && digits != "0"
        while isGrouped, let mark = self[index], ",\u{00A0}\u{202F}\u{2009}٬".contains(mark) {
            let group = run(from: index + 1)
            guard group.count == 3 else { break }
            digits += group
            index += 4
        }
        if self[index] == "." || self[index] == "٫", !run(from: index + 1).isEmpty {
            let fraction = run(from: index + 1)
            digits += "." + fraction
            index += 1 + fraction.count
        }
        if self[index] == "e" || self[index] == "E" {
            var next = index + 1
            var sign = ""
            if let mark = self[next], "-−+".contains(mark) {
                sign = mark == "+" ? "" : "-"
                next += 1
            }
            let exponent = run(from: next)
            if !exponent.isEmpty {
                digits += "e" + sign + exponent
                index = next + exponent.count
            }
        }
        return digits
    }

    private func run(from start: Int) -> String {
        var digits = ""
        while let digit = self[start + digits.count]?.digit { digits += String(digit) }
        return digits
    }

    /// What follows digits and makes another number of them, or a name.
    private mutating func finished(_ digits: String) -> WrittenNumber? {
        if self[index] == ".", self[index + 1]?.digit != nil { return nil }
        var text = digits
        if let power = power(), let exponent = Int(power) {
            guard let base = Double(digits) else { return nil }
            guard base != 10 else { return Double("1e" + power).map { WrittenNumber(value: $0) } }
            return WrittenNumber(value: pow(base, Double(exponent)))
        }
        if let exponent = timesPowerOfTen() { text += "e" + exponent }
        guard var value = Double(text) else { return nil }
        if let part = self[index]?.part {
            index += 1
            return WrittenNumber(value: value + part)
        }
        if self[index] == "/", self[index + 1]?.digit != nil {
            let below = run(from: index + 1)
            if let divisor = Double(below), divisor != 0, self[index + 1 + below.count] != "/" {
                index += 1 + below.count
                return WrittenNumber(value: value / divisor, unit: .part(value, divisor))
            }
        }
        let ending = self.text[index...].prefix { $0.isLetter }
        switch String(ending) {
        case "": break
        case "k", "K": (value, index) = (value * 1e3, index + 1)
        case "M": (value, index) = (value * 1e6, index + 1)
        case "x": return times(value, 1)
        case "D": return nil
        default: break
        }
        if self[index] == "×" || self[index] == "-" && Array(self.text[index...].prefix(5)) == Array("-fold")
        {
            return times(value, self[index] == "×" ? 1 : 5)
        }
        let blanks = self.text[index...].prefix { $0 == " " || $0 == "\u{00A0}" || $0 == "\u{202F}" }.count
        switch self[index + blanks] {
        case "%":
            index += blanks + 1
            return WrittenNumber(value: value, unit: .share(of: 100))
        case "‰":
            index += blanks + 1
            return WrittenNumber(value: value, unit: .share(of: 1000))
        default: return WrittenNumber(value: value)
        }
    }

    private mutating func times(_ value: Double, _ length: Int) -> WrittenNumber {
        index += length
        return WrittenNumber(value: value, unit: .times)
    }

    /// `× 10⁻³`, `x 10^-3`
    private mutating func timesPowerOfTen() -> String? {
        let start = index
        while self[index] == " " || self[index] == "\u{00A0}" { index += 1 }
        guard let mark = self[index], "×·x*".contains(mark) else {
            index = start
            return nil
        }
        index += 1
        while self[index] == " " || self[index] == "\u{00A0}" { index += 1 }
        guard run(from: index) == "10" else {
            index = start
            return nil
        }
        index += 2
        guard let power = power() else {
            index = start
            return nil
        }
        return power
    }

    /// A power behind digits: `⁻³`, `^-3`, `^{-3}`.
    private mutating func power() -> String? {
        var place = index
        var power = ""
        while let character = self[place], let digit = character.raised {
            power.append(digit)
            place += 1
        }
        if power.isEmpty, self[place] == "^" {
            place += 1
            let isBraced = self[place] == "{"
            if isBraced { place += 1 }
            if let mark = self[place], "-−".contains(mark) {
                power = "-"
                place += 1
            }
            let digits = run(from: place)
            guard !digits.isEmpty else { return nil }
            power += digits
            place += digits.count + (isBraced ? 1 : 0)
        }
        guard Int(power) != nil else { return nil }
        index = place
        return power
    }
}

extension Character {
    /// The digit, of whatever script.
    fileprivate var digit: Int? {
        guard unicodeScalars.count == 1, let scalar = unicodeScalars.first,
            scalar.properties.generalCategory == .decimalNumber
        else { return nil }
        return scalar.properties.numericValue.map { Int($0) }
    }

    /// The number of a sign that is one by itself, and no digit: ½, Ⅴ, ⑤.
    fileprivate var part: Double? {
        guard unicodeScalars.count == 1, let scalar = unicodeScalars.first, raised == nil,
            [.otherNumber, .letterNumber].contains(scalar.properties.generalCategory)
        else { return nil }
        return scalar.properties.numericValue
    }

    /// The digit or sign that stands raised.
    fileprivate var raised: Character? {
        zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-").first { $0.0 == self }?.1
    }

    fileprivate var isWordPart: Bool { isLetter || digit != nil }
}
