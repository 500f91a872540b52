/// A mark of another tool's Markdown. This one would print it as text, which nobody meant.
struct ForeignMark: Equatable {
    /// The bytes it stands on.
    let range: Range<Int>
    /// What to write instead.
    let help: String

    /// The marks in a piece of running text, in order. What has a backslash before it is meant as text.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - range: The text.
    ///   - isAtLineStart: Whether a line begins where the text does.
    ///   - isInLink: Whether the text is that of a link, and may be an address.
    static func all(
        in bytes: [UInt8], _ range: Range<Int>, isAtLineStart: Bool, isInLink: Bool
    ) -> [ForeignMark] {
        var marks: [ForeignMark] = []
        var text: ForeignText?
        func paragraph() -> ForeignText {
            let found = text ?? ForeignText(bytes: bytes, range: range)
            text = found
            return found
        }
        var position = range.lowerBound
        if isAtLineStart, let first = bytes[range].first, "[:!?.+".utf8.contains(first),
            let mark = paragraph().markOfLine(at: position)
        {
            marks.append(mark)
            position = mark.range.upperBound
        }
        while position < range.upperBound {
            let byte = bytes[position]
            guard mayBegin[Int(byte)], !isPlain(byte, at: position, in: bytes) else {
                position += 1
                continue
            }
            let mark = paragraph().mark(at: position, isInLink: isInLink)
            if let mark { marks.append(mark) }
            position = max(mark?.range.upperBound ?? 0, position + (byte == UInt8(ascii: "\\") ? 2 : 1))
        }
        return marks
    }

    /// Most full stops and colons end sentences.
    private static func isPlain(_ byte: UInt8, at offset: Int, in bytes: [UInt8]) -> Bool {
        switch byte {
        case UInt8(ascii: "."): offset == 0 || bytes[offset - 1] != UInt8(ascii: "w")
        case UInt8(ascii: ":"): offset + 1 < bytes.count && bytes[offset + 1] <= 0x20
        default: false
        }
    }
}

/// The bytes with which a mark may begin, or by which it is told.
private let mayBegin: [Bool] = (0..<256).map { "\\{:[~=^.".utf8.contains(UInt8($0)) }

/// Running text in which marks of other tools are looked for.
struct ForeignText {
    let bytes: [UInt8]
    let range: Range<Int>
    /// The end of the paragraph, or of so much of it as a mark may take.
    let limit: Int

    init(bytes: [UInt8], range: Range<Int>) {
        self.bytes = bytes
        self.range = range
        let most = min(bytes.count, range.upperBound + 500)
        var end = range.upperBound
        while end < most, !(bytes[end] == 0x0A && (end + 1 >= bytes.count || bytes[end + 1] == 0x0A)) {
            end += 1
        }
        limit = end
    }

    func byte(_ offset: Int) -> UInt8? { offset >= 0 && offset < limit ? bytes[offset] : nil }

    func isNext(_ text: String, at offset: Int) -> Bool {
        offset >= 0 && offset <= limit && bytes[offset..<limit].starts(with: text.utf8)
    }

    /// Whether a letter or a digit stands at an offset.
    func isWord(_ offset: Int) -> Bool {
        guard let byte = byte(offset) else { return false }
        return byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    func isLetter(_ offset: Int) -> Bool {
        byte(offset).map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) } ?? false
    }

    func isBlank(_ offset: Int) -> Bool {
        guard let byte = byte(offset) else { return true }
        return byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// The offset behind letters, digits and some marks.
    func wordEnd(from start: Int, marks: String = "-_") -> Int {
        var end = start
        while isWord(end) || byte(end).map({ marks.utf8.contains($0) }) ?? false { end += 1 }
        return end
    }

    /// Where a text next stands, not on a later line unless that is allowed.
    func next(_ text: String, from start: Int, acrossLines: Bool = false) -> Int? {
        var offset = start
        while offset < limit, acrossLines || bytes[offset] != 0x0A {
            if isNext(text, at: offset) { return offset }
            offset += 1
        }
        return nil
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func mark(_ range: Range<Int>, _ help: String) -> ForeignMark {
        ForeignMark(range: range, help: help + "; for the marks as text put a backslash before them")
    }
}
