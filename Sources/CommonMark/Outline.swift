/// The blocks of a document that hold text of their own, each with the containers around it.
struct Outline {
    /// A paragraph, heading, code block or HTML block.
    struct Block {
        var node: SyntaxTree.Node
        let path: ContainerPath
        /// Whether it is the first block of a quote.
        let isFirstInQuote: Bool
    }

    /// The blocks, in order.
    var blocks: [Block] = []
    private let tree: SyntaxTree

    init(_ tree: SyntaxTree, of text: MappedText) {
        self.tree = tree
        var path = ContainerPath()
        var open: [Int] = []
        var isFirstInQuote = false
        for (index, node) in tree.nodes.enumerated() {
            while let end = open.last, end <= index {
                open.removeLast()
                path.leave()
            }
            let line = node.line - 1
            switch node.kind {
            case .quote:
                path.enterQuote(text, line: line, offset: text.offset(of: node))
                open.append(node.end)
                isFirstInQuote = true
                continue
            case .item:
                path.enterItem(text, line: line, offset: text.offset(of: node))
                open.append(node.end)
            case .paragraph, .heading, .code, .html:
                blocks.append(Block(node: node, path: path, isFirstInQuote: isFirstInQuote))
            default: break
            }
            isFirstInQuote = false
        }
    }
}

extension Outline {
    /// The lines of an HTML block, from 0.
    func lines(ofHTML block: Block, in text: MappedText) -> Range<Int> {
        let first = block.node.line - 1
        return first..<min(first + max(lineCount(of: block), 1), text.lines.count)
    }

    /// How many lines the content of a code or HTML block has.
    func lineCount(of block: Block) -> Int {
        tree.bytes[block.node.literal].count { $0 == 0x0A }
    }
}

extension MappedText {
    /// Where a block starts in this text.
    func offset(of node: SyntaxTree.Node) -> Int {
        lines[node.line - 1].range.lowerBound + node.column - 1
    }

    /// Where the last line of a paragraph or heading ends in this text.
    func end(of node: SyntaxTree.Node) -> Int {
        lines[max(node.line, min(node.endLine, lines.count)) - 1].range.upperBound
    }
}
