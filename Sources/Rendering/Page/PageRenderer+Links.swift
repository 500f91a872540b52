import HTML
import Manuscript

extension PageRenderer {
    /// A link: to a label or an anchor, another page, a file of the book, or an address elsewhere.
    mutating func link(_ link: Phrase.Link) -> Node {
        switch link.target {
        case .name(let name):
            guard let label = label(name) else { return element(link, href: "#" + name) }
            return reference(to: name, label, link)
        case .address(let address): return element(link, href: WebAddress.percentEncoded(url: address))
        case .file(let path):
            return element(link, href: WebAddress.percentEncoded(url: RenderedPage.address(ofFile: path)))
        case .chapter(let path, let anchor):
            let page = context.page(path)
            findings.facts.insert(.page(path, page))
            guard let page else { return .empty }
            if link.isBlank, let anchor, let label = label(anchor), label.chapter + ".html" == page {
                return reference(to: anchor, label, link)
            }
            let href = WebAddress.percentEncoded(url: page + (anchor.map { "#" + $0 } ?? ""))
            guard anchor == nil else { return element(link, href: href) }
            guard link.isBlank else { return element(link, href: href, card: PageAnchor.text) }
            let title = context.title(path)
            findings.facts.insert(.title(path, title))
            return element(link, href: href, card: PageAnchor.text, [.text(title ?? path)])
        }
    }

    /// A reference to a label: with its own words, or with what the label is called.
    private mutating func reference(to id: String, _ label: BookFact.LabelFact, _ link: Phrase.Link) -> Node {
        let file = label.chapter == chapter.slug ? "" : label.chapter + ".html"
        let words: [Node] = link.isBlank ? [.text(label.text)] : words(of: link)
        return .tag("a", ["class": "ref", "href": "\(file)#\(id)", "data-preview": id], words)
    }

    /// - Parameter card: What is shown when the link is pointed at, by its anchor on the page that it leads to.
    private mutating func element(
        _ link: Phrase.Link, href: String, card: String? = nil, _ words: [Node]? = nil
    ) -> Node {
        var attributes = [Attribute("href", href)]
        if let card { attributes.append(Attribute("data-preview", card)) }
        if !link.title.isEmpty { attributes.append(Attribute("title", link.title)) }
        return .element(Element("a", attributes, words ?? self.words(of: link)))
    }

    /// What stands in a link, without links of its own.
    private mutating func words(of link: Phrase.Link) -> [Node] {
        let outer = isInLink
        isInLink = true
        defer { isInLink = outer }
        return render(link.words)
    }

    // MARK: Citations

    /// `(Elman, 1990, p. 7; Werbos, 1990)`, or `Elman (1990)` where the authors belong to the sentence. Every
    /// work links to its entry, and has an anchor to be found again from there.
    mutating func citation(_ citation: Phrase.Citation) -> Node {
        var parts: [Node] = []
        for item in citation.items {
            if !parts.isEmpty { parts.append("; ") }
            parts.append(work(item, isNarrative: citation.isNarrative))
        }
        let inner = citation.isNarrative ? parts : ["("] + parts + [")"]
        return .tag("span", ["class": "citation"], inner)
    }

    private mutating func work(_ item: Phrase.Citation.Item, isNarrative: Bool) -> Node {
        let work = context.work(item.key)
        findings.facts.insert(.work(item.key, work))
        guard let work else { return .empty }
        // The bibliography counts citations in running text only, so those in captions have no way back.
        var attributes = [Attribute("class", "cite")]
        if let ordinal = item.ordinal {
            attributes.append(Attribute("id", PageAnchor.citation(item.key, ordinal)))
        }
        let target = PageAnchor.work(item.key)
        attributes += [
            Attribute("href", "\(Bibliography.page)#\(target)"), Attribute("role", "doc-biblioref"),
            Attribute("data-preview", target),
        ]
        let locator = item.locator.isEmpty ? "" : ", \(item.locator)"
        func link(_ text: String) -> Node { .element(Element("a", attributes, [.text(text)])) }
        guard isNarrative else { return [link("\(work.authors), \(work.year)"), .text(locator)] }
        return [.text(work.authors + " ("), link(work.year), .text(locator + ")")]
    }
}

extension RenderedPage {
    /// Where a file of the book's folder stands in the site.
    public static func address(ofFile path: String) -> String { "files/" + path }
}
