import CommonMark
import HTML

extension MarkdownRenderer {
    func render(
        _ blocks: [BlockNode], isTight: Bool, to output: inout BlockOutput,
        delegate: inout some MarkupDelegate
    ) {
        for block in blocks {
            if let node = delegate.render(block, in: self) {
                output.appendLine(node)
            } else if isTight, case .paragraph(let content) = block.kind {
                output.append(render(content, delegate: &delegate))
            } else {
                render(block, to: &output, delegate: &delegate)
            }
        }
    }

    private func render(
        _ block: BlockNode, to output: inout BlockOutput, delegate: inout some MarkupDelegate
    ) {
        switch block.kind {
        case .paragraph(let content):
            output.appendLine(.tag("p", [:], render(content, delegate: &delegate)))
        case .heading(let level, let id, let content):
            let attributes = id.map { [Attribute("id", $0)] } ?? []
            output.appendLine(
                .element(Element("h\(level)", attributes, render(content, delegate: &delegate))))
        case .thematicBreak:
            output.appendLine(.tag("hr"))
        case .quote(let content):
            output.appendLine(.tag("blockquote", [:], renderLines(content, delegate: &delegate)))
        case .list(let list):
            output.appendLine(render(list, delegate: &delegate))
        case .code(let code):
            output.appendLine(render(code))
        case .html(let markup):
            renderRaw(markup, of: block, to: &output, delegate: &delegate)
        case .table(let table):
            output.appendLine(render(table, delegate: &delegate))
        case .alert(let alert):
            output.appendLine(render(alert, delegate: &delegate))
        case .details(let details):
            output.appendLine(render(details, delegate: &delegate))
        }
    }

    /// Blocks inside an element: a line ending after its opening tag, and one after each block.
    private func renderLines(_ blocks: [BlockNode], delegate: inout some MarkupDelegate) -> [Node] {
        var output = BlockOutput(startsLine: false)
        output.endLine()
        render(blocks, isTight: false, to: &output, delegate: &delegate)
        output.endLine()
        return output.nodes
    }

    private func render(_ list: ListBlock, delegate: inout some MarkupDelegate) -> Node {
        var items = BlockOutput(startsLine: false)
        items.endLine()
        for blocks in list.items {
            var item = BlockOutput(startsLine: false)
            render(blocks, isTight: list.isTight, to: &item, delegate: &delegate)
            items.appendLine(.tag("li", [:], item.nodes))
        }
        switch list.marker {
        case .bullet: return .tag("ul", [:], items.nodes)
        case .ordered(start: 1): return .tag("ol", [:], items.nodes)
        case .ordered(let start): return .tag("ol", ["start": String(start)], items.nodes)
        }
    }

    private func render(_ code: CodeBlock) -> Node {
        let language = code.fence?.info.prefix { !$0.isMarkupSpace } ?? ""
        let attributes = language.isEmpty ? [] : [Attribute("class", "language-\(language)")]
        return .tag("pre", [:], [.element(Element("code", attributes, [.text(code.content)]))])
    }

    private func render(_ alert: Alert, delegate: inout some MarkupDelegate) -> Node {
        var content = renderLines(alert.content, delegate: &delegate)
        let title: [Node] =
            alert.title.isEmpty
            ? [.text(alert.kind.prefix(1) + alert.kind.dropFirst().lowercased())]
            : render(alert.title, delegate: &delegate)
        content.insert(contentsOf: [.text("\n"), .tag("p", ["class": "title"], title)], at: 0)
        return .tag("aside", ["class": "alert alert-\(alert.kind.lowercased())"], content)
    }

    private func render(_ details: Details, delegate: inout some MarkupDelegate) -> Node {
        let summary = Node.tag("summary", [:], render(details.summary, delegate: &delegate))
        let attributes = details.isOpen ? [Attribute("open", nil)] : []
        let content = renderLines(details.content, delegate: &delegate)
        return .element(Element("details", attributes, [summary] + content))
    }

    private func render(_ table: Table, delegate: inout some MarkupDelegate) -> Node {
        var parts: [Node] = []
        if let caption = table.caption {
            parts.append(.tag("caption", [:], render(caption.content, delegate: &delegate)))
        }
        let header = row(table.header, cell: "th", of: table, delegate: &delegate)
        parts.append(.tag("thead", [:], [header]))
        if !table.rows.isEmpty {
            let rows = table.rows.map { row($0, cell: "td", of: table, delegate: &delegate) }
            parts.append(.tag("tbody", [:], rows))
        }
        let attributes = table.caption?.id.map { [Attribute("id", $0)] } ?? []
        return .element(Element("table", attributes, parts))
    }

    private func row(
        _ cells: [[InlineNode]], cell name: String, of table: Table, delegate: inout some MarkupDelegate
    ) -> Node {
        let nodes = zip(cells, table.alignments).map { content, alignment in
            Node.element(Element(name, alignment.attributes, render(content, delegate: &delegate)))
        }
        return .tag("tr", [:], nodes)
    }
}

extension Table.Alignment {
    fileprivate var attributes: [Attribute] {
        switch self {
        case .none: []
        case .left: [Attribute("style", "text-align: left")]
        case .center: [Attribute("style", "text-align: center")]
        case .right: [Attribute("style", "text-align: right")]
        }
    }
}

extension Character {
    /// The white space that ends the first word of an info string.
    fileprivate var isMarkupSpace: Bool {
        self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\u{0B}" || self == "\u{0C}"
    }
}
