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
    /// Where the masks start that were found in running text.
    private(set) var placed: Set<Int> = []
    /// The footnotes, in order, and the places that refer to them.
    private(set) var footnotes: [FootnoteDefinition] = []
    private var diagnostics: [Diagnostic] = []
    private var footnoteReferences: [(label: String, range: Range<Int>)] = []
    /// The marker of an alert in the paragraph converted last.
    private var alert: (kind: String, range: Range<Int>)?

    init(file: SourceFile, text: MappedText, tree: SyntaxTree, masks: [Mask]) {
        self.file = file
        self.text = text
        self.tree = tree
        self.masks = masks
    }

    /// The blocks that are children of a node of the tree.
    mutating func convertChildren(of parent: Int) throws(DiagnosticError) -> [BlockNode] {
        var siblings = Siblings(file: file)
        let end = tree.nodes.isEmpty ? 0 : tree.nodes[parent].end
        var index = parent + 1
        while index < end {
            let node = tree.nodes[index]
            if case .heading = node.kind, let role = text.role(ofLine: node.line - 1) {
                index = try convert(role, at: index, end: end, among: &siblings)
            } else {
                if case .paragraph = node.kind {
                    let inlines = try convertLeaf(index)
                    try siblings.append(paragraph: inlines.content, id: inlines.id, range: inlines.range)
                } else {
                    siblings.append(try convert(index))
                }
                index = node.end
            }
        }
        return try siblings.finish()
    }

    private mutating func convert(_ index: Int) throws(DiagnosticError) -> BlockNode {
        let node = tree.nodes[index]
        switch node.kind {
        case .quote: return try convertQuote(index)
        case .list(let marker, let isTight): return try convertList(index, marker: marker, isTight: isTight)
        case .heading(let level):
            let inlines = try convertLeaf(index)
            return BlockNode(.heading(level: level, id: inlines.id, inlines.content), range: inlines.range)
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

}

// MARK: - Containers

extension BlockConverter {
    private mutating func convertQuote(_ index: Int) throws(DiagnosticError) -> BlockNode {
        let node = tree.nodes[index]
        path.enterQuote(text, line: node.line - 1, offset: text.offset(of: node))
        alert = nil
        let content = try convertChildren(of: index)
        path.leave()
        let range = enclose(content, from: node)
        guard let (kind, marker) = alert else { return BlockNode(.quote(content), range: range) }
        alert = nil
        return BlockNode(.alert(Alert(kind: kind, markerRange: marker, quote: content)), range: range)
    }

    private mutating func convertList(
        _ index: Int, marker: ListBlock.Marker, isTight: Bool
    ) throws(DiagnosticError) -> BlockNode {
        var items: [[BlockNode]] = []
        var last = tree.nodes[index]
        for item in tree.children(of: index) {
            last = tree.nodes[item]
            path.enterItem(text, line: last.line - 1, offset: text.offset(of: last))
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
        let leaf = LeafText(node, of: text, path: path)
        let start = leaf.isMarkedHeading ? 0 : leaf.contentStart
        let isCell = if case .cell = text.role(ofLine: node.line - 1) { true } else { false }
        var converter = InlineConverter(
            tree: tree, leaf: leaf, file: file, masks: masks(in: leaf), isCell: isCell, start: start)
        let lines = range(from: node, to: leaf.lines.upperBound)
        let content: [InlineNode]
        do {
            content = try converter.convertChildren(of: index)
        } catch {
            throw DiagnosticError(
                .error(
                    "this text cannot be located byte by byte", at: file.location(lines),
                    help: "simplify its marks, and report the paragraph as an error of the generator"))
        }
        if !converter.placed.isEmpty { placed.formUnion(converter.placed) }
        footnoteReferences += converter.footnoteReferences
        diagnostics += converter.diagnostics
        if let found = converter.alert { alert = found }
        let blockStart = start > 0 ? leaf.fileOffset(start) : lines.lowerBound
        return Inlines(
            content: converter.blockID == nil ? content : content.trimmingTrailingSpace,
            id: converter.blockID,
            range: blockStart..<max(blockStart, lines.upperBound))
    }

    private func masks(in leaf: LeafText) -> ArraySlice<Mask> {
        guard let first = leaf.pieces.first, let last = leaf.pieces.last else { return [] }
        let start = masks.partitioningIndex { $0.range.lowerBound >= first.origin }
        let end = masks.partitioningIndex { $0.range.lowerBound >= last.origin + last.source.count }
        return masks[start..<max(start, end)]
    }
}

// MARK: - Extensions

extension BlockConverter {
    /// Converts what a heading with a role stands for; gives the index behind it.
    private mutating func convert(
        _ role: Scaffold, at index: Int, end: Int, among siblings: inout Siblings
    ) throws(DiagnosticError) -> Int {
        var next = tree.nodes[index].end
        switch role {
        case .footnote(let label, let range): siblings.open(.footnote(label: label), range: range)
        case .footnoteEnd:
            if let footnote = try siblings.closeFootnote() { footnotes.append(footnote) }
        case .details(let isOpen, let range):
            let summary = try convertLeaf(index).content
            siblings.open(.details(summary: summary, isOpen: isOpen), range: range)
        case .detailsEnd(let range): try siblings.closeDetails(at: range)
        case .table(let alignments, let rows, let range):
            var cells: [[InlineNode]] = []
            while next < end, cells.count < (rows + 1) * alignments.count {
                cells.append(try convertLeaf(next).content)
                next = tree.nodes[next].end
            }
            let lines = stride(from: 0, to: cells.count, by: alignments.count)
                .map { Array(cells[$0..<min($0 + alignments.count, cells.count)]) }
            let table = Table(
                alignments: alignments, header: lines.first ?? [], rows: Array(lines.dropFirst()))
            siblings.append(BlockNode(.table(table), range: range))
        case .cell: break
        }
        return next
    }

    /// Throws what was found wrong, and unless every footnote referred to is defined and every one defined referred to.
    func check() throws(DiagnosticError) {
        let defined = Set(footnotes.map(\.label))
        let used = Set(footnoteReferences.map(\.label))
        let undefined = footnoteReferences.filter { !defined.contains($0.label) }.map { label, range in
            let suggestion = nearest(to: label, among: footnotes.map(\.label))
            return Diagnostic.error(
                "there is no footnote \(label)", at: file.location(range),
                help: suggestion.map { "did you mean [^\($0)]?" }
                    ?? "define it at the left margin: [^\(label)]: text; for the brackets as text write \\[^\(label)]"
            )
        }
        let unused = footnotes.filter { !used.contains($0.label) }.map { footnote in
            Diagnostic.error(
                "nothing refers to the footnote \(footnote.label)", at: file.location(footnote.range),
                help: "refer to it with [^\(footnote.label)], or delete it")
        }
        let found = diagnostics + undefined + unused
        if !found.isEmpty { throw DiagnosticError(found) }
    }
}

// MARK: - Code

extension BlockConverter {
    private mutating func convertCode(_ index: Int) throws(DiagnosticError) -> BlockNode {
        let node = tree.nodes[index]
        let content = tree.text(node.literal)
        let start = text.offset(of: node)
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
