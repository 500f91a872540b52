/// The parts of links and of link reference definitions, found as libcmark finds them.
///
/// Each function takes the offset at which a part starts and gives the offset behind it, or nil where there is none.
/// The text must end with LF.
enum LinkSyntax {
    /// What follows a link's text in parentheses.
    struct Tail {
        /// The destination, without `<` and `>`.
        let destination: Range<Int>
        /// The title, without its quotes.
        let title: Range<Int>?
        /// The offset behind the closing parenthesis.
        let end: Int
    }

    /// `(destination "title")` at an offset.
    static func tail(_ text: [UInt8], at start: Int) -> Tail? {
        guard start < text.count, text[start] == UInt8(ascii: "(") else { return nil }
        let open = skipSpace(text, from: start + 1)
        guard let (destination, end) = destination(text, at: open) else { return nil }
        let title = skipSpace(text, from: end)
        let titleEnd = title == end ? title : self.title(text, at: title) ?? title
        let close = skipSpace(text, from: titleEnd)
        guard close < text.count, text[close] == UInt8(ascii: ")") else { return nil }
        let titleRange = titleEnd > title ? title + 1..<titleEnd - 1 : nil
        return Tail(destination: destination, title: titleRange, end: close + 1)
    }

    /// A destination, in angle brackets or bare; the range is without the brackets.
    static func destination(_ text: [UInt8], at start: Int) -> (range: Range<Int>, end: Int)? {
        guard start < text.count else { return nil }
        var index = start
        if text[start] == UInt8(ascii: "<") {
            index += 1
            while index < text.count {
                switch text[index] {
                case UInt8(ascii: ">"): return (start + 1..<index, index + 1)
                case UInt8(ascii: "\\"): index += 2
                case UInt8(ascii: "<"), 0x0A: return nil
                default: index += 1
                }
            }
            return nil
        }
        var depth = 0
        scan: while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\\") where index + 1 < text.count && text[index + 1].isPunctuation: index += 2
            case UInt8(ascii: "("):
                depth += 1
                if depth > 32 { return nil }
                index += 1
            case UInt8(ascii: ")"):
                if depth == 0 { break scan }
                depth -= 1
                index += 1
            case let byte where byte.isMarkupSpace:
                if index == start { return nil }
                break scan
            default: index += 1
            }
        }
        return index < text.count && depth == 0 ? (start..<index, index) : nil
    }

    /// A title in quotes or parentheses. A closing mark behind a backslash ends the title only if no other does.
    static func title(_ text: [UInt8], at start: Int) -> Int? {
        guard start < text.count else { return nil }
        let close: UInt8
        switch text[start] {
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        case UInt8(ascii: "\""), UInt8(ascii: "'"): close = text[start]
        default: return nil
        }
        var end: Int?
        for index in text.indices[(start + 1)...] {
            let isEscaped = text[index - 1] == UInt8(ascii: "\\")
            if text[index] == close {
                end = index + 1
                if !isEscaped { break }
            } else if text[index] == UInt8(ascii: "("), close == UInt8(ascii: ")"), !isEscaped {
                break
            }
        }
        return end
    }

    /// A label in square brackets.
    static func label(_ text: [UInt8], at start: Int) -> Int? {
        guard start < text.count, text[start] == UInt8(ascii: "[") else { return nil }
        var index = start + 1
        while index < text.count, index - start <= 1001 {
            switch text[index] {
            case UInt8(ascii: "]"): return index + 1
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "\\") where index + 1 < text.count && text[index + 1].isPunctuation: index += 2
            default: index += 1
            }
        }
        return nil
    }

    /// A link reference definition, up to the start of the line behind it.
    static func definition(_ text: [UInt8], at start: Int) -> Int? {
        guard let labelEnd = label(text, at: start), labelEnd < text.count,
            text[labelEnd] == UInt8(ascii: ":"),
            text[start + 1..<labelEnd - 1].contains(where: { !$0.isMarkupSpace }),
            let (_, end) = destination(text, at: skipSpaceAndLineEnd(text, from: labelEnd + 1))
        else { return nil }
        let titleStart = skipSpaceAndLineEnd(text, from: end)
        if titleStart > end, titleStart < text.count, let titleEnd = title(text, at: titleStart),
            let lineEnd = endOfLine(text, from: titleEnd)
        {
            return lineEnd
        }
        return endOfLine(text, from: end)
    }

    private static func skipSpace(_ text: [UInt8], from start: Int) -> Int {
        var index = start
        while index < text.count, text[index].isMarkupSpace { index += 1 }
        return index
    }

    private static func skipSpaceAndLineEnd(_ text: [UInt8], from start: Int) -> Int {
        var index = start
        while index < text.count, text[index].isSpaceOrTab { index += 1 }
        guard index < text.count, text[index] == 0x0A else { return index }
        index += 1
        while index < text.count, text[index].isSpaceOrTab { index += 1 }
        return index
    }

    private static func endOfLine(_ text: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < text.count, text[index].isSpaceOrTab { index += 1 }
        if index >= text.count { return text.count }
        return text[index] == 0x0A ? index + 1 : nil
    }
}
