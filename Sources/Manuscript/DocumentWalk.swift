import CommonMark

extension Document {
    /// Visits every block of the document, containers before what they contain, in the order of the page;
    /// footnotes come last.
    public func walk(_ visit: (BlockNode) -> Void) {
        for block in blocks { block.walk(visit) }
        for footnote in footnotes { for block in footnote.content { block.walk(visit) } }
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
    var inlines: [InlineNode] {
        switch kind {
        case .paragraph(let content), .heading(_, _, let content): content
        case .alert(let alert): alert.title
        case .details(let details): details.summary
        case .table(let table):
            (table.header + table.rows.flatMap(\.self)).flatMap(\.self) + (table.caption?.content ?? [])
        case .thematicBreak, .quote, .list, .code, .html: []
        }
    }

    fileprivate func walk(_ visit: (BlockNode) -> Void) {
        visit(self)
        for child in children { child.walk(visit) }
    }
}

extension Sequence<InlineNode> {
    /// Visits every inline among these, containers before what they contain.
    func walk(_ visit: (InlineNode) -> Void) {
        for node in self {
            visit(node)
            switch node.kind {
            case .emphasis(let content), .strong(let content): content.walk(visit)
            case .link(let link): link.content.walk(visit)
            case .image(let image): image.alternative.walk(visit)
            case .text, .softBreak, .hardBreak, .code, .html, .math, .citation, .footnoteReference: break
            }
        }
    }
}
