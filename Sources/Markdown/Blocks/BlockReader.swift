import Diagnostics

/// Turns libcmark's blocks into blocks whose ranges are bytes of the file, and reads the running text of each.
///
/// 1. Containers are followed downwards, with the marks that a line inside them begins with (``ContainerPath``).
/// 2. The lines of a paragraph or heading become a ``Leaf``, and ``InlineReader`` reads it, once.
/// 3. Tables, captions, alerts, folded parts and footnotes are shapes of finished blocks.
struct BlockReader {
    let file: SourceFile
    let text: MarkdownText
    let tree: BlockTree
    /// What was hidden from libcmark.
    let hidden: [DisplayLines.Display]
    let context: InlineReader.Context

    /// The quotes and list items around the block being read.
    private(set) var path = ContainerPath()
    /// The footnotes, in order, and the places that refer to them.
    private(set) var footnotes: [FootnoteDefinition] = []
    private var footnoteReferences: [(label: String, range: Range<Int>)] = []
    /// Where displayed formulas start.
    private(set) var displays: Set<Int> = []
    /// The blocks of code and HTML.
    var opaqueRanges: [Range<Int>] = []
    var diagnostics: [Diagnostic] = []
    /// The marker of an alert in the paragraph read last.
    private var alert: (kind: String, range: Range<Int>, label: String?)?

    init(tree: BlockTree, hidden: [DisplayLines.Display], context: InlineReader.Context) {
        file = context.file
        text = context.text
        self.tree = tree
        self.hidden = hidden
        self.context = context
    }

    var isBook: Bool { context.dialect == .book }

    /// The blocks that are children of a node of the tree.
    mutating func readChildren(of parent: Int, isQuote: Bool = false) -> [BlockNode] {
        var siblings = Siblings(file: file)
        for (number, index) in tree.children(of: parent).enumerated() {
            read(index, among: &siblings, mayBeAlert: isQuote && number == 0)
        }
        return siblings.finish(reportingTo: &diagnostics)
    }

    private mutating func read(_ index: Int, among siblings: inout Siblings, mayBeAlert: Bool) {
        let node = tree.nodes[index]
        switch node.kind {
        case .quote: siblings.append(readQuote(index))
        case .list(let marker, let isTight):
            if text.lines[node.line].role == .footnote {
                readFootnote(index)
            } else {
                siblings.append(readList(index, marker: marker, isTight: isTight))
            }
        case .heading(let level): siblings.append(readHeading(node, level: level))
        case .paragraph: readParagraph(node, among: &siblings, mayBeAlert: mayBeAlert)
        case .code:
            let code = readCode(node)
            opaqueRanges.append(code.range)
            siblings.append(code)
        case .html: readHTML(node, among: &siblings)
        case .thematicBreak:
            siblings.append(BlockNode(.thematicBreak, range: range(from: node, to: node.line)))
        case .document, .item: break
        }
    }

    /// The bytes from where a block starts to the end of a line.
    func range(from node: BlockTree.Node, to line: Int) -> Range<Int> {
        let end = text.lines[min(line, text.lines.count - 1)]
        return text.fileOffset(of: node)..<end.fileOffset(end.range.upperBound)
    }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

extension MarkdownText {
    /// Where a block starts in the file.
    fileprivate func fileOffset(of node: BlockTree.Node) -> Int {
        lines[node.line].fileOffset(offset(of: node))
    }
}

// MARK: - Containers

extension BlockReader {
    private mutating func readQuote(_ index: Int) -> BlockNode {
        let node = tree.nodes[index]
        path.enterQuote(text, line: node.line, offset: text.offset(of: node))
        alert = nil
        let content = readChildren(of: index, isQuote: true)
        path.leave()
        let range = enclose(content, from: node)
        guard let (kind, marker, label) = alert else { return BlockNode(.quote(content), range: range) }
        alert = nil
        return BlockNode(
            .alert(Alert(kind: kind, markerRange: marker, id: label, quote: content)), range: range)
    }

    private mutating func readList(_ index: Int, marker: ListBlock.Marker, isTight: Bool) -> BlockNode {
        var items: [[BlockNode]] = []
        var last = tree.nodes[index]
        for item in tree.children(of: index) {
            last = tree.nodes[item]
            items.append(readItem(item))
        }
        let end = enclose(items.last ?? [], from: last).upperBound
        let start = range(from: tree.nodes[index], to: tree.nodes[index].line).lowerBound
        return BlockNode(.list(ListBlock(marker: marker, isTight: isTight, items: items)), range: start..<end)
    }

    private mutating func readItem(_ item: Int) -> [BlockNode] {
        path.enterItem(text, line: tree.nodes[item].line, offset: text.offset(of: tree.nodes[item]))
        defer { path.leave() }
        return readChildren(of: item)
    }

    /// From a container's mark to the end of what is in it.
    private func enclose(_ content: [BlockNode], from node: BlockTree.Node) -> Range<Int> {
        let line = range(from: node, to: node.line)
        return line.lowerBound..<max(line.upperBound, content.last?.range.upperBound ?? 0)
    }

