/// A block of a document with the bytes it stands on.
public struct BlockNode: Sendable, Hashable {
    /// What it is.
    public let kind: Kind
    /// The bytes of the block in the file.
    public let range: Range<Int>

    /// Creates a block.
    public init(_ kind: Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    /// The kinds of block. The large ones are boxed: most nodes are paragraphs.
    public enum Kind: Sendable, Hashable {
        /// A paragraph.
        case paragraph([InlineNode])
        /// A heading of level 1 to 6 with the identifier of a trailing `{#id}`, if it has one.
        indirect case heading(level: Int, id: String?, [InlineNode])
        /// A horizontal rule.
        case thematicBreak
        /// A block quote.
        case quote([BlockNode])
        /// A quote that starts with `[!KIND]`, as GitHub writes alerts.
        indirect case alert(Alert)
        /// A bullet or ordered list.
        indirect case list(ListBlock)
        /// A fenced or indented code block.
        indirect case code(CodeBlock)
        /// A pipe table.
        indirect case table(PipeTable)
        /// `<details><summary>…</summary>`, blocks, `</details>`.
        indirect case details(Details)
        /// Any other raw HTML, as written.
        case html(String)
    }
}

/// A quote whose first line is `[!KIND]` or `[!KIND] title`.
public struct Alert: Sendable, Hashable {
    /// The word after `[!`, in upper case: NOTE, TIP, IMPORTANT, WARNING, CAUTION, or one the book defines.
    public let kind: String
    /// The rest of the first line.
    public let title: [InlineNode]
    /// The bytes of `[!KIND]`.
    public let markerRange: Range<Int>
    /// The identifier of `{#id}` at the end of the first line, if it has one.
    public let id: String?
    /// What the alert says.
    public let content: [BlockNode]

    /// Creates an alert.
    public init(
        kind: String, title: [InlineNode], markerRange: Range<Int>, id: String? = nil, content: [BlockNode]
    ) {
        self.kind = kind
        self.title = title
        self.markerRange = markerRange
        self.id = id
        self.content = content
    }
}

/// A bullet or ordered list.
public struct ListBlock: Sendable, Hashable {
    /// How items are marked.
    public enum Marker: Sendable, Hashable {
        /// A bullet.
        case bullet
        /// Numbers from a start.
        case ordered(start: Int)
    }

    /// How items are marked.
    public let marker: Marker
    /// Whether paragraphs of items stand without `<p>`.
    public let isTight: Bool
    /// The items.
    public let items: [[BlockNode]]

    /// Creates a list.
    public init(marker: Marker, isTight: Bool, items: [[BlockNode]]) {
        self.marker = marker
        self.isTight = isTight
        self.items = items
    }
}

/// A folded part of a page.
public struct Details: Sendable, Hashable {
    /// The line that is always shown.
    public let summary: [InlineNode]
    /// Whether it starts unfolded.
    public let isOpen: Bool
    /// What is folded.
    public let content: [BlockNode]

    /// Details from their parts.
    public init(summary: [InlineNode], isOpen: Bool, content: [BlockNode]) {
        self.summary = summary
        self.isOpen = isOpen
        self.content = content
    }
}
