import Diagnostics

/// The text that libcmark sees, line by line, with the place in the file where each line comes from.
///
/// It is the file without byte order marks at its start and with every line ended by LF; some extensions rewrite lines, so
/// that offsets in this text are not offsets in the file.
struct MappedText {
    /// One line, without its line ending.
    struct Line {
        /// The bytes of the line in this text.
        var range: Range<Int>
        /// Where the line's first byte stands in the file.
        let origin: Int
        /// In a rewritten line, how many bytes lie before the piece of the file that it holds.
        var prefixCount = 0
        /// Where the piece of the file starts in the file, less the bytes before it in this line.
        var pieceOrigin = 0
        /// In a rewritten line, how many bytes lie behind the piece.
        var suffixCount = 0
        /// The index of its role, if it has one.
        var role: Int?

        /// The offset in the file of an offset in this text.
        func fileOffset(_ offset: Int) -> Int {
            let column = offset - range.lowerBound
            if prefixCount == 0 { return origin + column }
            if column >= prefixCount { return pieceOrigin + column }
            // The marks may be another line's, and longer than this line's own.
            return min(origin + column, pieceOrigin + prefixCount)
        }
    }

    /// The text.
    private(set) var bytes: [UInt8] = []
    /// Its lines.
    private(set) var lines: [Line] = []
    /// What lines rewritten for an extension stand for, in order.
    private(set) var roles: [Scaffold] = []

    /// The text of a file.
    init(_ file: SourceFile) {
        // libcmark would drop one more, and its offsets would not be ours.
        var start = 0
        while file.bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
        guard !file.bytes.contains(0x0D) else {
            bytes.reserveCapacity(file.bytes.count)
            for number in 1...file.lineCount {
                let range = file.rangeOfLine(number)
                let line = file.bytes[max(range.lowerBound, start)..<max(range.upperBound, start)]
                append(line, origin: line.startIndex)
            }
            finish()
            return
        }
        bytes = start == 0 ? file.bytes : Array(file.bytes[start...])
        lines.reserveCapacity(file.lineCount)
        for number in 1...file.lineCount {
            let range = file.rangeOfLine(number)
            let lower = max(range.lowerBound, start)
            lines.append(Line(range: (lower - start)..<(max(range.upperBound, start) - start), origin: lower))
        }
    }

    /// An empty text, to be built line by line from another one.
    init(rewriting text: MappedText) {
        bytes.reserveCapacity(text.bytes.count + text.bytes.count / 4)
        lines.reserveCapacity(text.lines.count + text.lines.count / 2)
    }

    /// What a line stands for, if it is one that was rewritten.
    func role(ofLine line: Int) -> Scaffold? {
        lines[line].role.map { roles[$0] }
    }

    /// Appends a line of the file, or the rest of one, which starts at an offset of the file.
    mutating func append(_ line: ArraySlice<UInt8>, origin: Int) {
        let start = bytes.count
        bytes.append(contentsOf: line)
        lines.append(Line(range: start..<bytes.count, origin: origin))
        bytes.append(0x0A)
    }

    /// Appends a heading with a role: a piece of a line of another text, behind the marks of its containers.
    mutating func append(
        _ role: Scaffold, _ piece: Range<Int>, of source: MappedText, line number: Int, prefix: [UInt8]
    ) {
        let line = source.lines[number]
        let start = bytes.count
        bytes.append(contentsOf: prefix)
        bytes.append(contentsOf: piece.isEmpty ? "#".utf8 : "# ".utf8)
        let prefixCount = bytes.count - start
        bytes.append(contentsOf: source.bytes[piece])
        if !piece.isEmpty { bytes.append(contentsOf: " #".utf8) }
        lines.append(
            Line(
                range: start..<bytes.count, origin: line.origin, prefixCount: prefixCount,
                pieceOrigin: line.fileOffset(piece.lowerBound) - prefixCount,
                suffixCount: piece.isEmpty ? 0 : 2,
                role: roles.count))
        roles.append(role)
        bytes.append(0x0A)
    }

    /// Appends lines of another text as they are.
    mutating func append(lines numbers: Range<Int>, of source: MappedText) {
        guard let first = numbers.first, let last = numbers.last else { return }
        let start = source.lines[first].range.lowerBound
        let shift = bytes.count - start
        bytes.append(contentsOf: source.bytes[start..<source.lines[last].range.upperBound])
        bytes.append(0x0A)
        for var line in source.lines[numbers] {
            line.range = line.range.lowerBound + shift..<line.range.upperBound + shift
            if let role = line.role {
                line.role = roles.count
                roles.append(source.roles[role])
            }
            lines.append(line)
        }
    }

    /// Takes back the line ending behind the last line, which the file has only if that line is empty.
    mutating func finish() {
        if !bytes.isEmpty { bytes.removeLast() }
    }

    /// Hides bytes of one line from libcmark behind as many bytes of letters.
    ///
    /// The first letter is none of ASCII, so that nothing before it can take the letters for a tag or a reference.
    mutating func hide(_ range: Range<Int>) {
        for offset in range { bytes[offset] = UInt8(ascii: "x") }
        guard range.count > 1 else { return }
        bytes[range.lowerBound] = 0xC3
        bytes[range.lowerBound + 1] = 0x9F
    }

    /// The index of the line that an offset stands on.
    func line(of offset: Int) -> Int {
        lines.partitioningIndex { $0.range.lowerBound > offset } - 1
    }

    /// The offset in the file of an offset in this text.
    func fileOffset(_ offset: Int) -> Int {
        lines[line(of: offset)].fileOffset(offset)
    }
}