    /// A definition that ``FootnoteLines`` wrote as a list of one item.
    private mutating func readFootnote(_ list: Int) {
        for item in tree.children(of: list) {
            let node = tree.nodes[item]
            let line = text.lines[node.line]
            let content = readItem(item)
            let start = line.fileStart
            guard let end = Identifier.footnoteLabelEnd(file.bytes, at: start + 2) else { continue }
            let label = file.text(in: start + 2..<end)
            if footnotes.contains(where: { $0.label == label }) {
                report(
                    .error(
                        "the footnote \(label) is defined twice", at: file.location(start..<end + 2),
                        help: "give one of them another label"))
            }
            footnotes.append(
                FootnoteDefinition(label: label, content: content, range: enclose(content, from: node)))
        }
    }
}

// MARK: - Leaves

extension BlockReader {
    private mutating func readHeading(_ node: BlockTree.Node, level: Int) -> BlockNode {
        let leaf =
            text.isMarkedHeading(node, level: level)
            ? Leaf(heading: node, level: level, of: text) : Leaf(paragraph: node, of: text, path: path)
        let (content, id) = read(leaf, mayHaveLabel: true)
        let start =
            leaf.contentStart > 0
            ? leaf.fileOffset(leaf.contentStart) : range(from: node, to: node.line).lowerBound
        let end = range(from: node, to: leaf.lines.upperBound).upperBound
        return BlockNode(.heading(level: level, id: id, content), range: start..<max(start, end))
    }

    private mutating func readParagraph(
        _ node: BlockTree.Node, among siblings: inout Siblings, mayBeAlert: Bool
    ) {
        let leaf = Leaf(paragraph: node, of: text, path: path)
        guard isBook, let table = TableLines(in: leaf, of: text) else {
            if isBook { reportUnequalRows(of: leaf) }
            return readParagraph(leaf, among: &siblings, mayBeAlert: mayBeAlert)
        }
        if table.lines.lowerBound > 0 {
            readParagraph(
                Leaf(leaf, lines: 0..<table.lines.lowerBound), among: &siblings, mayBeAlert: mayBeAlert)
        }
        siblings.append(readTable(table, in: leaf))
        if table.lines.upperBound < leaf.pieces.count {
            readParagraph(
                Leaf(leaf, lines: table.lines.upperBound..<leaf.pieces.count), among: &siblings,
                mayBeAlert: false)
        }
    }

    private mutating func readParagraph(_ leaf: Leaf, among siblings: inout Siblings, mayBeAlert: Bool) {
        let (content, id) = read(
            leaf, mayHaveLabel: isBook && leaf.isCaption, mayBeAlert: isBook && mayBeAlert)
        let start = leaf.fileOffset(leaf.contentStart)
        let end = leaf.pieces.last.map { $0.origin + $0.source.count } ?? start
        siblings.append(paragraph: content, id: id, range: start..<max(start, end), reportingTo: &diagnostics)
    }

    /// Reads running text, and the label at its end.
    mutating func read(
        _ leaf: Leaf, mayHaveLabel: Bool = false, mayBeAlert: Bool = false, isCell: Bool = false
    ) -> (content: [InlineNode], id: String?) {
        let label = mayHaveLabel && isBook ? leaf.trailingLabel : nil
        var start = leaf.contentStart
        var isAlert = false
        if mayBeAlert, let marker = readAlertMarker(leaf) {
            start = marker
            isAlert = true
        }
        var reader = InlineReader(
            leaf, from: start, to: label?.start ?? leaf.bytes.count, isCell: isCell, in: context)
        reader.isAlertTitle = isAlert
        let content = reader.read()
        take(reader, isCell: isCell)
        if isAlert { alert?.label = reader.titleLabel }
        return (content, label?.id)
    }

    mutating func take(_ reader: InlineReader, isCell: Bool) {
        if !reader.diagnostics.isEmpty { diagnostics += reader.diagnostics }
        if !reader.footnoteReferences.isEmpty { footnoteReferences += reader.footnoteReferences }
        for start in reader.displays { displays.insert(reader.leaf.fileOffset(start)) }
        if path.depth + reader.depth > Document.maximumDepth {
            report(.tooDeep(at: file.location(reader.leaf.fileRange(0..<reader.leaf.bytes.count))))
        }
        if let start = reader.unclosedDisplay, !isCell {
            report(.unclosedFormula(at: file.location(reader.leaf.fileRange(start..<start + 2))))
        }
    }

    /// Takes the marker that a quote's first paragraph may begin with; gives the offset behind it.
    private mutating func readAlertMarker(_ leaf: Leaf) -> Int? {
        switch AlertMarker(at: leaf.contentStart, in: leaf.bytes) {
        case .marker(let kind, let range)?:
            alert = (kind, leaf.fileRange(range), nil)
            return range.upperBound
        case .apart(let range)?:
            let marker = String(decoding: leaf.bytes[range], as: UTF8.self)
            report(
                .error(
                    "an alert's marker stands apart from its text", at: file.location(leaf.fileRange(range)),
                    help: "write > \(marker), then a space or a new line; "
                        + "for the brackets as text write \\\(marker)"))
            return nil
        case nil: return nil
        }
    }

    /// Reports footnotes that are referred to and not defined, or defined and not referred to. Those that are
    /// defined where they may not be are reported already.
    mutating func checkFootnotes(except misplaced: Set<String>) {
        let defined = misplaced.union(footnotes.map(\.label))
        let used = Set(footnoteReferences.map(\.label))
        for (label, range) in footnoteReferences where !defined.contains(label) {
            let suggestion = nearest(to: label, among: footnotes.map(\.label), after: diagnostics.count)
            report(
                .error(
                    "there is no footnote \(label)", at: file.location(range),
                    help: suggestion.map { "did you mean [^\($0)]?" }
                        ?? "define it at the left margin: [^\(label)]: text; for the brackets as text write \\[^\(label)]"
                ))
        }
        for footnote in footnotes where !used.contains(footnote.label) {
            report(
                .error(
                    "nothing refers to the footnote \(footnote.label)", at: file.location(footnote.range),
                    help: "refer to it with [^\(footnote.label)], or delete it"))
        }
    }
}
