/// A fenced or indented code block.
public struct CodeBlock: Sendable, Hashable {
    /// The code, without the prefixes of the lists and quotes it stands in; every line ends with a newline.
    public let content: String
    /// The fence around it; an indented code block has none.
    public let fence: Fence?

    /// Creates a code block.
    public init(content: String, fence: Fence?) {
        self.content = content
        self.fence = fence
    }
}

/// Where a fenced code block and each of its lines stand in the file.
public struct Fence: Sendable, Hashable {
    /// The info string, unescaped: `swift id=norms hidden`.
    public let info: String
    /// The bytes of the info string.
    public let infoRange: Range<Int>
    /// The fence characters of the opening line: ```` ``` ```` or `~~~~`.
    public let marker: String
    /// The bytes of each line of content as it stands after the prefix of its containers, without its line ending.
    public let lines: [Range<Int>]
    /// From the end of the opening line (its line ending included) to the start of the closing line:
    /// the bytes to replace when the content changes.
    public let contentRange: Range<Int>
    /// The prefix that every line of content starts with inside lists and quotes, such as `> ` or four spaces.
    public let linePrefix: String
    /// Whether a closing fence was found.
    public let isClosed: Bool

    /// Creates a fence.
    public init(
        info: String, infoRange: Range<Int>, marker: String, lines: [Range<Int>], contentRange: Range<Int>,
        linePrefix: String, isClosed: Bool
    ) {
        self.info = info
        self.infoRange = infoRange
        self.marker = marker
        self.lines = lines
        self.contentRange = contentRange
        self.linePrefix = linePrefix
        self.isClosed = isClosed
    }
}
