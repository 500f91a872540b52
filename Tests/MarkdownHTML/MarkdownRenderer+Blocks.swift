import Markdown
import HTML

extension MarkdownRenderer {
    func render(
        _ blocks: [BlockNode], isTight: Bool, to output: inout BlockLines
    ) {
        for block in blocks {
            if isTight, case .paragraph(let content) = block.kind {
                output.append(render(content))
            } else {
                render(block, to: &output)
            }
        }
    }

    private func render(
        _ block: BlockNode, to output: inout BlockLines
    ) {
        switch block.kind {
        case .paragraph(let content):
            output.appendLine(.tag("p", [:], render(content)))
        case .heading(let level, let id, let content):
            let attributes = id.map { [Attribute("id", $0)] } ?? []
            output.appendLine(
                .element(Element("h\(level)", attributes, render(content))))
        case .thematicBreak:
            output.appendLine(.tag("hr"))
        case .quote(let content):
            output.appendLine(.tag("blockquote", [:], renderLines(content)))
        case .list(let list):
            output.appendLine(render(list))
        case .code(let code):
            output.appendLine(render(code))
        case .html(let markup):
            output.appendMarkup(rawMarkup == .verbatim ? markup : "<!-- raw HTML omitted -->")
        case .table(let table):
            output.appendLine(render(table))
        case .alert(let alert):
            output.appendLine(render(alert))
        case .details(let details):
            output.appendLine(render(details))
        }
    }

    /// Blocks inside an element: a line ending after its opening tag, and one after each block.
    private func renderLines(_ blocks: [BlockNode]) -> [Node] {
        var output = BlockLines(startsLine: false)
        output.endLine()
        render(blocks, isTight: false, to: &output)
        output.endLine()
        return output.nodes
    }

    private func render(_ list: ListBlock) -> Node {
        var items = BlockLines(startsLine: false)
        items.endLine()
        for blocks in list.items {
            var item = BlockLines(startsLine: false)
            render(blocks, isTight: list.isTight, to: &item)
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

    private func render(_ alert: Alert) -> Node {
        var content = renderLines(alert.content)
        let title: [Node] =
            alert.title.isEmpty
            ? [.text(alert.kind.prefix(1) + alert.kind.dropFirst().lowercased())]
            : render(alert.title)
        content.insert(contentsOf: [.text("\n"), .tag("p", ["class": "title"], title)], at: 0)
        return .tag("aside", ["class": "alert alert-\(alert.kind.lowercased())"], content)
    }

    private func render(_ details: Details) -> Node {
        let summary = Node.tag("summary", [:], render(details.summary))
        let attributes = details.isOpen ? [Attribute("open", nil)] : []
        let content = renderLines(details.content)
        return .element(Element("details", attributes, [summary] + content))
    }

    private func render(_ table: PipeTable) -> Node {
        var parts: [Node] = []
        if let caption = table.caption {
            parts.append(.tag("caption", [:], render(caption.content)))
        }
        let header = row(table.header, cell: "th", of: table)
        parts.append(.tag("thead", [:], [header]))
        if !table.rows.isEmpty {
            let rows = table.rows.map { row($0, cell: "td", of: table) }
            parts.append(.tag("tbody", [:], rows))
        }
        let attributes = table.caption?.id.map { [Attribute("id", $0)] } ?? []
        return .element(Element("table", attributes, parts))
    }

    private func row(
        _ cells: [[InlineNode]], cell name: String, of table: PipeTable
    ) -> Node {
        let nodes = zip(cells, table.alignments).map { content, alignment in
            Node.element(Element(name, alignment.attributes, render(content)))
        }
        return .tag("tr", [:], nodes)
    }
}

extension PipeTable.Alignment {
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
