import Diagnostics

/// The text that libcmark reads, line by line, with the place in the file where each line comes from.
///
/// It is the file without byte order marks at its start and with every line ended by LF. The first line of a footnote's
/// definition begins with other marks than in the file, and lines that the file does not have stand around it.
struct MarkdownText {
    /// One line, without its line ending.
    struct Line {
        /// The bytes of the line in this text.
        var range: Range<Int>
        /// Where the bytes behind ``replacedCount`` start in the file.
        let origin: Int
        /// How many bytes at the start of the line stand for others of the file.
        var replacedCount = 0
        /// Where what they stand for starts in the file.
        var replacedOrigin = 0
        /// What the line is, if it is not a line of the file as it stands.
        var role = Role.asWritten

        /// The offset in the file of an offset in this text.
        func fileOffset(_ offset: Int) -> Int {
            let column = offset - range.lowerBound
            return column < replacedCount
                ? min(replacedOrigin + column, origin) : origin + column - replacedCount
        }

        /// Where the line starts in the file.
        var fileStart: Int { replacedCount == 0 ? origin : replacedOrigin }
    }

    /// What a line is.
    enum Role {
        /// A line of the file.
        case asWritten
        /// The first line of a footnote's definition, written as a list item whose text starts where its own does.
        case footnote
        /// A comment, so that no list goes on in a footnote and no footnote in a list.
        case separator
    }

    /// The text.
    private(set) var bytes: [UInt8] = []
    /// Its lines.
    private(set) var lines: [Line] = []

    /// The text of a file.
    init(_ file: SourceFile) {
        // libcmark would drop one more, and its offsets would not be ours.
        var start = 0
        while file.bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
        lines.reserveCapacity(file.lineCount)
        guard !file.bytes.contains(0x0D) else {
            bytes.reserveCapacity(file.bytes.count)
            for number in 1...file.lineCount {
                let range = file.rangeOfLine(number)
                append(file.bytes[max(range.lowerBound, start)..<max(range.upperBound, start)])
            }
            finish()
            return
        }
        bytes = start == 0 ? file.bytes : Array(file.bytes[start...])
        for number in 1...file.lineCount {
            let range = file.rangeOfLine(number)
            let lower = max(range.lowerBound, start)
            lines.append(Line(range: (lower - start)..<(max(range.upperBound, start) - start), origin: lower))
        }
    }

    /// An empty text, to be made of the lines of another one.
    init(rewriting text: MarkdownText) {
        bytes.reserveCapacity(text.bytes.count + text.bytes.count / 8)
        lines.reserveCapacity(text.lines.count + text.lines.count / 8)
    }

    /// Appends a line of the file, which starts where it does in the file.
    private mutating func append(_ line: ArraySlice<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: line)
        lines.append(Line(range: start..<bytes.count, origin: line.startIndex))
        bytes.append(0x0A)
    }

    /// Appends a line of another text as it is.
    mutating func append(_ line: Line, of source: MarkdownText) {
        var copy = line
        copy.range = bytes.count..<bytes.count + line.range.count
        bytes.append(contentsOf: source.bytes[line.range])
        lines.append(copy)
        bytes.append(0x0A)
    }

    /// Appends a line of another text with marks in place of what stands before an offset of it.
    mutating func append(
        _ marks: String, from start: Int, before end: Int, of line: Line, in source: MarkdownText,
        as role: Role
    ) {
        let lower = bytes.count
        bytes.append(contentsOf: marks.utf8)
        bytes.append(contentsOf: source.bytes[end..<max(end, line.range.upperBound)])
        lines.append(
            Line(
                range: lower..<bytes.count, origin: line.fileOffset(end), replacedCount: marks.utf8.count,
                replacedOrigin: line.fileOffset(start), role: role))
        bytes.append(0x0A)
    }

    /// Takes back the line ending behind the last line, which the file has only if that line is empty.
    mutating func finish() {
        if !bytes.isEmpty { bytes.removeLast() }
    }

    /// The index of the line that an offset stands on.
    func line(of offset: Int) -> Int {
        lines.partitioningIndex { $0.range.lowerBound > offset } - 1
    }

    /// The offset in the file of an offset in this text.
    func fileOffset(_ offset: Int) -> Int {
        lines[line(of: offset)].fileOffset(offset)
    }

    /// The bytes of a line from an offset to its end.
    func rest(ofLine number: Int, from offset: Int) -> ArraySlice<UInt8> {
        let end = lines[number].range.upperBound
        return bytes[min(offset, end)..<end]
    }
}
