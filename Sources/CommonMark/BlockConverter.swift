import Diagnostics

/// Turns libcmark's tree into blocks whose ranges are bytes of the file.
struct BlockConverter {
    let file: SourceFile
    let text: MappedText
    let tree: SyntaxTree
    /// What was hidden from libcmark, in the order of the file.
    let masks: [Mask]
    /// The quotes and list items around the block being converted.
    private var path = ContainerPath()
    /// Masks that stand where there is no running text.
    private(set) var misplaced: [Mask] = []

    init(file: SourceFile, text: MappedText, tree: SyntaxTree, masks: [Mask] = []) {
        self.file = file
        self.text = text
        self.tree = tree
        self.masks = masks
    }

    /// The blocks that are children of a node of the tree.
    mutating func convertChildren(of parent: Int) throws(DiagnosticError) -> [BlockNode] {
        var blocks: [BlockNode] = []
        let end = tree.nodes.isEmpty ? 0 : tree.nodes[parent].end
        var index = parent + 1
        while index < end {
            blocks.append(try convert(index))
            index = tree.nodes[index].end
        }
        return blocks
    }

    private mutating func convert(_ index: Int) throws(DiagnosticError) -> BlockNode {
        let node = tree.nodes[index]
        switch node.kind {
        case .quote: return try convertQuote(index)
        case .list(let marker, let isTight): return try convertList(index, marker: marker, isTight: isTight)
        case .heading(let level):
            let inlines = try convertLeaf(index)
            return BlockNode(.heading(level: level, id: inlines.id, inlines.content), range: inlines.range)
        case .paragraph:
            let inlines = try convertLeaf(index)
            return BlockNode(.paragraph(inlines.content), range: inlines.range)
        case .code: return try convertCode(index)
        case .html:
            let markup = tree.text(node.literal)
            let lines = markup.utf8.count { $0 == 0x0A }
            return BlockNode(.html(markup), range: range(from: node, to: node.line - 1 + max(lines, 1) - 1))
        default:
            return BlockNode(.thematicBreak, range: range(from: node, to: node.line - 1))
        }
    }

    /// The bytes from where a block starts to the end of a line, counted from 0.
    private func range(from node: SyntaxTree.Node, to line: Int) -> Range<Int> {
        let start = text.lines[node.line - 1]
        let end = text.lines[min(line, text.lines.count - 1)]
        return start.fileOffset(
            start.range.lowerBound + node.column - 1)..<end.fileOffset(end.range.upperBound)
    }

    private func offset(of node: SyntaxTree.Node) -> Int {
        text.lines[node.line - 1].range.lowerBound + node.column - 1
    }
}

// MARK: - Containers

extension BlockConverter {
    private mutating func convertQuote(_ index: Int) throws(DiagnosticError) -> BlockNode {
        let node = tree.nodes[index]
        path.enterQuote(text, line: node.line - 1, offset: offset(of: node))
        let content = try convertChildren(of: index)
        path.leave()
        return BlockNode(.quote(content), range: enclose(content, from: node))
    }

    private mutating func convertList(
        _ index: Int, marker: ListBlock.Marker, isTight: Bool
    ) throws(DiagnosticError) -> BlockNode {
        var items: [[BlockNode]] = []
        var last = tree.nodes[index]
        for item in tree.children(of: index) {
            last = tree.nodes[item]
            path.enterItem(text, line: last.line - 1, offset: offset(of: last))
            items.append(try convertChildren(of: item))
            path.leave()
        }
        let end = enclose(items.last ?? [], from: last).upperBound
        let start = range(from: tree.nodes[index], to: tree.nodes[index].line - 1).lowerBound
        return BlockNode(.list(ListBlock(marker: marker, isTight: isTight, items: items)), range: start..<end)
    }

    /// From a container's mark to the end of what is in it.
    private func enclose(_ content: [BlockNode], from node: SyntaxTree.Node) -> Range<Int> {
        let line = range(from: node, to: node.line - 1)
        return line.lowerBound..<max(line.upperBound, content.last?.range.upperBound ?? 0)
    }
}

// MARK: - Leaves

extension BlockConverter {
    private struct Inlines {
        var content: [InlineNode]
        var id: String?
        var range: Range<Int>
    }

    private mutating func convertLeaf(_ index: Int) throws(DiagnosticError) -> Inlines {
        let node = tree.nodes[index]
        let first = node.line - 1
        var start = offset(of: node)
        let lineEnd = text.lines[first].range.upperBound
        var last = max(first, min(node.endLine - 1, text.lines.count - 1))
        if case .heading(let level) = node.kind, isMarked(start, level: level, end: lineEnd) {
            start += level
            while start < lineEnd, text.bytes[start].isSpaceOrTab { start += 1 }
            last = first
        }
        let leaf = LeafText(text, lines: first...last, start: start, path: path)
        var contentStart = 0
        while let end = LinkSyntax.definition(leaf.bytes, at: contentStart) { contentStart = end }
        var converter = InlineConverter(tree: tree, leaf: leaf, file: file, start: contentStart)
        let content: [InlineNode]
        do {
            content = try converter.convertChildren(of: index)
        } catch {
            throw DiagnosticError(
                .error(
                    "this text cannot be located byte by byte",
                    at: file.location(range(from: node, to: last)),
                    help: "simplify its marks, and report the paragraph as an error of the generator"))
        }
        let blockStart =
            start == offset(of: node)
            ? leaf.fileOffset(contentStart) : range(from: node, to: first).lowerBound
        return Inlines(content: content, id: nil, range: blockStart..<range(from: node, to: last).upperBound)
    }

    /// Whether a heading starts with number signs rather than being underlined.
    private func isMarked(_ start: Int, level: Int, end: Int) -> Bool {
        guard start + level <= end, text.bytes[start..<start + level].allSatisfy({ $0 == UInt8(ascii: "#") })
        else {
            return false
        }
        return start + level == end || text.bytes[start + level].isSpaceOrTab
    }
}

// MARK: - Code

extension BlockConverter {
    private mutating func convertCode(_ index: Int) throws(DiagnosticError) -> BlockNode {
        let node = tree.nodes[index]
        let content = tree.text(node.literal)
        let start = offset(of: node)
        if !isFenced(node, start: start) {
            let lines = content.utf8.count { $0 == 0x0A }
            return BlockNode(
                .code(CodeBlock(content: content, fence: nil)),
                range: range(from: node, to: node.line - 1 + max(lines, 1) - 1))
        }
        let scanner = FenceScanner(file: file, text: text, path: path, line: node.line - 1, start: start)
        let (fence, end) = try scanner.scan(info: tree.text(node.detail), content: tree.bytes[node.literal])
        return BlockNode(.code(CodeBlock(content: content, fence: fence)), range: range(from: node, to: end))
    }

    /// Whether a code block starts with a fence; text that looks like one may also be indented code.
    private func isFenced(_ node: SyntaxTree.Node, start: Int) -> Bool {
        guard text.bytes[start] == UInt8(ascii: "`") || text.bytes[start] == UInt8(ascii: "~") else {
            return false
        }
        var cursor = LineCursor(text, line: node.line - 1)
        cursor.advance(to: start)
        return cursor.column - path.contentColumn(text, line: node.line - 1) < 4
    }
}
