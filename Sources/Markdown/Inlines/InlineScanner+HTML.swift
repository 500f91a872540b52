/// What ends a piece of raw HTML that is no tag.
enum HTMLMark: Hashable {
    case comment, instruction, data, declaration
}

/// Raw HTML and autolinks in running text (CommonMark 0.30, sections 6.5 and 6.6).
extension InlineScanner {
    /// The offset behind the tag, comment or the like that starts at a `<`, if one does.
    mutating func htmlEnd(at start: Int) -> Int? {
        switch byte(start + 1) {
        case UInt8(ascii: "!"):
            if byte(start + 2) == UInt8(ascii: "-") { return commentEnd(from: start + 2) }
            if byte(start + 2) == UInt8(ascii: "[") { return dataEnd(from: start + 3) }
            return declarationEnd(from: start + 2)
        case UInt8(ascii: "?"): return instructionEnd(from: start + 2)
        case UInt8(ascii: "/"): return closingTagEnd(from: start + 2)
        default: return openingTagEnd(from: start + 1)
        }
    }

    /// `<!-- … -->`, in which no `--` stands.
    private mutating func commentEnd(from start: Int) -> Int? {
        if isNext("--->", at: start) { return start + 4 }
        guard byte(start + 1) == UInt8(ascii: "-"), !missingMarks.contains(.comment) else { return nil }
        var index = start + 2
        // The text begins with neither `>` nor `->`.
        let first = byte(index) == UInt8(ascii: "-") ? index + 1 : index
        guard let byte = byte(first), byte != UInt8(ascii: ">"), byte != UInt8(ascii: "-") else { return nil }
        index = first + 1
        while let byte = self.byte(index) {
            guard byte == UInt8(ascii: "-") else {
                index += 1
                continue
            }
            guard self.byte(index + 1) == UInt8(ascii: "-") else {
                index += 2
                continue
            }
            return self.byte(index + 2) == UInt8(ascii: ">") ? index + 3 : nil
        }
        missingMarks.insert(.comment)
        return nil
    }

    /// `<? … ?>`
    private mutating func instructionEnd(from start: Int) -> Int? {
        guard !missingMarks.contains(.instruction) else { return nil }
        var index = start
        while let byte = byte(index) {
            if byte != UInt8(ascii: "?") {
                index += 1
            } else if self.byte(index + 1) == UInt8(ascii: ">") {
                return index + 2
            } else {
                index += 2
            }
        }
        missingMarks.insert(.instruction)
        return nil
    }

    /// `<![CDATA[ … ]]>`
    private mutating func dataEnd(from start: Int) -> Int? {
        let isData =
            start + 6 <= bytes.count
            && zip(bytes[start..<start + 6], "cdata[".utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
        guard isData, !missingMarks.contains(.data) else { return nil }
        var index = start + 6
        while let byte = byte(index) {
            if byte != UInt8(ascii: "]") {
                index += 1
            } else if self.byte(index + 1) != UInt8(ascii: "]") {
                index += 2
            } else if self.byte(index + 2) == UInt8(ascii: ">") {
                return index + 3
            } else {
                index += 3
            }
        }
        missingMarks.insert(.data)
        return nil
    }

    /// `<!NAME … >`
    private mutating func declarationEnd(from start: Int) -> Int? {
        var index = start
        while byte(index)?.isLetter == true { index += 1 }
        guard index > start, byte(index)?.isMarkupSpace == true, !missingMarks.contains(.declaration) else {
            return nil
        }
        while let byte = byte(index) {
            index += 1
            if byte == UInt8(ascii: ">") { return index }
        }
        missingMarks.insert(.declaration)
        return nil
    }
}

// MARK: - Tags

extension InlineScanner {
    private func closingTagEnd(from start: Int) -> Int? {
        guard let name = tagNameEnd(from: start) else { return nil }
        let close = spaceEnd(from: name)
        return byte(close) == UInt8(ascii: ">") ? close + 1 : nil
    }

    private func openingTagEnd(from start: Int) -> Int? {
        guard var index = tagNameEnd(from: start) else { return nil }
        while true {
            let space = spaceEnd(from: index)
            if byte(space) == UInt8(ascii: ">") { return space + 1 }
            if byte(space) == UInt8(ascii: "/") {
                return byte(space + 1) == UInt8(ascii: ">") ? space + 2 : nil
            }
            guard space > index, let attribute = attributeEnd(from: space) else { return nil }
            index = attribute
        }
    }

    private func tagNameEnd(from start: Int) -> Int? {
        guard byte(start)?.isLetter == true else { return nil }
        var index = start
        while let byte = byte(index), byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") {
            index += 1
        }
        return index
    }

    private func attributeEnd(from start: Int) -> Int? {
        guard let first = byte(start),
            first.isLetter || first == UInt8(ascii: "_") || first == UInt8(ascii: ":")
        else { return nil }
        var index = start
        while let byte = byte(index), byte.isLetter || byte.isDigit || ":._-".utf8.contains(byte) {
            index += 1
        }
        let equals = spaceEnd(from: index)
        guard byte(equals) == UInt8(ascii: "=") else { return index }
        let value = spaceEnd(from: equals + 1)
        guard let quote = byte(value) else { return index }
        var end = value
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            guard let close = bytes[(value + 1)...].firstIndex(of: quote) else { return nil }
            return close + 1
        }
        while let byte = byte(end), !byte.isMarkupSpace, !"\"'=<>`".utf8.contains(byte) { end += 1 }
        return end > value ? end : nil
    }

    /// The offset behind white space, line endings included.
    func spaceEnd(from start: Int) -> Int {
        var index = start
        while byte(index)?.isMarkupSpace == true { index += 1 }
        return index
    }
}

// MARK: - Autolinks

extension InlineScanner {
    /// The offset of the `>` of `<scheme:address>`.
    func addressEnd(at start: Int) -> Int? {
        guard byte(start + 1)?.isLetter == true else { return nil }
        var index = start + 2
        while let byte = byte(index), byte.isLetter || byte.isDigit || ".+-".utf8.contains(byte) {
            index += 1
        }
        guard (2...32).contains(index - start - 1), byte(index) == UInt8(ascii: ":") else { return nil }
        while let byte = byte(index), byte > 0x20, byte != UInt8(ascii: "<") {
            if byte == UInt8(ascii: ">") { return index }
            index += 1
        }
        return nil
    }

    /// The offset of the `>` of `<name@host>`.
    func mailAddressEnd(at start: Int) -> Int? {
        var index = start + 1
        while let byte = byte(index),
            byte.isLetter || byte.isDigit || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
        {
            index += 1
        }
        guard index > start + 1, byte(index) == UInt8(ascii: "@") else { return nil }
        repeat {
            let label = index + 1
            index = label
            while let byte = byte(index), byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") {
                index += 1
            }
            guard (1...63).contains(index - label), bytes[label] != UInt8(ascii: "-"),
                bytes[index - 1] != UInt8(ascii: "-")
            else { return nil }
        } while byte(index) == UInt8(ascii: ".")
        return byte(index) == UInt8(ascii: ">") ? index : nil
    }
}
