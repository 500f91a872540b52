/// `[@key, locator; @other]` and `@key [locator]`
extension InlineReader {
    /// A citation and the offset behind it, or what is wrong with it.
    enum ReadCitation {
        case citation(Citation, end: Int)
        case wrong(Range<Int>)
    }

    /// Reads a citation in brackets, if one stands here.
    mutating func readCitation() -> Bool {
        switch citation(at: position) {
        case .citation(let citation, let end)?:
            append(.citation(citation), position..<end)
            return true
        case .wrong(let range)?:
            report(
                "this is no citation", at: range,
                help: "write [@key; @other, p. 7]; to write the brackets as text, put a backslash before them"
            )
            return false
        case nil: return false
        }
    }

    /// The citation in brackets at an offset, unless the brackets are the text of a link.
    func citation(at start: Int) -> ReadCitation? {
        let bytes = scanner.bytes
        guard scanner.byte(start + 1) == UInt8(ascii: "@") else { return nil }
        var close = start + 1
        while let byte = scanner.byte(close), byte != UInt8(ascii: "]"), byte != UInt8(ascii: "[") {
            close += 1
        }
        guard scanner.byte(close) == UInt8(ascii: "]"), scanner.byte(close + 1) != UInt8(ascii: "("),
            scanner.byte(close + 1) != UInt8(ascii: "[")
        else { return nil }
        var items: [Citation.Item] = []
        for part in bytes[start + 1..<close].split(
            separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        {
            let item = part.trimmingMarkupSpace
            guard item.first == UInt8(ascii: "@"),
                let end = Identifier.citationKeyEnd(bytes, at: item.startIndex + 1),
                end == item.endIndex || item[end] == UInt8(ascii: ",")
            else {
                return .wrong(item.isEmpty ? part.startIndex..<close + 1 : item.startIndex..<item.endIndex)
            }
            let locator = end == item.endIndex ? item[end..<end] : item[(end + 1)...].trimmingMarkupSpace
            items.append(
                Citation.Item(
                    key: text(item.startIndex + 1..<end),
                    locator: String(decoding: locator.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self),
                    range: leaf.fileRange(item.startIndex..<end)))
        }
        return .citation(Citation(items: items, isNarrative: false), end: close + 1)
    }

    mutating func readNarrativeCitation() {
        guard let (citation, end) = narrativeCitation(at: position) else {
            return appendText(to: position + 1)
        }
        append(.citation(citation), position..<end)
    }

    /// The citation `@key`, or `@key [locator]`, at an offset; an address like `a@b.org` is none.
    func narrativeCitation(at start: Int) -> (Citation, end: Int)? {
        guard !mayBeAddress(at: start), let end = Identifier.citationKeyEnd(scanner.bytes, at: start + 1)
        else {
            return nil
        }
        let locator = narrativeLocator(from: end)
        let item = Citation.Item(
            key: text(start + 1..<end), locator: locator.map { text($0) } ?? "",
            range: leaf.fileRange(start..<end))
        return (Citation(items: [item], isNarrative: true), locator.map { $0.upperBound + 1 } ?? end)
    }

    private func narrativeLocator(from end: Int) -> Range<Int>? {
        guard scanner.byte(end) == 0x20, scanner.byte(end + 1) == UInt8(ascii: "["),
            let first = scanner.byte(end + 2), first.isLetter || first.isDigit
        else { return nil }
        var close = end + 2
        while let byte = scanner.byte(close), byte != UInt8(ascii: "]") {
            guard byte != 0x0A, byte != UInt8(ascii: "["), byte != UInt8(ascii: "@") else { return nil }
            close += 1
        }
        guard scanner.byte(close) != nil, scanner.byte(close + 1) != UInt8(ascii: "("),
            scanner.byte(close + 1) != UInt8(ascii: "[")
        else { return nil }
        return end + 2..<close
    }

    /// Whether an `@` stands behind a letter or digit, as in `a@b.org`.
    private func mayBeAddress(at offset: Int) -> Bool {
        guard offset > 0 else { return false }
        let before = scanner.bytes[offset - 1]
        return before.isLetter || before.isDigit || before >= 0x80 || before == UInt8(ascii: "_")
    }

    /// Pandoc's `[see @key]` and `[-@key]`, unless the brackets are the text of a link: what a citation begins with is
    /// its key.
    mutating func refuseWordsBeforeKey(inBracketAt start: Int) {
        guard scanner.byte(start + 1) != UInt8(ascii: "@") else { return }
        var close = start + 1
        var at: Int?
        while let byte = scanner.byte(close), byte != UInt8(ascii: "]") {
            guard byte != UInt8(ascii: "["), byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "`") else {
                return
            }
            if byte == UInt8(ascii: "@"), at == nil {
                guard !mayBeAddress(at: close) else { return }
                at = close
            }
            close += 1
        }
        guard scanner.byte(close) == UInt8(ascii: "]"), case let next = scanner.byte(close + 1) ?? 0x0A,
            !"([:".utf8.contains(next), let at,
            let end = Identifier.citationKeyEnd(scanner.bytes, at: at + 1)
        else { return }
        let key = text(at..<end)
        report(
            "this is no citation", at: start..<close + 1,
            help:
                "write [\(key)] or [\(key), p. 7], with other words outside the brackets; to write the brackets "
                + "as text, put a backslash before them")
    }
}
