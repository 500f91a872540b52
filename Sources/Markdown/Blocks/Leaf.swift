/// The running text of one paragraph, heading or cell: its lines without the marks of lists and quotes before them,
/// joined by LF, and the place of every byte in the file.
struct Leaf {
    /// A stretch of one line.
    struct Piece {
        /// Where it starts in this text.
        let start: Int
        /// Its bytes in the text of the file, without line ending.
        let source: Range<Int>
        /// Where it starts in the file.
        let origin: Int
        /// Where the white space before it starts that is no container's, in the text of the file.
        let margin: Int
        /// Whether the line has the marks of all containers; a paragraph's line may leave them out.
        let isComplete: Bool
    }

    /// The text; it ends with LF.
    private(set) var bytes: [UInt8] = []
    /// Its lines, in order.
    private(set) var pieces: [Piece] = []
    /// The lines, from 0.
    private(set) var lines: ClosedRange<Int>
    /// Where the text starts, behind definitions of link labels.
    private(set) var contentStart = 0

    /// The text of a paragraph, or of a heading with a line below it.
    init(paragraph node: BlockTree.Node, of text: MarkdownText, path: ContainerPath) {
        let isHeading = if case .heading = node.kind { true } else { false }
        lines = node.line...max(node.line, min(node.lastLine, text.lines.count - 1))
        let start = text.offset(of: node)
        bytes.reserveCapacity(text.lines[lines.upperBound].range.upperBound - start + 1)
        append(text, line: node.line, from: start, margin: start, isComplete: true)
        for line in lines.dropFirst() {
            // What looks like an underline behind nothing but definitions is text.
            if isHeading, text.isUnderline(line, path: path), definitionsEnd < bytes.count {
                lines = lines.lowerBound...line
                break
            }
            append(text, line: line, path: path)
        }
        contentStart = definitionsEnd
    }

    /// The text of a heading that starts with number signs; those that may close it are left out.
    init(heading node: BlockTree.Node, level: Int, of text: MarkdownText) {
        lines = node.line...node.line
        let line = text.lines[node.line].range
        var start = text.offset(of: node) + level
        while start < line.upperBound, text.bytes[start].isSpaceOrTab { start += 1 }
        var end = line.upperBound
        while end > line.lowerBound, text.bytes[end - 1].isMarkupSpace { end -= 1 }
        var signs = end
        while signs > line.lowerBound, text.bytes[signs - 1] == UInt8(ascii: "#") { signs -= 1 }
        if signs > line.lowerBound, text.bytes[signs - 1].isSpaceOrTab { end = signs }
        append(text, line: node.line, from: start, margin: start, to: max(start, end), isComplete: true)
    }

    /// A piece of one line: a cell, the summary of details.
    init(_ piece: Range<Int>, ofLine line: Int, of text: MarkdownText) {
        lines = line...line
        append(
            text, line: line, from: piece.lowerBound, margin: piece.lowerBound, to: piece.upperBound,
            isComplete: true)
    }

    /// Some lines of another leaf.
    init(_ leaf: Leaf, lines numbers: Range<Int>) {
        let first = leaf.pieces[numbers.lowerBound]
        lines = leaf.lines.lowerBound + numbers.lowerBound...leaf.lines.lowerBound + numbers.upperBound - 1
        let end =
            numbers.upperBound < leaf.pieces.count ? leaf.pieces[numbers.upperBound].start : leaf.bytes.count
        bytes = Array(leaf.bytes[first.start..<end])
        pieces = leaf.pieces[numbers].map { piece in
            Piece(
                start: piece.start - first.start, source: piece.source, origin: piece.origin,
                margin: piece.margin, isComplete: piece.isComplete)
        }
        contentStart = max(0, leaf.contentStart - first.start)
    }

    /// Appends a further line, which stands in the same containers.
    private mutating func append(_ text: MarkdownText, line: Int, path: ContainerPath) {
        var (cursor, isComplete) = path.strip(text, line: line)
        var margin = cursor.offset
        // libcmark keeps the white space of a line that leaves out marks of its containers.
        if isComplete {
            let isInsideTab = cursor.isInsideTab
            cursor.skipSpace()
            if isInsideTab { margin = cursor.offset }
        } else if cursor.isInsideTab {
            pieces.append(
                Piece(
                    start: bytes.count, source: margin..<margin, origin: text.lines[line].fileOffset(margin),
                    margin: margin, isComplete: isComplete))
            while cursor.isInsideTab {
                bytes.append(0x20)
                cursor.advance(columns: 1)
            }
        }
        append(text, line: line, from: cursor.offset, margin: margin, isComplete: isComplete)
    }

    private mutating func append(
        _ text: MarkdownText, line number: Int, from start: Int, margin: Int, to end: Int? = nil,
        isComplete: Bool
    ) {
        let line = text.lines[number]
        let source = start..<max(start, end ?? line.range.upperBound)
        pieces.append(
            Piece(
                start: bytes.count, source: source, origin: line.fileOffset(start), margin: margin,
                isComplete: isComplete))
        bytes.append(contentsOf: text.bytes[source])
        bytes.append(0x0A)
    }

    /// The offset in the file of an offset in this text.
    func fileOffset(_ offset: Int) -> Int {
        let piece = pieces.count == 1 ? pieces[0] : pieces[pieces.partitioningIndex { $0.start > offset } - 1]
        // The columns of a tab that is partly used up are several bytes here and none of their own in the file.
        return piece.origin + min(offset - piece.start, piece.source.count)
    }

    /// The bytes in the file that a range of this text stands on, what lies between its lines included.
    func fileRange(_ range: Range<Int>) -> Range<Int> {
        let start = fileOffset(range.lowerBound)
        return start..<(range.isEmpty ? start : fileOffset(range.upperBound - 1) + 1)
    }

    /// What a range says, with the white space that its lines begin with.
    func indentedText(_ range: Range<Int>, of text: MarkdownText) -> String {
        var result = Array(bytes[range])
        for piece in pieces.reversed() where range.contains(piece.start) && piece.start > range.lowerBound {
            result.insert(
                contentsOf: text.bytes[piece.margin..<piece.source.lowerBound],
                at: piece.start - range.lowerBound)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The offset behind the link label definitions that a paragraph may start with.
    private var definitionsEnd: Int {
        var start = 0
        while start < bytes.count, let end = LinkSyntax.definition(bytes, at: start) { start = end }
        return start
    }
}

extension MarkdownText {
    /// Whether a heading starts with number signs rather than being underlined.
    func isMarkedHeading(_ node: BlockTree.Node, level: Int) -> Bool {
        let start = offset(of: node)
        let line = lines[node.line].range
        let end = start + level
        guard end <= line.upperBound, bytes[start..<end].allSatisfy({ $0 == UInt8(ascii: "#") }) else {
            return false
        }
        return end == line.upperBound || bytes[end].isSpaceOrTab
    }

    /// Whether a line underlines a heading.
    fileprivate func isUnderline(_ line: Int, path: ContainerPath) -> Bool {
        var (cursor, isComplete) = path.strip(self, line: line)
        guard isComplete, cursor.indentation.columns < 4 else { return false }
        cursor.skipSpace()
        guard let mark = cursor.next, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else {
            return false
        }
        while cursor.next == mark { cursor.advance(columns: 1) }
        return cursor.isBlank
    }
}
