import HTML

extension Node {
    /// The same for a book reader: without what only a page with script or a pointer has, and with links to the
    /// documents of the publication.
    ///
    /// - Parameter pages: The pages of the publication, by their addresses in the site.
    func forReaders(pages: Set<String>) -> Node {
        switch self {
        case .text: return self
        case .trusted(let markup): return .trusted(Self.widest(markup))
        case .fragment(let nodes): return .fragment(nodes.map { $0.forReaders(pages: pages) })
        case .element(var element):
            if element.isOnlyForPointers { return .empty }
            element.children = element.children.map { $0.forReaders(pages: pages) }
            element.attributes.removeAll {
                ["tabindex", "aria-describedby", "data-preview"].contains($0.name)
            }
            if element.name == "math" {
                element.attributes.insert(
                    Attribute("xmlns", "http://www.w3.org/1998/Math/MathML"), at: 0)
            }
            guard element.name == "a", let href = element.attributes.firstIndex(where: { $0.name == "href" }),
                let address = element.attributes[href].value
            else { return .element(element) }
            let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let page = parts.first.map(String.init) ?? ""
            if pages.contains(page) {
                let anchor = parts.count > 1 ? "#" + parts[1] : ""
                element.attributes[href].value = page.dropLast(".html".count) + ".xhtml" + anchor
            } else if !page.isEmpty, WebAddress.scheme(of: address) == nil {
                // What the site has beside its pages, a reader of the book has not.
                return .fragment(element.children)
            }
            return .element(element)
        }
    }

    /// Of the drawings of a figure, the one for a page.
    private static func widest(_ markup: String) -> String {
        guard markup.hasPrefix("<svg"), let end = markup.firstRange(of: "</svg>") else { return markup }
        return String(markup[..<end.upperBound])
    }
}

extension Element {
    /// Whether it shows on pointing, or leads to the place where it stands.
    fileprivate var isOnlyForPointers: Bool {
        attributes.contains { attribute in
            (attribute.name == "role" && attribute.value == "tooltip")
                || (attribute.name == "class" && attribute.value == "anchor")
        }
    }
}
