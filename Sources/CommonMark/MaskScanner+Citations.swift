extension MaskScanner {
    mutating func scanBracket() {
        if byte(position + 1) == UInt8(ascii: "^"),
            let end = Identifier.footnoteLabelEnd(leaf.bytes, at: position + 2)
        {
            hide(position..<end + 1, .node(.footnoteReference(label: text(position + 2..<end))))
        } else if byte(position + 1) == UInt8(ascii: "@") {
            scanCitation()
        } else {
            refuseWordsBeforeKey()
            position += 1
        }
    }

    /// Pandoc's `[see @key]` and `[-@key]`, unless the brackets are the text of a link: what a citation begins with
    /// is its key.
    private mutating func refuseWordsBeforeKey() {
        var close = position + 1
        var at: Int?
        while let byte = byte(close), byte != UInt8(ascii: "]") {
            guard byte != UInt8(ascii: "["), byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "`") else {
                return
            }
            if byte == UInt8(ascii: "@"), at == nil {
                guard !mayBeAddress(at: close) else { return }
                at = close
            }
            close += 1
        }
        guard byte(close) == UInt8(ascii: "]"), let next = byte(close + 1), !"([:".utf8.contains(next),
            let at,
            let end = Identifier.citationKeyEnd(leaf.bytes, at: at + 1)
        else { return }
        let key = text(at..<end)
        report(
            "this is no citation", at: position..<close + 1,
            help:
                "write [\(key)] or [\(key), p. 7], with other words outside the brackets; to write the brackets "
                + "as text, put a backslash before them")
    }

    /// Whether an `@` stands behind a letter or digit, as in `a@b.org`.
    private func mayBeAddress(at offset: Int) -> Bool {
        guard offset > 0 else { return false }
        let before = leaf.bytes[offset - 1]
        return before.isLetter || before.isDigit || before >= 0x80 || before == UInt8(ascii: "_")
    }

    /// `[@key, locator; @key]`, unless the brackets are the text of a link.
    mutating func scanCitation() {
        let start = position
        var close = start + 1
        while let byte = byte(close), byte != UInt8(ascii: "]"), byte != UInt8(ascii: "[") { close += 1 }
        position += 1
        guard byte(close) == UInt8(ascii: "]"), byte(close + 1) != UInt8(ascii: "("),
            byte(close + 1) != UInt8(ascii: "[")
        else { return }
        var items: [Citation.Item] = []
        for part in leaf.bytes[start + 1..<close].split(
            separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        {
            let item = part.trimmingMarkupSpace
            guard item.first == UInt8(ascii: "@"),
                let end = Identifier.citationKeyEnd(leaf.bytes, at: item.startIndex + 1),
                end == item.endIndex || item[end] == UInt8(ascii: ",")
            else {
                report(
                    "this is no citation",
                    at: item.isEmpty ? part.startIndex..<close + 1 : item.startIndex..<item.endIndex,
                    help:
                        "write [@key; @other, p. 7]; to write the brackets as text, put a backslash before them"
                )
                return
            }
            let locator = end == item.endIndex ? item[end..<end] : item[(end + 1)...].trimmingMarkupSpace
            items.append(
                Citation.Item(
                    key: text(item.startIndex + 1..<end),
                    locator: String(decoding: locator.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self),
                    range: leaf.fileRange(item.startIndex..<end)))
        }
        hide(start..<close + 1, .node(.citation(Citation(items: items, isNarrative: false))))
    }

    /// `@key`, or `@key [locator]`; an address like `a@b.org` is none.
    mutating func scanNarrative() {
        let start = position
        position += 1
        guard !mayBeAddress(at: start), let end = Identifier.citationKeyEnd(leaf.bytes, at: start + 1)
        else { return }
        let locator = narrativeLocator(from: end)
        let item = Citation.Item(
            key: text(start + 1..<end), locator: locator.map { text($0) } ?? "",
            range: leaf.fileRange(start..<end))
        hide(
            start..<(locator.map { $0.upperBound + 1 } ?? end),
            .node(.citation(Citation(items: [item], isNarrative: true))))
    }

    func narrativeLocator(from end: Int) -> Range<Int>? {
        guard byte(end) == 0x20, byte(end + 1) == UInt8(ascii: "["), let first = byte(end + 2),
            first.isLetter || first.isDigit
        else { return nil }
        var close = end + 2
        while let byte = byte(close), byte != UInt8(ascii: "]") {
            guard byte != 0x0A, byte != UInt8(ascii: "["), byte != UInt8(ascii: "@") else { return nil }
            close += 1
        }
        guard byte(close) != nil, byte(close + 1) != UInt8(ascii: "("), byte(close + 1) != UInt8(ascii: "[")
        else { return nil }
        return end + 2..<close
    }
}
