/// The bytes of one text file with the path a person knows it by, able to turn byte offsets into lines and columns.
///
/// Ranges throughout the project are half-open ranges of UTF-8 byte offsets into `bytes`, so that a range can be
/// replaced without touching anything else in the file: byte order mark and line endings included.
public struct SourceFile: Sendable, Hashable {
    /// The path as it is shown to people, such as `chapters/03-lstm.md`.
    public let path: String
    /// The file's contents, exactly as read.
    public let bytes: [UInt8]
    private let lineStarts: [Int]

    /// Wraps the contents of a file. A line ends with LF, CR LF or CR.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        var starts = [0]
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                let byte = buffer[index]
                index += 1
                if byte == 0x0A {
                    starts.append(index)
                } else if byte == 0x0D, index == buffer.count || buffer[index] != 0x0A {
                    starts.append(index)
                }
            }
        }
        lineStarts = starts
    }

    /// Wraps text, for tests and generated sources.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The number of lines; a file that ends with a newline has an empty last line.
    public var lineCount: Int { lineStarts.count }

    /// The byte offset at which a line (counted from 1) starts. Lines past the end start at the end.
    public func offset(ofLine line: Int) -> Int {
        line - 1 < lineStarts.count ? lineStarts[max(line - 1, 0)] : bytes.count
    }

    /// The bytes of a line (counted from 1), without its line ending.
    public func rangeOfLine(_ line: Int) -> Range<Int> {
        let start = offset(ofLine: line)
        var end = offset(ofLine: line + 1)
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The position of a byte offset.
    public func position(at offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return SourcePosition(line: low + 1, column: offset - lineStarts[low] + 1)
    }

    /// The text of a byte range; bytes that are no UTF-8 become replacement characters.
    public func text(in range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// A place in this file for a diagnostic.
    public func location(_ range: Range<Int>) -> SourceLocation {
        SourceLocation(file: self, range: range)
    }
}

/// A line and a column, both counted from 1; columns count UTF-8 bytes, as the Swift compiler's do.
public struct SourcePosition: Sendable, Hashable, Comparable {
    /// The line, from 1.
    public var line: Int
    /// The column in bytes, from 1.
    public var column: Int

    /// A line and a column.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Orders positions as they stand in a file.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A range of bytes in a source file.
public struct SourceLocation: Sendable, Hashable {
    /// The file.
    public let file: SourceFile
    /// The bytes meant.
    public let range: Range<Int>

    /// A place in a file.
    public init(file: SourceFile, range: Range<Int>) {
        self.file = file
        self.range = range
    }

    /// Where the range starts.
    public var start: SourcePosition { file.position(at: range.lowerBound) }
    /// Where the range ends (exclusive).
    public var end: SourcePosition { file.position(at: range.upperBound) }
}
