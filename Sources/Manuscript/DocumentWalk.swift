import CommonMark

extension Document {
    /// Every block of the document, containers before what they contain, in the order of the page;
    /// footnotes come last.
    public var allBlocks: [BlockNode] {
        var found: [BlockNode] = []
        for block in blocks { block.collect(into: &found) }
        for footnote in footnotes { for block in footnote.content { block.collect(into: &found) } }
        return found
    }
}

extension BlockNode {
    /// The blocks directly inside this one.
    var children: [BlockNode] {
        switch kind {
        case .quote(let content): content
        case .alert(let alert): alert.content
        case .list(let list): list.items.flatMap(\.self)
        case .details(let details): details.content
        case .paragraph, .heading, .thematicBreak, .code, .table, .html: []
        }
    }

    /// The running text that stands in this block itself, not in its children.
    public var inlines: [InlineNode] {
        switch kind {
        case .paragraph(let content), .heading(_, _, let content): content
        case .alert(let alert): alert.title
        case .details(let details): details.summary
        case .table(let table):
            (table.header + table.rows.flatMap(\.self)).flatMap(\.self) + (table.caption?.content ?? [])
        case .thematicBreak, .quote, .list, .code, .html: []
        }
    }

    fileprivate func collect(into found: inout [BlockNode]) {
        found.append(self)
        for child in children { child.collect(into: &found) }
    }
}

extension Sequence<InlineNode> {
    /// Every inline among these, containers before what they contain.
    public var allInlines: [InlineNode] {
        var found: [InlineNode] = []
        for node in self { node.collect(into: &found) }
        return found
    }
}

extension InlineNode {
    fileprivate func collect(into found: inout [InlineNode]) {
        found.append(self)
        let children: [InlineNode] =
            switch kind {
            case .emphasis(let content), .strong(let content): content
            case .link(let link): link.content
            case .image(let image): image.alternative
            case .text, .softBreak, .hardBreak, .code, .html, .math, .citation, .footnoteReference: []
            }
        for child in children { child.collect(into: &found) }
    }
}
