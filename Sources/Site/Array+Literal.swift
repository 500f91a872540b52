extension [UInt8] {
    /// Appends a text as a string literal of JavaScript, in one line and between ASCII quotes.
    ///
    /// - Parameters:
    ///   - limit: How many bytes of the text are kept; a character is never cut.
    ///   - keepsLines: Whether line endings stay; they become blanks otherwise.
    mutating func append(literal text: String, limit: Int = .max, keepsLines: Bool = false) {
        append(UInt8(ascii: "\""))
        var count = 0
        for byte in text.utf8 {
            count += 1
            // Only before the first byte of a character can a text be cut.
            if count > limit, byte & 0xC0 != 0x80 { break }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(contentsOf: [UInt8(ascii: "\\"), byte])
            case UInt8(ascii: "\n") where keepsLines: append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): append(UInt8(ascii: " "))
            case 0..<0x20, 0x7F: continue
            case UInt8(ascii: "<"): append(contentsOf: "\\u003c".utf8)
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}
