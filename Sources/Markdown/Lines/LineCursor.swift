/// A place in a line that knows its column, with tab stops every four columns as CommonMark counts them.
struct LineCursor {
    private let bytes: [UInt8]
    private let end: Int
    /// The offset of the next byte.
    private(set) var offset: Int
    /// The column of the next byte, from 0; inside a tab, the column reached.
    private(set) var column = 0
    /// Whether the next byte is a tab of which some columns are used up.
    private(set) var isInsideTab = false

    /// The start of a line.
    init(_ text: MarkdownText, line: Int) {
        bytes = text.bytes
        offset = text.lines[line].range.lowerBound
        end = text.lines[line].range.upperBound
    }

    /// The next byte, or nil at the end of the line.
    var next: UInt8? { offset < end ? bytes[offset] : nil }

    /// Whether only spaces and tabs are left.
    var isBlank: Bool { indentation.offset == end }

    /// How many columns of white space come next, and the byte behind them.
    var indentation: (columns: Int, offset: Int) {
        var ahead = self
        ahead.skipSpace()
        return (ahead.column - column, ahead.offset)
    }

    /// The byte at an offset of this line, or nil behind its end.
    func byte(at offset: Int) -> UInt8? { offset < end ? bytes[offset] : nil }

    /// Passes over spaces and tabs.
    mutating func skipSpace() {
        while let byte = next, byte.isSpaceOrTab { advance(columns: 1) }
    }

    /// Passes over columns, of which the last may lie inside a tab; any byte but a tab is one column.
    mutating func advance(columns: Int) {
        var columns = columns
        while columns > 0, let byte = next {
            let width = byte == 0x09 ? 4 - column % 4 : 1
            let step = min(width, columns)
            isInsideTab = step < width
            column += step
            columns -= step
            if !isInsideTab { offset += 1 }
        }
    }

    /// Passes over bytes.
    mutating func advance(to target: Int) {
        while offset < target { advance(columns: next == 0x09 ? 4 - column % 4 : 1) }
    }
}
