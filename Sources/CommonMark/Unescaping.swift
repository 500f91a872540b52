/// What a link's destination means: backslashes before punctuation removed, character references decoded.
enum Unescaping {
    /// The meaning of a destination as it is written.
    static func unescape(_ written: ArraySlice<UInt8>) -> String {
        var meant: [UInt8] = []
        var index = written.startIndex
        while index < written.endIndex {
            if written[index] == UInt8(ascii: "\\"), index + 1 < written.endIndex,
                written[index + 1].isPunctuation
            {
                meant.append(written[index + 1])
                index += 2
            } else if let end = referenceEnd(written, at: index),
                let decoded = Libcmark.decode(reference: written[index..<end])
            {
                meant.append(contentsOf: decoded)
                index = end
            } else {
                meant.append(written[index])
                index += 1
            }
        }
        return String(decoding: meant, as: UTF8.self)
    }

    /// The offset behind what looks like a character reference: `&name;` or `&#number;`.
    static func referenceEnd(_ text: ArraySlice<UInt8>, at start: Int) -> Int? {
        guard text[start] == UInt8(ascii: "&") else { return nil }
        var end = start + 1
        if end < text.endIndex, text[end] == UInt8(ascii: "#") { end += 1 }
        while end < text.endIndex, end - start < 40, text[end].isLetter || text[end].isDigit { end += 1 }
        return end < text.endIndex && text[end] == UInt8(ascii: ";") ? end + 1 : nil
    }
}
