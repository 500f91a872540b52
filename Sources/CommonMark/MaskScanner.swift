import Diagnostics

/// Finds, in the running text of one paragraph or heading, what plain CommonMark does not know.
///
/// It reads from left to right; what starts first wins. Code spans, raw HTML, autolinks and the destinations of
/// links are passed over. A search for a closing mark that fails is not repeated, so the time is linear.
struct MaskScanner {
    let file: SourceFile
    let leaf: LeafText
    /// Whether a trailing `{#id}` belongs to the block.
    let mayHaveID: Bool
    /// Whether `[!KIND]` may start the text.
    let mayBeAlert: Bool

    private(set) var position: Int
    /// What is to be hidden, as ranges of the leaf's text.
    private(set) var found: [(range: Range<Int>, mask: Mask)] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Where a display formula starts that is not closed in this text.
    private(set) var unclosedDisplay: Int?
    private var codeSpans: CodeSpanFinder
    private var html: InlineHTML

    init(file: SourceFile, leaf: LeafText, mayHaveID: Bool, mayBeAlert: Bool) {
        self.file = file
        self.leaf = leaf
        self.mayHaveID = mayHaveID
        self.mayBeAlert = mayBeAlert
        position = leaf.contentStart
        codeSpans = CodeSpanFinder(leaf.bytes)
        html = InlineHTML(leaf.bytes)
    }

    /// Scans the text to its end.
    mutating func scan() {
        let end = mayHaveID ? scanBlockID() : leaf.bytes.count
        if mayBeAlert { scanAlert() }
        while position < end, unclosedDisplay == nil {
            switch leaf.bytes[position] {
            case UInt8(ascii: "\\"): position += byte(position + 1)?.isPunctuation == true ? 2 : 1
            case UInt8(ascii: "`"): scanCodeSpan()
            case UInt8(ascii: "<"): position = html.end(at: position) ?? position + 1
            case UInt8(ascii: "]"): scanTail()
            case UInt8(ascii: "["): scanBracket()
            case UInt8(ascii: "{"): scanAttribute()
            case UInt8(ascii: "@"): scanNarrative()
            case UInt8(ascii: "$"): scanMath()
            default: position += 1
            }
        }
        if let (range, id) = trailingID { hide(range, .blockID(id)) }
    }

    private var trailingID: (range: Range<Int>, id: String)?

    private func byte(_ offset: Int) -> UInt8? { offset < leaf.bytes.count ? leaf.bytes[offset] : nil }

    private func text(_ range: Range<Int>) -> String { String(decoding: leaf.bytes[range], as: UTF8.self) }

    private mutating func hide(_ range: Range<Int>, _ kind: Mask.Kind) {
        found.append((range, Mask(range: leaf.fileRange(range), kind: kind)))
        position = range.upperBound
    }

    private mutating func report(_ summary: String, at range: Range<Int>, help: String) {
        diagnostics.append(.error(summary, at: file.location(leaf.fileRange(range)), help: help))
    }
}

// MARK: - Code, links, attributes

extension MaskScanner {
    private mutating func scanCodeSpan() {
        let start = position
        guard let end = codeSpans.end(at: start) else {
            while byte(position) == UInt8(ascii: "`") { position += 1 }
            return
        }
        position = end
    }

    /// Passes over the destination of a link; hides that of a link to Swift, where `<` and `>` may stand.
    private mutating func scanTail() {
        position += 1
        guard byte(position) == UInt8(ascii: "(") else { return }
        var open = position + 1
        while let space = byte(open), space.isMarkupSpace { open += 1 }
        if byte(open) == UInt8(ascii: "<"), leaf.bytes[(open + 1)...].starts(with: "swift:".utf8),
            let end = SwiftDestination.end(leaf.bytes, from: open + 1)
        {
            let destination = leaf.bytes[open + 1..<end].trimmingMarkupSpace
            hide(
                destination.startIndex..<destination.endIndex, .destination(Unescaping.unescape(destination)))
            position = end + 2
        } else if let tail = LinkSyntax.tail(leaf.bytes, at: position) {
            position = tail.end
        }
    }

    private mutating func scanAttribute() {
        let before = position == 0 ? nil : byte(position - 1)
        if before == UInt8(ascii: ")") || before == UInt8(ascii: "]"),
            let (id, end) = Identifier.braced(leaf.bytes, at: position)
        {
            hide(position..<end, .imageID(id))
        } else if before == UInt8(ascii: "`"),
            let (language, end) = Identifier.braced(leaf.bytes, at: position, mark: ".")
        {
            hide(position..<end, .codeLanguage(language))
        } else {
            if let (id, end) = Identifier.braced(leaf.bytes, at: position) {
                report(
                    "there is nothing here to be called \(id)", at: position..<end,
                    help:
                        "put it directly behind an image or a display formula, or at the end of a heading or "
                        + "caption; for the braces as text write \\{#\(id)}")
            }
            position += 1
        }
    }

    /// Finds `{#id}` at the end of the text; gives where it starts, or the text's end.
    private mutating func scanBlockID() -> Int {
        var end = leaf.bytes.count
        while end > position, leaf.bytes[end - 1].isMarkupSpace { end -= 1 }
        guard end > position, leaf.bytes[end - 1] == UInt8(ascii: "}"),
            let start = leaf.bytes[position..<end].lastIndex(of: UInt8(ascii: "{")), start > position,
            leaf.bytes[start - 1].isMarkupSpace,
            case (let id, end)? = Identifier.braced(leaf.bytes, at: start)
        else { return leaf.bytes.count }
        trailingID = (start..<end, id)
        return start
    }

