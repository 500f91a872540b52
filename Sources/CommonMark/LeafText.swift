/// The running text of one paragraph or heading: its lines without the marks of lists and quotes before them,
/// joined by LF, and the place of every byte in the file.
struct LeafText {
    private struct Piece {
        let start: Int
        let origin: Int
    }

    /// The text; it ends with LF.
    private(set) var bytes: [UInt8] = []
    private var pieces: [Piece] = []

    /// The text of a paragraph or underlined heading that starts at an offset of a line.
    init(_ text: MappedText, lines: ClosedRange<Int>, start: Int, path: ContainerPath) {
        append(text, line: lines.lowerBound, from: start)
        for line in lines.dropFirst() {
            var (cursor, isComplete) = path.strip(text, line: line)
            // libcmark keeps the white space of a line that leaves out marks of its containers.
            if isComplete { cursor.skipSpace() }
            if cursor.isInsideTab {
                pieces.append(Piece(start: bytes.count, origin: text.lines[line].fileOffset(cursor.offset)))
                while cursor.isInsideTab {
                    bytes.append(0x20)
                    cursor.advance(columns: 1)
                }
            }
            append(text, line: line, from: cursor.offset)
        }
    }

    private mutating func append(_ text: MappedText, line number: Int, from start: Int) {
        let line = text.lines[number]
        pieces.append(Piece(start: bytes.count, origin: line.fileOffset(start)))
        bytes.append(contentsOf: text.bytes[start..<line.range.upperBound])
        bytes.append(0x0A)
    }

    /// The offset in the file of an offset in this text.
    func fileOffset(_ offset: Int) -> Int {
        let piece = pieces[pieces.partitioningIndex { $0.start > offset } - 1]
        return offset - piece.start + piece.origin
    }

    /// The bytes in the file that a range of this text stands on, what lies between its lines included.
    func fileRange(_ range: Range<Int>) -> Range<Int> {
        let start = fileOffset(range.lowerBound)
        return start..<(range.isEmpty ? start : fileOffset(range.upperBound - 1) + 1)
    }

    /// The offset in this text of an offset in the file that stands in it.
    func offset(ofFile offset: Int) -> Int {
        let piece = pieces[max(pieces.partitioningIndex { $0.origin > offset } - 1, 0)]
        return offset - piece.origin + piece.start
    }
}

extension RandomAccessCollection {
    /// The first index whose element satisfies a predicate that holds for a tail of the collection.
    func partitioningIndex(where isInTail: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if isInTail(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
