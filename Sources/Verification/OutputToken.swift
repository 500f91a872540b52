/// A piece of output: a number, or the text between numbers.
///
/// One tokenizer serves comparison, tolerance and the account of what moved, so that they cannot disagree on what a
/// number is. A number is decimal digits with at most one point, an optional exponent, and a sign unless a letter,
/// digit or closing bracket stands directly before it (`x-1` is `x-` and `1`); `2.4.1` is no number, nor is the `4`
/// of `conv4`.
struct OutputToken: Hashable {
    enum Kind: Hashable {
        case number(Double)
        case text
    }

    let kind: Kind
    let text: Substring

    /// The numbers of a text, with how they are written.
    static func numbers(in text: String) -> [(value: Double, text: Substring)] {
        tokens(of: text).compactMap { token in
            if case .number(let value) = token.kind { (value, token.text) } else { nil }
        }
    }

    static func tokens(of text: String) -> [OutputToken] {
        var tokens: [OutputToken] = []
        let utf8 = text.utf8
        var textStart = utf8.startIndex
        var index = utf8.startIndex
        var previous: UInt8?
        while index < utf8.endIndex {
            if let end = endOfNumber(in: utf8, at: index, after: previous),
                let value = Double(text[index..<end])
            {
                if textStart < index {
                    tokens.append(OutputToken(kind: .text, text: text[textStart..<index]))
                }
                tokens.append(OutputToken(kind: .number(value), text: text[index..<end]))
                previous = utf8[utf8.index(before: end)]
                index = end
                textStart = end
            } else {
                // Words are passed whole, so that no digit inside one is taken for a number.
                repeat {
                    previous = utf8[index]
                    index = utf8.index(after: index)
                } while index < utf8.endIndex && continuesWord(previous) && continuesWord(utf8[index])
            }
        }
        if textStart < utf8.endIndex { tokens.append(OutputToken(kind: .text, text: text[textStart...])) }
        return tokens
    }
}

private let dot = UInt8(ascii: ".")

private func continuesWord(_ byte: UInt8?) -> Bool {
    isWord(byte) || byte == dot
}

private func isDigit(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

private func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return isDigit(byte) || byte == UInt8(ascii: "_")
        || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
}

/// Where the number that starts at a place ends; nil if none starts there.
private func endOfNumber(
    in utf8: String.UTF8View, at start: String.Index, after previous: UInt8?
) -> String.Index? {
    if isWord(previous) { return nil }
    var index = start
    func byte() -> UInt8? { index < utf8.endIndex ? utf8[index] : nil }
    if byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "+") {
        if previous == UInt8(ascii: ")") || previous == UInt8(ascii: "]") || isWord(previous) { return nil }
        index = utf8.index(after: index)
    }
    let digits = index
    while isDigit(byte()) { index = utf8.index(after: index) }
    var count = utf8.distance(from: digits, to: index)
    if byte() == dot {
        let point = index
        index = utf8.index(after: index)
        let fraction = index
        while isDigit(byte()) { index = utf8.index(after: index) }
        let fractionCount = utf8.distance(from: fraction, to: index)
        if fractionCount == 0 { index = point } else { count += fractionCount }
        if fractionCount > 0, byte() == dot { return nil }
    }
    guard count > 0 else { return nil }
    if byte() == UInt8(ascii: "e") || byte() == UInt8(ascii: "E") {
        let mantissa = index
        index = utf8.index(after: index)
        if byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "+") { index = utf8.index(after: index) }
        let exponent = index
        while isDigit(byte()) { index = utf8.index(after: index) }
        if index == exponent { index = mantissa }
    }
    if isWord(byte()) { return nil }
    return index
}
