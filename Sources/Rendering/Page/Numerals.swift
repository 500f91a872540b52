import HTML

/// Numbers in text as a reader expects them: `-0.5` has a minus sign, `1e-13` is a power of ten, and neither is broken by
/// the end of a line.
enum Numerals {
    /// A number with an exponent, from its first digit or sign.
    private struct Scientific {
        var mantissa: Substring
        var exponent: Substring
    }

    /// A text of prose.
    static func typeset(_ text: String) -> Node {
        pieces(of: text) { number in
            let mantissa = String(number.mantissa).replacing("-", with: "−")
            let lead: [Node] =
                switch mantissa {
                case "1": ["10"]
                case "−1": ["−10"]
                default: [.text(mantissa + " × 10")]
                }
            let exponent = String(number.exponent).replacing("-", with: "−").replacing("+", with: "")
            return lead + [.tag("sup", [:], exponent)]
        } plain: {
            withMinusSigns($0).replacing(" × 10", with: "\u{A0}×\u{A0}10")
        }
    }

    /// A text of code, whose characters stay.
    static func unbroken(_ text: String) -> Node {
        pieces(of: text) {
            [.text("\($0.mantissa)e\($0.exponent)")]
        } plain: {
            String($0)
        }
    }

    /// The text with each number that has an exponent on one line.
    private static func pieces(
        of text: String, number: (Scientific) -> [Node], plain: (Substring) -> String
    ) -> Node {
        var nodes: [Node] = []
        var start = text.startIndex
        var search = start
        while let mark = text[search...].firstIndex(of: "e") {
            search = text.index(after: mark)
            let mantissa = text[start..<mark].suffix(while: { $0.isDigit || ".-−".contains($0) })
            let sign = text[search...].prefix(1).filter { "-−+".contains($0) }
            let digits = text[search...].dropFirst(sign.count).prefix { $0.isDigit }
            guard !sign.isEmpty, !digits.isEmpty, mantissa.contains(where: \.isDigit) else { continue }
            let before = text[start..<mantissa.startIndex]
            guard before.last.map({ $0.isLetter || $0 == "_" }) != true else { continue }
            if !before.isEmpty { nodes.append(.text(plain(before))) }
            let exponent = text[search..<digits.endIndex]
            nodes.append(
                LineBreaks.together(number(Scientific(mantissa: mantissa, exponent: exponent))))
            (start, search) = (digits.endIndex, digits.endIndex)
        }
        if nodes.isEmpty { return .text(plain(text[...])) }
        if start < text.endIndex { nodes.append(.text(plain(text[start...]))) }
        return .fragment(nodes)
    }

    /// Hyphens before digits, at the start of a number, as minus signs.
    private static func withMinusSigns(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "-")) else { return String(text) }
        var result = ""
        var previous: Character = " "
        for (index, character) in zip(text.indices, text) {
            let next = text[text.index(after: index)...].first
            let isMinus =
                character == "-" && next?.isDigit == true
                && (previous.isWhitespace || "([{,/".contains(previous))
            result.append(isMinus ? "−" : character)
            previous = character
        }
        return result
    }
}

extension Character {
    fileprivate var isDigit: Bool { isASCII && isNumber }
}

extension Substring {
    /// The longest end whose characters all are of a kind.
    fileprivate func suffix(while isOfKind: (Character) -> Bool) -> Substring {
        suffix(reversed().prefix(while: isOfKind).count)
    }
}
