import HTML
import Manuscript

extension PageRenderer {
    /// An image of a paragraph of its own, with its caption.
    mutating func figure(_ picture: Picture) -> Node {
        var caption: [Node] = []
        var attributes = [Attribute("class", "picture")]
        if let id = picture.label {
            attributes.append(Attribute("id", id))
            if let label = label(id) { caption = [.tag("span", ["class": "label"], label.text + ".")] }
        }
        if !picture.caption.isEmpty { caption += (caption.isEmpty ? [] : [" "]) + render(picture.caption) }
        var content = [image(picture, id: nil)]
        if !caption.isEmpty { content.append(.tag("figcaption", [:], caption)) }
        if let id = picture.label { keepPreview(id, content) }
        return .element(Element("figure", attributes, content))
    }

    func image(_ picture: Picture, id: String?) -> Node {
        var attributes = [
            Attribute("src", WebAddress.percentEncoded(url: RenderedPage.address(ofFile: picture.file))),
            Attribute("alt", picture.alternative),
        ]
        if let id { attributes.append(Attribute("id", id)) }
        return .element(Element("img", attributes))
    }

    /// A table that scrolls sideways by itself, with its caption numbered if it has a label.
    mutating func table(_ table: Passage.Table) -> Node {
        let header = row(table.header, cell: "th", of: table)
        var rows: [Node] = []
        for cells in table.rows { rows.append(row(cells, cell: "td", of: table)) }
        var parts: [Node] = []
        if let words = table.caption { parts.append(.tag("caption", [:], caption(words, table.label))) }
        parts.append(.tag("thead", [:], [header]))
        if !rows.isEmpty { parts.append(.tag("tbody", [:], rows)) }
        let content: [Node] = [.tag("table", [:], parts)]
        var attributes = [Attribute("class", "scroll")]
        if let id = table.label {
            attributes.append(Attribute("id", id))
            keepPreview(id, content)
        }
        attributes += [
            Attribute("tabindex", "0"), Attribute("role", "region"), Attribute("aria-label", table.name),
        ]
        return .element(Element("div", attributes, content))
    }

    private mutating func caption(_ words: [Phrase], _ id: String?) -> [Node] {
        let words = render(words)
        guard let id, let label = label(id) else { return words }
        return [.tag("span", ["class": "label"], label.text + "."), " "] + words
    }

    private mutating func row(_ cells: [[Phrase]], cell name: String, of table: Passage.Table) -> Node {
        var nodes: [Node] = []
        for (words, alignment) in zip(cells, table.alignments) {
            var attributes: [Attribute] = []
            if alignment != .none { attributes.append(Attribute("class", alignment.rawValue)) }
            // A corner without words is the head of no column.
            let element = words.isEmpty ? "td" : name
            if element == "th" { attributes.append(Attribute("scope", "col")) }
            nodes.append(.element(Element(element, attributes, render(words))))
        }
        return .tag("tr", [:], nodes)
    }
}
