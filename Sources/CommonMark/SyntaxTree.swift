/// libcmark's tree as Swift values: nodes in document order, their texts in one buffer.
///
/// The tree is flat so that neither building nor walking it needs a stack as deep as the document.
struct SyntaxTree {
    /// The kinds of node of plain CommonMark.
    enum Kind {
        case document, quote, item, code, html, paragraph, thematicBreak
        case list(ListBlock.Marker, isTight: Bool)
        case heading(level: Int)
        case text, softBreak, hardBreak, codeSpan, inlineHTML, emphasis, strong, link, image
    }

    /// One node.
    struct Node {
        let kind: Kind
        /// Where the node starts, in the text that libcmark saw; exact for blocks, counted from 1.
        let line: Int
        let column: Int
        /// The last line of a paragraph.
        var endLine: Int
        /// Text, code, HTML, or a link's destination.
        let literal: Range<Int>
        /// A link's title or a fence's info string.
        let detail: Range<Int>
        /// The index behind this node's descendants: its next sibling, if its parent has one.
        var end: Int
    }

    /// The nodes, parents before their children; the first is the document.
    var nodes: [Node] = []
    /// What `literal` and `detail` are ranges of.
    var bytes: [UInt8] = []

    /// The text of a literal or detail.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The children of a node.
    func children(of parent: Int) -> some Sequence<Int> {
        let end = nodes[parent].end
        return sequence(first: parent + 1) { nodes[$0].end }.prefix { $0 < end }
    }
}
