extension InlineConverter {
    mutating func convertLink(_ index: Int) throws(Disagreement) -> Link {
        let node = tree.nodes[index]
        let title = tree.text(node.detail)
        if leaf.bytes[position] == UInt8(ascii: "<") {
            return try convertAutolink(index)
        }
        try pass("[")
        let contentStart = position
        linkDepth += 1
        let content = try convertChildren(of: index)
        linkDepth -= 1
        let contentRange = leaf.fileOffset(contentStart)..<leaf.fileOffset(position)
        let (destination, range) = try passTail(of: node)
        return Link(
            destination: destination, destinationRange: range, title: title, content: content,
            contentRange: contentRange)
    }

    mutating func convertAutolink(_ index: Int) throws(Disagreement) -> Link {
        let start = position + 1
        guard let close = leaf.bytes[start...].firstIndex(of: UInt8(ascii: ">")) else {
            throw Disagreement(offset: position)
        }
        position = close + 1
        let range = leaf.fileRange(start..<close)
        let content = tree.children(of: index).map {
            InlineNode(.text(tree.text(tree.nodes[$0].literal)), range: range)
        }
        return Link(
            destination: tree.text(tree.nodes[index].literal), destinationRange: nil, title: "",
            content: Array(content), contentRange: nil)
    }

    mutating func convertImage(_ index: Int) throws(Disagreement) -> Image {
        let node = tree.nodes[index]
        try pass("!")
        try pass("[")
        let content = try convertChildren(of: index)
        let (source, _) = try passTail(of: node)
        return Image(source: source, title: tree.text(node.detail), alternative: content)
    }

    /// Passes over what follows the text of a link: `](destination "title")`, `][label]` or `]`.
    mutating func passTail(
        of node: SyntaxTree.Node
    ) throws(Disagreement) -> (destination: String, range: Range<Int>?) {
        try pass("]")
        let destination = tree.text(node.literal)
        if let tail = LinkSyntax.tail(leaf.bytes, at: position) {
            dropPassedMasks()
            position = tail.end
            let trimmed = leaf.bytes[tail.destination].trimmingMarkupSpace
            let range = leaf.fileRange(trimmed.startIndex..<trimmed.endIndex)
            if let (masked, mask) = masks.first, masked == trimmed.startIndex..<trimmed.endIndex,
                case .destination(let destination) = mask.kind
            {
                masks.removeFirst()
                placed.append(mask.range.lowerBound)
                return (destination, range)
            }
            return (destination, range)
        }
        if let end = LinkSyntax.label(leaf.bytes, at: position) { position = end }
        return (destination, nil)
    }
}
