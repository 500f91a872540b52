import Diagnostics

/// Reads the running text of one leaf, from left to right, once: CommonMark's algorithm, in which formulas, citations, footnote
/// marks, attributes and the expressions of `swift:` links are tokens of equal right.
///
/// 1. What starts first wins; the inside of code, raw HTML, formulas and destinations is not read.
/// 2. Stars and underscores are marks at first; a bracket that closes a link, and the end of the text, match those
///    within it (`InlineReader+Emphasis`).
/// 3. The list of nodes becomes the tree (`InlineReader+Tree`).
///
/// Each extension is in the file named after it.
struct InlineReader {
    /// What the reader has to know of the document.
    struct Context {
        let file: SourceFile
        let text: MarkdownText
        let dialect: Dialect
        let questions: Questions
    }

    let context: Context
    let leaf: Leaf
    /// Whether this is a cell of a table, where a bar is escaped even in code.
    let isCell: Bool
    /// The offset of the text that is read, and the one behind it.
    let start: Int
    let end: Int
    /// Whether the first line is the title of an alert, and the label at its end.
    var isAlertTitle = false
    var titleLabel: String?

    var scanner: InlineScanner
    var position: Int
    var draft = Draft()
    /// Runs of stars and underscores that may still open or close something; indices of each other.
    var runs: [DelimiterRun] = []
    var lastRun = Draft.none
    var brackets: [Bracket] = []
    /// Where the last token of an extension ends: to the marks behind it, it is a letter.
    var wordEnd = -1
    /// What is wrong.
    var diagnostics: [Diagnostic] = []
    /// The footnotes referred to.
    var footnoteReferences: [(label: String, range: Range<Int>)] = []
    /// Where displayed formulas start, in the text.
    var displays: [Int] = []
    /// Where a displayed formula starts that is not closed in this leaf.
    var unclosedDisplay: Int?
    /// How deep its text is nested.
    var depth = 0

    /// A reader of a leaf, from an offset to another.
    init(_ leaf: Leaf, from start: Int, to end: Int, isCell: Bool = false, in context: Context) {
        self.context = context
        self.leaf = leaf
        self.isCell = isCell
        position = start
        self.start = start
        var end = end
        while end > start, leaf.bytes[end - 1].isMarkupSpace { end -= 1 }
        self.end = end
        scanner = InlineScanner(end == leaf.bytes.count ? leaf.bytes : Array(leaf.bytes[..<end]))
    }

    /// Reads the text to its end.
    mutating func read() -> [InlineNode] {
        while position < end { readNext() }
        matchEmphasis(above: Draft.none)
        return tree()
    }

    private mutating func readNext() {
        switch scanner.bytes[position] {
        case UInt8(ascii: "\\"): readBackslash()
        case UInt8(ascii: "`"): readCodeSpan()
        case UInt8(ascii: "<"): readPointyBracket()
        case UInt8(ascii: "&"): readCharacterReference()
        case UInt8(ascii: "*"), UInt8(ascii: "_"): readDelimiterRun()
        case UInt8(ascii: "["):
            if context.dialect == .book, readFootnoteReference() || readCitation() { return }
            openBracket(at: position, isImage: false)
        case UInt8(ascii: "!"):
            if scanner.byte(position + 1) == UInt8(ascii: "["), !beginsWord(at: position + 1) {
                openBracket(at: position, isImage: true)
            } else {
                appendText(to: position + 1)
            }
        case UInt8(ascii: "]"): closeBracket()
        case 0x0A: readLineEnding()
        case UInt8(ascii: "$") where context.dialect == .book: readFormula()
        case UInt8(ascii: "@") where context.dialect == .book: readNarrativeCitation()
        case UInt8(ascii: "{") where context.dialect == .book: readAttribute()
        default: readText()
        }
    }

    /// Appends a token of an extension and passes over it.
    mutating func append(_ kind: InlineNode.Kind, _ range: Range<Int>) {
        draft.append(.node(kind), range)
        position = range.upperBound
        wordEnd = position
    }

    /// Appends text as it stands and passes over it.
    mutating func appendText(to end: Int) {
        draft.append(.literal(position..<end), position..<end)
        position = end
    }

    func text(_ range: Range<Int>) -> String { String(decoding: scanner.bytes[range], as: UTF8.self) }

