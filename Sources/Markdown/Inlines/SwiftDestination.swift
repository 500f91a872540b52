/// The destination of a link to a Swift expression: `<swift: norms[9] < 0.1>`.
///
/// Plain CommonMark allows no `<` or `>` between the brackets; in Swift they are comparisons.
enum SwiftDestination {
    /// The offset of the closing `>`: the first one directly before `)` that stands outside parentheses, brackets,
    /// braces and string literals of the expression. It must be on the same line, and not
    /// further than 1,000 bytes away.
    static func end(_ text: [UInt8], from start: Int) -> Int? {
        var depth = 0
        var isInString = false
        var index = start
        while index < min(text.count, start + 1_000), text[index] != 0x0A {
            switch text[index] {
            case UInt8(ascii: "\""): isInString.toggle()
            case UInt8(ascii: "\\"): index += 1
            case _ where isInString: break
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ">")
            where depth == 0 && index + 1 < text.count && text[index + 1] == UInt8(ascii: ")"):
                return index
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
            index += 1
        }
        return nil
    }
}
