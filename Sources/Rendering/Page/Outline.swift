import HTML

extension [RenderedPage.Heading] {
    /// The headings of a page as a list of links with those of level 3 below those of level 2; nothing if there is
    /// only one.
    public var outlineMarkup: String {
        let headings = self
        guard headings.count > 1 else { return "" }
        var items: [Node] = []
        var inner: [Node] = []
        var current: Node?
        func link(_ heading: RenderedPage.Heading) -> Node {
            .tag("a", ["href": "#\(heading.anchor)"], [.trusted(heading.markup)])
        }
        func close() {
            guard let node = current else { return }
            items.append(.tag("li", [:], inner.isEmpty ? [node] : [node, .tag("ol", [:], inner)]))
            inner = []
        }
        for heading in headings {
            if heading.level > 2, current != nil {
                inner.append(.tag("li", [:], [link(heading)]))
            } else {
                close()
                current = link(heading)
            }
        }
        close()
        return Node.tag("ol", [:], items).serialised()
    }
}