    mutating func report(_ summary: String, at range: Range<Int>, help: String) {
        diagnostics.append(.error(summary, at: context.file.location(leaf.fileRange(range)), help: help))
    }
}

// MARK: - Text

extension InlineReader {
    /// Text up to the next byte that may mean something; white space before the end of a line is not part of it.
    private mutating func readText() {
        let start = position
        var next = position + 1
        scanner.bytes.withUnsafeBufferPointer { bytes in
            while next < end, !bytes[next].mayBeginToken { next += 1 }
        }
        var textEnd = next
        if next < end, scanner.bytes[next] == 0x0A {
            while textEnd > start, scanner.bytes[textEnd - 1].isMarkupSpace { textEnd -= 1 }
        }
        if textEnd > start { draft.append(.literal(start..<textEnd), start..<textEnd) }
        position = next
    }

    private mutating func readBackslash() {
        let start = position
        guard let next = scanner.byte(start + 1), next.isPunctuation else {
            guard scanner.byte(start + 1) == 0x0A else { return appendText(to: start + 1) }
            // The white space of the next line is text, unless the block's marks took it away.
            draft.append(.node(.hardBreak), start..<start + 2)
            position = start + 2
            return
        }
        draft.append(.literal(start + 1..<start + 2), start..<start + 2)
        position = start + 2
    }

    private mutating func readCharacterReference() {
        if let end = CharacterReference.end(scanner.bytes[...], at: position),
            let meaning = context.questions.character(of: scanner.bytes[position..<end])
        {
            draft.append(.decoded(meaning), position..<end)
            position = end
        } else {
            appendText(to: position + 1)
        }
    }

    private mutating func readLineEnding() {
        let lineEnd = position
        let bytes = scanner.bytes
        let isHard = lineEnd > 1 && bytes[lineEnd - 1] == 0x20 && bytes[lineEnd - 2] == 0x20
        var start = lineEnd
        let textEnd = draft.last == Draft.none ? 0 : draft[draft.last].range.upperBound
        while start > textEnd, bytes[start - 1].isMarkupSpace, bytes[start - 1] != 0x0A { start -= 1 }
        position += 1
        while position < end, bytes[position].isSpaceOrTab { position += 1 }
        draft.append(.node(isHard ? .hardBreak : .softBreak), start..<position)
    }
}

// MARK: - Code and HTML

extension InlineReader {
    private mutating func readCodeSpan() {
        let start = position
        let open = scanner.runEnd(at: start)
        guard let end = scanner.nextCodeSpanEnd(at: start) else { return appendText(to: open) }
        let code = code(open..<end - (open - start))
        position = end
        let language = context.dialect == .book ? readLanguage() : nil
        draft.append(.node(.code(code, language: language)), start..<position)
        if language != nil { wordEnd = position }
    }

    /// What a code span says: line endings are spaces, and one space at both ends is left out.
    private func code(_ range: Range<Int>) -> String {
        var code = scanner.bytes[range].map { $0 == 0x0A ? 0x20 : $0 }
        if code.contains(where: { $0 != 0x20 }), code.first == 0x20, code.last == 0x20 {
            code.removeFirst()
            code.removeLast()
        }
        guard isCell else { return String(decoding: code, as: UTF8.self) }
        var unescaped: [UInt8] = []
        for byte in code {
            if byte == UInt8(ascii: "|"), unescaped.last == UInt8(ascii: "\\") { unescaped.removeLast() }
            unescaped.append(byte)
        }
        return String(decoding: unescaped, as: UTF8.self)
    }

    private mutating func readPointyBracket() {
        let start = position
        if let end = scanner.addressEnd(at: start) ?? scanner.mailAddressEnd(at: start) {
            let isMail = scanner.addressEnd(at: start) == nil
            let address = decodingReferences(scanner.bytes[start + 1..<end])
            let text = String(decoding: address, as: UTF8.self)
            let content = InlineNode(.text(text), range: leaf.fileRange(start + 1..<end))
            let link = Link(
                destination: isMail ? "mailto:" + text : text, destinationRange: nil, title: "",
                content: [content], contentRange: nil)
            draft.append(.node(.link(link)), start..<end + 1)
            position = end + 1
        } else if let end = scanner.htmlEnd(at: start) {
            draft.append(.node(.html(text(start..<end))), start..<end)
            position = end
        } else {
            appendText(to: start + 1)
        }
    }
}
