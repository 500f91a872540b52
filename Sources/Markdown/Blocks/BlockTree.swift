/// The blocks that libcmark found, as Swift values: nodes in document order, their texts in one buffer.
///
/// The tree is flat so that neither building nor walking it needs a stack as deep as the document. Running text is not in
/// it: the paragraph's lines are, and ``InlineReader`` reads them.
struct BlockTree {
    /// The kinds of block of plain CommonMark.
    enum Kind {
        case document, quote, item, code, html, paragraph, thematicBreak
        case list(ListBlock.Marker, isTight: Bool)
        case heading(level: Int)
    }

    /// One block.
    struct Node {
        let kind: Kind
        /// The line on which the block starts, from 0.
        let line: Int
        /// The byte of that line at which it starts, from 0.
        let column: Int
        /// The last line of a paragraph or heading, from 0.
        let lastLine: Int
        /// Code or HTML.
        let literal: Range<Int>
        /// A fence's info string.
        let info: Range<Int>
        /// The index behind this node's descendants: its next sibling, if its parent has one.
        var end: Int
    }

    /// The nodes, parents before their children; the first is the document.
    var nodes: [Node] = []
    /// What `literal` and `info` are ranges of.
    var bytes: [UInt8] = []

    /// The children of a node.
    func children(of parent: Int) -> some Sequence<Int> {
        let end = nodes.isEmpty ? 0 : nodes[parent].end
        return sequence(first: parent + 1) { nodes[$0].end }.prefix { $0 < end }
    }
}

extension MarkdownText {
    /// Where a block starts in this text.
    func offset(of node: BlockTree.Node) -> Int { lines[node.line].range.lowerBound + node.column }
}
