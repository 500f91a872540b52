import Diagnostics

/// Rewrites footnote definitions so that libcmark parses what they say.
///
/// A definition starts at the left margin with `[^label]:`; lines indented by four columns go on with it, empty
/// lines between them included, and so does a paragraph's next line that is not indented.
struct FootnoteDefinitions {
    let file: SourceFile
    let text: MappedText
    /// For each line whether it is code or HTML, where nothing is defined; nil if it is not known.
    let isOpaque: [Bool]?

    private(set) var diagnostics: [Diagnostic] = []
    private var labels: Set<String> = []

    init(file: SourceFile, text: MappedText, isOpaque: [Bool]?) {
        self.file = file
        self.text = text
        self.isOpaque = isOpaque
    }

    /// Whether a text may have definitions at all.
    static func mayOccur(in text: MappedText) -> Bool {
        text.bytes.withUnsafeBufferPointer { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                if byte == UInt8(ascii: "^"), previous == UInt8(ascii: "[") { return true }
                previous = byte
            }
            return false
        }
    }

    /// The text with each definition's lines between two headings that stand for its start and end.
    mutating func rewrite() -> MappedText {
        var output = LineRewriter(text)
        var line = 0
        while line < text.lines.count {
            if isOpaque?[line] != true, let label = label(on: line) {
                line = rewrite(label, from: line, to: &output)
            } else {
                line += 1
            }
        }
        return output.finish()
    }

    /// The label on a line that starts a definition, in the text.
    private mutating func label(on number: Int) -> Range<Int>? {
        let line = text.lines[number].range
        var start = line.lowerBound
        while start < line.upperBound, text.bytes[start].isContainerMark { start += 1 }
        guard start + 1 < line.upperBound, text.bytes[start] == UInt8(ascii: "["),
            text.bytes[start + 1] == UInt8(ascii: "^"),
            let end = Identifier.footnoteLabelEnd(text.bytes, at: start + 2), end + 1 < line.upperBound,
            text.bytes[end + 1] == UInt8(ascii: ":")
        else { return nil }
        if start - line.lowerBound > 3 || !text.bytes[line.lowerBound..<start].allSatisfy({ $0 == 0x20 }) {
            diagnostics.append(
                .error(
                    "a footnote is defined inside another block",
                    at: file.location(fileRange(start..<end + 2, line: number)),
                    help:
                        "move the definition to the left margin; a footnote may not stand in a list or quote")
            )
            return nil
        }
        return start + 2..<end
    }

    private mutating func rewrite(_ label: Range<Int>, from first: Int, to output: inout LineRewriter) -> Int
    {
        let last = lastLine(of: first, contentStart: label.upperBound + 2)
        let name = String(decoding: text.bytes[label], as: UTF8.self)
        if !labels.insert(name).inserted {
            diagnostics.append(
                .error(
                    "the footnote \(name) is defined twice",
                    at: file.location(fileRange(label.lowerBound - 2..<label.upperBound + 2, line: first)),
                    help: "give one of them another label"))
        }
        let start = label.lowerBound - 2
        let range =
            text.lines[first].fileOffset(
                start)..<text.lines[last].fileOffset(text.lines[last].range.upperBound)
        output.replace(first..<last + 1)
        output.append(.footnote(label: name, range: range), start..<start, ofLine: first)
        var cursor = LineCursor(text, line: first)
        cursor.advance(to: label.upperBound + 2)
        cursor.skipSpace()
        output.append(rest: cursor, ofLine: first)
        for number in first + 1..<last + 1 {
            var cursor = LineCursor(text, line: number)
            cursor.advance(columns: min(4, cursor.indentation.columns))
            output.append(rest: cursor, ofLine: number)
        }
        let end = text.lines[last].range.upperBound
        output.append(.footnoteEnd, end..<end, ofLine: last)
        return last + 1
    }

    private func lastLine(of first: Int, contentStart: Int) -> Int {
        var last = first
        var number = first + 1
        var fence = fenceMark(
            text.bytes[contentStart..<text.lines[first].range.upperBound].trimmingMarkupSpace)
        while number < text.lines.count {
            var cursor = LineCursor(text, line: number)
            if !cursor.isBlank {
                let isIndented = cursor.indentation.columns >= 4
                guard isIndented || last == number - 1 && fence == nil && !startsBlock(cursor) else { break }
                last = number
                cursor.skipSpace()
                if let mark = fenceMark(text.bytes[cursor.offset..<text.lines[number].range.upperBound]) {
                    fence = fence == nil ? mark : fence == mark ? nil : fence
                }
            }
            number += 1
        }
        return last
    }

    private func fenceMark(_ line: ArraySlice<UInt8>) -> UInt8? {
        line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) ? line.first : nil
    }

    /// Whether a line that is not indented cannot go on with a paragraph.
    private func startsBlock(_ cursor: LineCursor) -> Bool {
        let line = text.bytes[cursor.indentation.offset...]
        switch line.first {
        case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "-"),
            UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "="):
            return true
        case UInt8(ascii: "["): return line.dropFirst().first == UInt8(ascii: "^")
        case UInt8(ascii: "$"): return line.dropFirst().first == UInt8(ascii: "$")
        default: return false
        }
    }

    private func fileRange(_ range: Range<Int>, line: Int) -> Range<Int> {
        text.lines[line].fileOffset(range.lowerBound)..<text.lines[line].fileOffset(range.upperBound)
    }
}

extension UInt8 {
    /// White space and what quotes and list items start with.
    fileprivate var isContainerMark: Bool {
        switch self {
        case 0x20, 0x09, 0x30...0x39, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"):
            true
        default: false
        }
    }
}
