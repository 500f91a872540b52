import HTML

extension Node {
    /// The same for another place than its own, such as a list of headings: without links, notes, anchors and what
    /// shows on pointing.
    public var quoted: Node {
        switch self {
        case .text, .trusted: return self
        case .fragment(let nodes): return .fragment(nodes.map(\.quoted))
        case .element(var element):
            if element.isNoteReference || element.isTooltip { return .empty }
            element.children = element.children.map(\.quoted)
            if element.name == "a" { return .fragment(element.children) }
            element.attributes.removeAll { ["id", "tabindex", "aria-describedby"].contains($0.name) }
            return .element(element)
        }
    }
}

extension Element {
    private subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// A number raised above the line that leads to a note; other text may be raised as well.
    fileprivate var isNoteReference: Bool {
        guard name == "sup", case .element(let link)? = children.first else { return false }
        return link["class"] == "noteref"
    }

    fileprivate var isTooltip: Bool {
        attributes.contains(Attribute("role", "tooltip"))
    }
}
