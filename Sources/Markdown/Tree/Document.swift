import Diagnostics

/// A parsed Markdown file: its blocks in order, its footnotes, and the file that every range points into.
public struct Document: Sendable {
    /// The file parsed; every range below is a range of its bytes.
    public let file: SourceFile
    /// The top-level blocks.
    public let blocks: [BlockNode]
    /// Footnote definitions in the order they stand in the file.
    public let footnotes: [FootnoteDefinition]

    /// Creates a document.
    public init(file: SourceFile, blocks: [BlockNode], footnotes: [FootnoteDefinition] = []) {
        self.file = file
        self.blocks = blocks
        self.footnotes = footnotes
    }
}

/// What a footnote says: `[^label]: text`.
public struct FootnoteDefinition: Sendable, Hashable {
    /// The label between `[^` and `]`.
    public let label: String
    /// The note's content.
    public let content: [BlockNode]
    /// The whole definition.
    public let range: Range<Int>

    /// Creates a footnote.
    public init(label: String, content: [BlockNode], range: Range<Int>) {
        self.label = label
        self.content = content
        self.range = range
    }
}