    private mutating func scanAlert() {
        guard leaf.bytes[position...].starts(with: "[!".utf8) else { return }
        var end = position + 2
        while let letter = byte(end), letter.isLetter || letter == UInt8(ascii: "-") { end += 1 }
        guard end > position + 2, byte(end) == UInt8(ascii: "]"), byte(end + 1)?.isMarkupSpace == true else {
            return
        }
        hide(position..<end + 1, .alert(text(position + 2..<end).uppercased()))
    }
}

// MARK: - Footnotes and citations

extension MaskScanner {
    private mutating func scanBracket() {
        if byte(position + 1) == UInt8(ascii: "^"),
            let end = Identifier.footnoteLabelEnd(leaf.bytes, at: position + 2)
        {
            hide(position..<end + 1, .node(.footnoteReference(label: text(position + 2..<end))))
        } else if byte(position + 1) == UInt8(ascii: "@") {
            scanCitation()
        } else {
            position += 1
        }
    }

    /// `[@key, locator; @key]`, unless the brackets are the text of a link.
    private mutating func scanCitation() {
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
                    locator: String(decoding: locator, as: UTF8.self).replacing("\n", with: " "),
                    range: leaf.fileRange(item.startIndex..<end)))
        }
        hide(start..<close + 1, .node(.citation(Citation(items: items, isNarrative: false))))
    }

    /// `@key`, or `@key [locator]`; an address like `a@b.org` is none.
    private mutating func scanNarrative() {
        let start = position
        position += 1
        if start > 0 {
            let before = leaf.bytes[start - 1]
            if before.isLetter || before.isDigit || before >= 0x80 || before == UInt8(ascii: "_") { return }
        }
        guard let end = Identifier.citationKeyEnd(leaf.bytes, at: start + 1) else { return }
        let locator = narrativeLocator(from: end)
        let item = Citation.Item(
            key: text(start + 1..<end), locator: locator.map { text($0) } ?? "",
            range: leaf.fileRange(start..<end))
        hide(
            start..<(locator.map { $0.upperBound + 1 } ?? end),
            .node(.citation(Citation(items: [item], isNarrative: true))))
    }

    private func narrativeLocator(from end: Int) -> Range<Int>? {
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

// MARK: - Math

extension MaskScanner {
    /// Pandoc's rules: the opening dollar is followed by text, the closing one preceded by text and not followed by
    /// a digit. An inline formula ends at the next dollar or not at all.
    private mutating func scanMath() {
        let start = position
        if byte(start + 1) == UInt8(ascii: "$") { return scanDisplay() }
        position += 1
        guard let first = byte(start + 1), !first.isMarkupSpace, let close = closingDollar(from: start + 1),
            !leaf.bytes[close - 1].isMarkupSpace, byte(close + 1)?.isDigit != true
        else { return }
        let content = start + 1..<close
        let math = Math(tex: text(content), isDisplay: false, contentRange: leaf.fileRange(content))
        hide(start..<close + 1, .node(.math(math)))
    }

    private mutating func scanDisplay() {
        let start = position
        guard let close = closingDollars(from: start + 2) else {
            unclosedDisplay = start
            return
        }
        let content = start + 2..<close
        position = close + 2
        if leaf.bytes[content].allSatisfy(\.isMarkupSpace) {
            report(
                "this formula is empty", at: start..<close + 2,
                help: "write TeX between the dollars; for dollars as text write \\$")
            return
        }
        var end = close + 2
        var id: String?
        var brace = end
        while let space = byte(brace), space.isMarkupSpace { brace += 1 }
        if let (name, behind) = Identifier.braced(leaf.bytes, at: brace) {
            (id, end) = (name, behind)
        }
        let math = Math(tex: text(content), isDisplay: true, contentRange: leaf.fileRange(content), id: id)
        hide(start..<end, .node(.math(math)))
    }

    private func closingDollar(from start: Int) -> Int? {
        var index = start
        while let byte = byte(index) {
            switch byte {
            case UInt8(ascii: "$"): return index
            case UInt8(ascii: "\\"): index = textGroupEnd(at: index) ?? index + 2
            default: index += 1
            }
        }
        return nil
    }

    private func closingDollars(from start: Int) -> Int? {
        var index = start
        while let byte = byte(index) {
            switch byte {
            case UInt8(ascii: "$") where self.byte(index + 1) == UInt8(ascii: "$"): return index
            case UInt8(ascii: "\\"): index += 2
            default: index += 1
            }
        }
        return nil
    }

    /// The end of `\text{…}`, in which dollars are TeX's own. What is longer than 500 bytes is no such group, so that
    /// many groups that are never closed do not cost more than their number.
    private func textGroupEnd(at start: Int) -> Int? {
        guard
            leaf.bytes[start...].starts(with: #"\text{"#.utf8)
                || leaf.bytes[start...].starts(with: #"\mbox{"#.utf8)
        else {
            return nil
        }
        var depth = 0
        var index = start + 5
        while index - start < 500, let byte = byte(index) {
            switch byte {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\\"): index += 1
            default: break
            }
            index += 1
            if depth == 0 { return index }
        }
        return nil
    }
}
