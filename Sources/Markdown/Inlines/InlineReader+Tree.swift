import Diagnostics

/// The list of nodes as a tree. Text nested deeper than it may be is left out; ``BlockReader`` refuses it.
extension InlineReader {
    /// The tree. Marks that match nothing are text, and text that stands together is one node.
    mutating func tree() -> [InlineNode] {
        children(draft.first, isInLink: false, depth: 1)
    }

    private mutating func children(_ first: Int, isInLink: Bool, depth: Int) -> [InlineNode] {
        self.depth = max(self.depth, depth)
        guard depth <= Document.maximumDepth else { return [] }
        var nodes: [InlineNode] = []
        var run = TextRun()
        var index = first
        while index != Draft.none {
            let node = draft[index]
            switch node.kind {
            case .literal(let range): run.append(scanner.bytes[range], node.range)
            case .mark: run.append(scanner.bytes[node.range], node.range)
            case .decoded(let bytes): run.append(bytes[...], node.range)
            case .node(.citation) where isInLink:
                run.append(scanner.bytes[node.range], node.range)
            default:
                run.flush(to: &nodes, leaf)
                nodes.append(inline(node, isInLink: isInLink, depth: depth))
            }
            index = node.next
        }
        run.flush(to: &nodes, leaf)
        return nodes
    }

    private mutating func inline(_ node: Draft.Node, isInLink: Bool, depth: Int) -> InlineNode {
        let kind: InlineNode.Kind
        switch node.kind {
        case .emphasis: kind = .emphasis(children(node.first, isInLink: isInLink, depth: depth + 1))
        case .strong: kind = .strong(children(node.first, isInLink: isInLink, depth: depth + 1))
        case .link(let link):
            kind = .link(
                Link(
                    destination: link.destination, destinationRange: link.destinationRange, title: link.title,
                    content: children(node.first, isInLink: true, depth: depth + 1),
                    contentRange: link.contentRange))
        case .image(let image):
            kind = .image(
                Image(
                    source: image.source, title: image.title, titleRange: image.titleRange,
                    alternative: children(node.first, isInLink: isInLink, depth: depth + 1), id: image.id))
        case .node(let content):
            if case .footnoteReference(let label) = content, isInLink {
                report(
                    "a footnote cannot be referred to inside a link", at: node.range,
                    help: "put [^\(label)] behind the link")
            }
            kind = content
        case .literal, .decoded, .mark: kind = .text(text(node.range))
        }
        return InlineNode(kind, range: leaf.fileRange(node.range))
    }
}

/// Text that stands together.
private struct TextRun {
    private var bytes: [UInt8] = []
    private var range: Range<Int>?

    mutating func append(_ text: ArraySlice<UInt8>, _ range: Range<Int>) {
        guard !text.isEmpty else { return }
        bytes += text
        self.range = (self.range?.lowerBound ?? range.lowerBound)..<range.upperBound
    }

    mutating func flush(to nodes: inout [InlineNode], _ leaf: Leaf) {
        guard let range else { return }
        nodes.append(InlineNode(.text(String(decoding: bytes, as: UTF8.self)), range: leaf.fileRange(range)))
        bytes.removeAll(keepingCapacity: true)
        self.range = nil
    }
}
