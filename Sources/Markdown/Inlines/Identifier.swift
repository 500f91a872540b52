/// The names that extensions use, found in text.
enum Identifier {
    /// `{#id}`, or with another mark `{.name}`: the name and the offset behind the closing brace.
    static func braced(_ text: [UInt8], at start: Int, mark: Character = "#") -> (name: String, end: Int)? {
        guard start + 2 < text.count, text[start] == UInt8(ascii: "{"), text[start + 1] == mark.asciiValue,
            text[start + 2].isLetter
        else { return nil }
        var end = start + 2
        while end < text.count, text[end].isLetter || text[end].isDigit || ":._-".utf8.contains(text[end]) {
            end += 1
        }
        guard end < text.count, text[end] == UInt8(ascii: "}") else { return nil }
        return (String(decoding: text[start + 2..<end], as: UTF8.self), end + 1)
    }

    /// Where a footnote's label ends: at the bracket behind it, if it has no white space in it.
    static func footnoteLabelEnd(_ text: [UInt8], at start: Int) -> Int? {
        var end = start
        while end < text.count, text[end] != UInt8(ascii: "]") {
            guard !text[end].isMarkupSpace, text[end] != UInt8(ascii: "["), text[end] != UInt8(ascii: "\\")
            else {
                return nil
            }
            end += 1
        }
        return end < text.count && end > start ? end : nil
    }

    /// Where a citation key ends: a letter, digit or underscore, more of them, and single punctuation between them.
    static func citationKeyEnd(_ text: [UInt8], at start: Int) -> Int? {
        func isWord(_ offset: Int) -> Bool {
            guard offset < text.count else { return false }
            return text[offset].isLetter || text[offset].isDigit || text[offset] == UInt8(ascii: "_")
                || text[offset] >= 0x80
        }
        guard isWord(start) else { return nil }
        var end = start + 1
        while isWord(end) || end < text.count && ":.#%&-+?<>~/".utf8.contains(text[end]) && isWord(end + 1) {
            end += 1
        }
        return end
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without the white space around them.
    var trimmingMarkupSpace: ArraySlice<UInt8> {
        let start = firstIndex { !$0.isMarkupSpace } ?? endIndex
        let last = self[start...].lastIndex { !$0.isMarkupSpace } ?? start - 1
        return self[start..<last + 1]
    }
}
