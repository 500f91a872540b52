import Diagnostics

/// Writes the definitions of footnotes as list items, so that libcmark finds the blocks in them.
///
/// A definition starts at the left margin with `[^label]:`; lines indented by four columns go on with it, empty lines
/// between them included, and so does a paragraph's next line that is not indented. That is what CommonMark says of an
/// item whose text starts in the fifth column: `[^label]:` becomes `10. `, and nothing else changes.
struct FootnoteLines {
    private let file: SourceFile
    private let source: MarkdownText
    private var output: MarkdownText
    private var misplaced: [Misplaced] = []

    /// A definition that stands where none may.
    struct Misplaced {
        let label: String
        let diagnostic: Diagnostic
    }

    private init(_ source: MarkdownText, of file: SourceFile) {
        self.file = file
        self.source = source
        output = MarkdownText(rewriting: source)
    }

    /// The text with its definitions as list items; the text itself if it has none.
    static func rewrite(
        _ text: MarkdownText, of file: SourceFile
    ) -> (text: MarkdownText, misplaced: [Misplaced]) {
        guard text.bytes.contains("[^") else { return (text, []) }
        var lines = FootnoteLines(text, of: file)
        lines.run()
        return (lines.output, lines.misplaced)
    }

    private mutating func run() {
        var kinds = LineKinds()
        var last: Int?
        for (number, line) in source.lines.enumerated() {
            if let end = last, number > end {
                output.separate(before: line, of: source)
                last = nil
            }
            let before = kinds
            let kind = kinds.next(number, of: source)
            guard kind.kind == .text, let label = label(from: kind.content, of: line) else {
                output.append(line, of: source)
                continue
            }
            guard isAtMargin(kind.content, of: line) else {
                refuse(label, of: line)
                output.append(line, of: source)
                continue
            }
            output.separate(before: line, of: source)
            var rest = label.upperBound + 2
            while rest < line.range.upperBound, source.bytes[rest].isSpaceOrTab { rest += 1 }
            output.append("10. ", from: kind.content, before: rest, of: line, in: source, as: .footnote)
            last = lastLine(from: number, content: rest)
            kinds = before
            _ = kinds.next(output.lines.count - 1, of: output)
        }
        output.finish()
    }

    /// The label that stands between `[^` and `]:` at an offset of a line.
    private func label(from start: Int, of line: MarkdownText.Line) -> Range<Int>? {
        let bytes = source.bytes
        guard start + 1 < line.range.upperBound, bytes[start] == UInt8(ascii: "["),
            bytes[start + 1] == UInt8(ascii: "^"),
            let end = Identifier.footnoteLabelEnd(bytes, at: start + 2), end + 1 < line.range.upperBound,
            bytes[end + 1] == UInt8(ascii: ":")
        else { return nil }
        return start + 2..<end
    }

    private func isAtMargin(_ start: Int, of line: MarkdownText.Line) -> Bool {
        start - line.range.lowerBound <= 3
            && source.bytes[line.range.lowerBound..<start].allSatisfy { $0 == 0x20 }
    }

    private mutating func refuse(_ label: Range<Int>, of line: MarkdownText.Line) {
        let range = line.fileOffset(label.lowerBound - 2)..<line.fileOffset(label.upperBound + 2)
        let diagnostic = Diagnostic.error(
            "a footnote is defined inside another block", at: file.location(range),
            help: "move the definition to the left margin; a footnote may not stand in a list or quote")
        misplaced.append(
            Misplaced(label: String(decoding: source.bytes[label], as: UTF8.self), diagnostic: diagnostic))
    }

    /// The last line of the definition that starts on a line.
    private func lastLine(from first: Int, content: Int) -> Int {
        var last = first
        var fence = fenceMark(source.rest(ofLine: first, from: content))
        for number in (first + 1)..<max(source.lines.count, first + 1) {
            let cursor = LineCursor(source, line: number)
            let (columns, offset) = cursor.indentation
            if cursor.isBlank { continue }
            let rest = source.rest(ofLine: number, from: offset)
            guard columns >= 4 || last == number - 1 && fence == nil && !startsBlock(rest) else { break }
            last = number
            if let mark = fenceMark(rest) { fence = fence == nil ? mark : fence == mark ? nil : fence }
        }
        return last
    }

    private func fenceMark(_ line: ArraySlice<UInt8>) -> UInt8? {
        line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) ? line.first : nil
    }

    /// Whether a line that is not indented cannot go on with a paragraph. If this is not quite what libcmark finds, the
    /// paragraph ends a line earlier or later.
    private func startsBlock(_ line: ArraySlice<UInt8>) -> Bool {
        switch line.first {
        case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "-"),
            UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "="):
            true
        case UInt8(ascii: "["): line.dropFirst().first == UInt8(ascii: "^")
        case UInt8(ascii: "$"): line.dropFirst().first == UInt8(ascii: "$")
        default: false
        }
    }
}

extension MarkdownText {
    /// Appends a comment, which ends every list and paragraph, unless the line before is one already.
    fileprivate mutating func separate(before line: Line, of source: MarkdownText) {
        if lines.last?.role == .separator { return }
        let start = line.range.lowerBound
        append("<!---->", from: start, before: start, of: line.emptied, in: source, as: .separator)
    }
}

extension MarkdownText.Line {
    /// The start of the line alone.
    fileprivate var emptied: Self {
        var line = self
        line.range = range.lowerBound..<range.lowerBound
        return line
    }
}
