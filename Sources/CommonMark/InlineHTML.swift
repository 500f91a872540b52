/// Finds raw HTML and autolinks in running text, as CommonMark defines them.
struct InlineHTML {
    private let bytes: [UInt8]
    /// Closing marks that were looked for in vain.
    private var missing: [String] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The offset behind the tag, comment or autolink that starts at a `<`, if one does.
    mutating func end(at start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        switch bytes[start + 1] {
        case UInt8(ascii: "!"):
            if bytes[(start + 2)...].starts(with: "--".utf8) { return end(of: "-->", from: start + 4) }
            if bytes[(start + 2)...].starts(with: "[CDATA[".utf8) { return end(of: "]]>", from: start + 9) }
            return start + 2 < bytes.count && bytes[start + 2].isLetter ? end(of: ">", from: start + 3) : nil
        case UInt8(ascii: "?"): return end(of: "?>", from: start + 2)
        case UInt8(ascii: "/"): return closingTagEnd(from: start + 2)
        default: return autolinkEnd(from: start + 1) ?? openingTagEnd(from: start + 1)
        }
    }

    private mutating func end(of mark: String, from start: Int) -> Int? {
        guard !missing.contains(mark) else { return nil }
        var index = start
        while index < bytes.count {
            if bytes[index...].starts(with: mark.utf8) { return index + mark.utf8.count }
            index += 1
        }
        missing.append(mark)
        return nil
    }

    private func autolinkEnd(from start: Int) -> Int? {
        var index = start
        var isAddress = false
        while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "<") {
            switch bytes[index] {
            case UInt8(ascii: ">"): return isAddress ? index + 1 : nil
            case UInt8(ascii: ":"), UInt8(ascii: "@"): isAddress = isAddress || index > start
            default: break
            }
            index += 1
        }
        return nil
    }

    private func nameEnd(from start: Int) -> Int? {
        guard start < bytes.count, bytes[start].isLetter else { return nil }
        var index = start
        while index < bytes.count,
            bytes[index].isLetter || bytes[index].isDigit || bytes[index] == UInt8(ascii: "-")
        {
            index += 1
        }
        return index
    }

    private func skipSpace(from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index].isMarkupSpace { index += 1 }
        return index
    }

    private func closingTagEnd(from start: Int) -> Int? {
        guard let name = nameEnd(from: start) else { return nil }
        let close = skipSpace(from: name)
        return close < bytes.count && bytes[close] == UInt8(ascii: ">") ? close + 1 : nil
    }

    private func openingTagEnd(from start: Int) -> Int? {
        guard var index = nameEnd(from: start) else { return nil }
        while true {
            let space = skipSpace(from: index)
            guard space < bytes.count else { return nil }
            if bytes[space] == UInt8(ascii: ">") { return space + 1 }
            if bytes[space] == UInt8(ascii: "/") {
                return space + 1 < bytes.count && bytes[space + 1] == UInt8(ascii: ">") ? space + 2 : nil
            }
            guard space > index, let attribute = attributeEnd(from: space) else { return nil }
            index = attribute
        }
    }

    private func attributeEnd(from start: Int) -> Int? {
        guard bytes[start].isLetter || bytes[start] == UInt8(ascii: "_") || bytes[start] == UInt8(ascii: ":")
        else {
            return nil
        }
        var index = start
        while index < bytes.count,
            bytes[index].isLetter || bytes[index].isDigit || ":._-".utf8.contains(bytes[index])
        {
            index += 1
        }
        let equals = skipSpace(from: index)
        guard equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else { return index }
        let value = skipSpace(from: equals + 1)
        guard value < bytes.count else { return nil }
        if bytes[value] == UInt8(ascii: "\"") || bytes[value] == UInt8(ascii: "'") {
            return bytes[(value + 1)...].firstIndex(of: bytes[value]).map { $0 + 1 }
        }
        var end = value
        while end < bytes.count, !bytes[end].isMarkupSpace, !"\"'=<>`".utf8.contains(bytes[end]) { end += 1 }
        return end > value ? end : nil
    }
}
