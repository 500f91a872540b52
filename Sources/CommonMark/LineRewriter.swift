/// A text in the making: another text with some of its lines replaced.
struct LineRewriter {
    let source: MappedText
    private var output: MappedText
    /// The first line of the source that is neither copied nor replaced.
    private var next = 0

    init(_ source: MappedText) {
        self.source = source
        output = MappedText(rewriting: source)
    }

    /// Copies the lines before some lines and leaves these out; what is appended next stands in their place.
    mutating func replace(_ lines: Range<Int>) {
        output.append(lines: next..<lines.lowerBound, of: source)
        next = lines.upperBound
    }

    /// Appends lines of the source as they are.
    mutating func append(lines: Range<Int>) {
        output.append(lines: lines, of: source)
    }

    /// Appends what is left of a line of the source.
    mutating func append(rest: LineCursor, ofLine number: Int) {
        let line = source.lines[number]
        output.append(
            source.bytes[rest.offset..<line.range.upperBound], origin: line.fileOffset(rest.offset))
    }

    /// Appends a heading with a role: a piece of a line of the source, behind the marks of its containers.
    mutating func append(_ role: Scaffold, _ piece: Range<Int>, ofLine line: Int, prefix: [UInt8] = []) {
        output.append(role, piece, of: source, line: line, prefix: prefix)
    }

    /// The text: the source itself if nothing was replaced.
    mutating func finish() -> MappedText {
        if next == 0 { return source }
        replace(source.lines.count..<source.lines.count)
        output.finish()
        return output
    }
}
