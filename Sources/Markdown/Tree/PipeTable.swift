/// A pipe table as GitHub writes it.
public struct PipeTable: Sendable, Hashable {
    /// How a column's cells are aligned.
    public enum Alignment: Sendable, Hashable {
        /// As the reader's style says.
        case none
        /// `:---`
        case left
        /// `:---:`
        case center
        /// `---:`
        case right
    }

    /// One alignment a column.
    public let alignments: [Alignment]
    /// The header's cells.
    public let header: [[InlineNode]]
    /// The rows; each has as many cells as the header.
    public let rows: [[[InlineNode]]]
    /// The caption of a paragraph `Table: … {#tbl-id}` directly below, if there is one.
    public let caption: Caption?

    /// A table.
    public init(
        alignments: [Alignment], header: [[InlineNode]], rows: [[[InlineNode]]], caption: Caption? = nil
    ) {
        self.alignments = alignments
        self.header = header
        self.rows = rows
        self.caption = caption
    }
}

/// What stands below a table, and the label it can be referred to by.
public struct Caption: Sendable, Hashable {
    /// The caption's text.
    public let content: [InlineNode]
    /// The identifier of a trailing `{#id}`.
    public let id: String?
    /// The bytes of the caption.
    public let range: Range<Int>

    /// Creates a caption.
    public init(content: [InlineNode], id: String?, range: Range<Int>) {
        self.content = content
        self.id = id
        self.range = range
    }
}
