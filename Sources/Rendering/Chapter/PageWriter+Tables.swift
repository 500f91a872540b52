import CommonMark
import HTML

extension PageWriter {
    /// A table that scrolls sideways by itself, with its caption numbered if it has a label.
    mutating func table(_ table: Table, range: Range<Int>) -> Node {
        let header = row(table.header, cell: "th", of: table)
        let rows = table.rows.map { row($0, cell: "td", of: table) }
        var parts: [Node] = []
        if let caption = table.caption { parts.append(.tag("caption", [:], self.caption(caption))) }
        parts.append(.tag("thead", [:], [header]))
        if !rows.isEmpty { parts.append(.tag("tbody", [:], rows)) }
        let content: [Node] = [.tag("table", [:], parts)]
        var attributes = [Attribute("class", "scroll")]
        if let caption = table.caption, let id = caption.id {
            claim(id, at: caption.range)
            attributes.append(Attribute("id", id))
            keepPreview(id, content)
        }
        let name = table.caption.map { $0.content.plainText } ?? "Table"
        attributes += [
            Attribute("tabindex", "0"), Attribute("role", "region"), Attribute("aria-label", name),
        ]
        return .element(Element("div", attributes, content))
    }

    private mutating func caption(_ caption: Caption) -> [Node] {
        let words = renderer.render(caption.content, delegate: &self)
        guard let id = caption.id, let label = label(id) else { return words }
        return [.tag("span", ["class": "label"], label.text + "."), " "] + words
    }

    private mutating func row(_ cells: [[InlineNode]], cell name: String, of table: Table) -> Node {
        var nodes: [Node] = []
        for (content, alignment) in zip(cells, table.alignments) {
            var attributes: [Attribute] = []
            switch alignment {
            case .none: break
            case .left: attributes.append(Attribute("class", "left"))
            case .center: attributes.append(Attribute("class", "center"))
            case .right: attributes.append(Attribute("class", "right"))
            }
            if name == "th" { attributes.append(Attribute("scope", "col")) }
            nodes.append(.element(Element(name, attributes, renderer.render(content, delegate: &self))))
        }
        return .tag("tr", [:], nodes)
    }
}
