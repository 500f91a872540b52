import HTML

extension Node {
    /// The same for another place than its own, such as a list of headings: without links, notes, anchors and what
    /// shows on pointing.
    var quoted: Node {
        switch self {
        case .text, .trusted: return self
        case .fragment(let nodes): return .fragment(nodes.map(\.quoted))
        case .element(var element):
            if element.name == "sup" || element.isTooltip { return .empty }
            element.children = element.children.map(\.quoted)
            if element.name == "a" { return .fragment(element.children) }
            element.attributes.removeAll { ["id", "tabindex", "aria-describedby"].contains($0.name) }
            return .element(element)
        }
    }
}

extension Element {
    fileprivate var isTooltip: Bool {
        attributes.contains(Attribute("role", "tooltip"))
    }
}
