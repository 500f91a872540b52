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

    var position: Int
    /// What is to be hidden, as ranges of the leaf's text.
    var found: [(range: Range<Int>, mask: Mask)] = []
    var diagnostics: [Diagnostic] = []
    /// Where a display formula starts that is not closed in this text.
    var unclosedDisplay: Int?
    var codeSpans: CodeSpanFinder
    var html: InlineHTML

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

    var trailingID: (range: Range<Int>, id: String)?

    func byte(_ offset: Int) -> UInt8? { offset < leaf.bytes.count ? leaf.bytes[offset] : nil }

    func text(_ range: Range<Int>) -> String { String(decoding: leaf.bytes[range], as: UTF8.self) }

    mutating func hide(_ range: Range<Int>, _ kind: Mask.Kind) {
        found.append((range, Mask(range: leaf.fileRange(range), kind: kind)))
        position = range.upperBound
    }

    mutating func report(_ summary: String, at range: Range<Int>, help: String) {
        diagnostics.append(.error(summary, at: file.location(leaf.fileRange(range)), help: help))
    }
}

// MARK: - Code, links, attributes

extension MaskScanner {
    mutating func scanCodeSpan() {
        let start = position
        guard let end = codeSpans.end(at: start) else {
            while byte(position) == UInt8(ascii: "`") { position += 1 }
            return
        }
        position = end
    }

    /// Passes over the destination of a link; hides that of a link to Swift, where `<` and `>` may stand.
    mutating func scanTail() {
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

    mutating func scanAttribute() {
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
    mutating func scanBlockID() -> Int {
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

    mutating func scanAlert() {
        guard leaf.bytes[position...].starts(with: "[!".utf8) else { return }
        var end = position + 2
        while let letter = byte(end), letter.isLetter || letter == UInt8(ascii: "-") { end += 1 }
        guard end > position + 2, byte(end) == UInt8(ascii: "]"), let next = byte(end + 1) else { return }
        guard next.isMarkupSpace else {
            // Brackets, parentheses and a colon would make it a link.
            if !"[(:".utf8.contains(next) {
                let marker = position..<end + 1
                report(
                    "an alert's marker stands apart from its text", at: marker,
                    help: "write > \(text(marker)), then a space or a new line; "
                        + "for the brackets as text write \\\(text(marker))")
            }
            return
        }
        hide(position..<end + 1, .alert(text(position + 2..<end).uppercased()))
    }
}
