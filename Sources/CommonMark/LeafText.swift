/// The running text of one paragraph or heading: its lines without the marks of lists and quotes before them,
/// joined by LF, and the place of every byte in the file.
struct LeafText {
    /// A stretch of one line.
    struct Piece {
        /// Where it starts in this text.
        let start: Int
        /// Its bytes in the text that libcmark sees, without line ending.
        let source: Range<Int>
        /// Where it starts in the file.
        let origin: Int
        /// Whether the line has the marks of all containers; a paragraph's line may leave them out.
        let isComplete: Bool
    }

    /// The text; it ends with LF.
    private(set) var bytes: [UInt8] = []
    /// Its lines, in order.
    private(set) var pieces: [Piece] = []
    /// The lines, from 0.
    private(set) var lines: ClosedRange<Int>
    /// The level of a heading that starts with number signs.
    let isMarkedHeading: Bool

    /// The text of a paragraph or heading of the tree.
    ///
    /// libcmark drops the indentation of a paragraph's lines; `keepsIndentation` keeps it, as math wants it.
    init(_ node: SyntaxTree.Node, of text: MappedText, path: ContainerPath, keepsIndentation: Bool = false) {
        let first = node.line - 1
        var start = text.lines[first].range.lowerBound + node.column - 1
        let end = text.lines[first].range.upperBound
        if case .heading(let level) = node.kind, text.isMarked(start..<end, level: level) {
            isMarkedHeading = true
            lines = first...first
            start += level
            while start < end, text.bytes[start].isSpaceOrTab { start += 1 }
            bytes.reserveCapacity(end - start + 1)
            append(text, line: first, from: start, isComplete: true)
            return
        }
        isMarkedHeading = false
        lines = first...max(first, min(node.endLine - 1, text.lines.count - 1))
        bytes.reserveCapacity(text.end(of: node) - start + 1)
        pieces.reserveCapacity(lines.count)
        append(text, line: first, from: start, isComplete: true)
        for line in lines.dropFirst() {
            // What looks like an underline behind nothing but definitions is text.
            if case .heading = node.kind, text.isUnderline(line, path: path), contentStart < bytes.count {
                lines = first...line
                break
            }
            append(text, line: line, path: path, keepsIndentation: keepsIndentation)
        }
    }

    /// A piece of one line: the summary of details.
    init(_ piece: Range<Int>, of text: MappedText) {
        let line = text.line(of: piece.lowerBound)
        isMarkedHeading = true
        lines = line...line
        pieces = [
            Piece(
                start: 0, source: piece, origin: text.lines[line].fileOffset(piece.lowerBound),
                isComplete: true)
        ]
        bytes = text.bytes[piece] + [0x0A]
    }

    /// Appends a further line, which stands in the same containers.
    mutating func append(_ text: MappedText, line: Int, path: ContainerPath, keepsIndentation: Bool) {
        lines = lines.lowerBound...max(lines.upperBound, line)
        var (cursor, isComplete) = path.strip(text, line: line)
        // libcmark keeps the white space of a line that leaves out marks of its containers.
        if isComplete && !keepsIndentation || isComplete && cursor.isInsideTab {
            cursor.skipSpace()
        } else if cursor.isInsideTab {
            let offset = cursor.offset
            pieces.append(
                Piece(
                    start: bytes.count, source: offset..<offset, origin: text.lines[line].fileOffset(offset),
                    isComplete: isComplete))
            while cursor.isInsideTab {
                bytes.append(0x20)
                cursor.advance(columns: 1)
            }
        }
        append(text, line: line, from: cursor.offset, isComplete: isComplete)
    }

    private mutating func append(_ text: MappedText, line number: Int, from start: Int, isComplete: Bool) {
        let line = text.lines[number]
        let source = start..<max(start, line.range.upperBound - line.suffixCount)
        pieces.append(
            Piece(start: bytes.count, source: source, origin: line.fileOffset(start), isComplete: isComplete))
        bytes.append(contentsOf: text.bytes[source])
        bytes.append(0x0A)
    }

    /// The offset in the file of an offset in this text.
    func fileOffset(_ offset: Int) -> Int {
        let piece = pieces[pieces.partitioningIndex { $0.start > offset } - 1]
        // The columns of a tab that is partly used up are several bytes here and none of their own in the file.
        return piece.origin + min(offset - piece.start, piece.source.count)
    }

    /// The bytes in the file that a range of this text stands on, what lies between its lines included.
    func fileRange(_ range: Range<Int>) -> Range<Int> {
        let start = fileOffset(range.lowerBound)
        return start..<(range.isEmpty ? start : fileOffset(range.upperBound - 1) + 1)
    }

    /// The offset in this text of an offset in the file, if that stands in it.
    func offset(ofFile offset: Int) -> Int? {
        let index = pieces.partitioningIndex { $0.origin > offset } - 1
        guard index >= 0, offset - pieces[index].origin <= pieces[index].source.count else { return nil }
        return offset - pieces[index].origin + pieces[index].start
    }

    /// The bytes that a range of this text stands on in the text that libcmark sees, line by line.
    func sources(of range: Range<Int>) -> [Range<Int>] {
        let first = pieces.partitioningIndex { $0.start > range.lowerBound } - 1
        return pieces[first...].prefix { $0.start < range.upperBound }.compactMap { piece in
            let lower = max(range.lowerBound, piece.start)
            let upper = min(range.upperBound, piece.start + piece.source.count)
            guard lower < upper else { return nil }
            let shift = piece.source.lowerBound - piece.start
            return lower + shift..<upper + shift
        }
    }

    /// The offset behind the link reference definitions that a paragraph may start with.
    var contentStart: Int {
        var start = 0
        while start < bytes.count, let end = LinkSyntax.definition(bytes, at: start) { start = end }
        return start
    }
}

extension MappedText {
    /// Whether a heading starts with number signs rather than being underlined.
    fileprivate func isMarked(_ line: Range<Int>, level: Int) -> Bool {
        let end = line.lowerBound + level
        guard end <= line.upperBound, bytes[line.lowerBound..<end].allSatisfy({ $0 == UInt8(ascii: "#") })
        else {
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
