import CommonMark
import HTML

extension PageWriter {
    /// `(Elman, 1990, p. 7; Werbos, 1990)`, or `Elman (1990)` where the authors belong to the sentence. Every
    /// work links to its entry, and has an anchor to be found again from there.
    mutating func citation(_ citation: Citation) -> Node {
        var parts: [Node] = []
        for item in citation.items {
            if !parts.isEmpty { parts.append("; ") }
            parts.append(work(item, isNarrative: citation.isNarrative))
        }
        let inner = citation.isNarrative ? parts : ["("] + parts + [")"]
        return .tag("span", ["class": "citation"], inner)
    }

    private mutating func work(_ item: Citation.Item, isNarrative: Bool) -> Node {
        let work = context.work(item.key)
        record(.work(item.key, work))
        guard let work else {
            report(
                "no reference has the key '\(item.key)'", at: item.range,
                help: context.suggestion(forWork: item.key).map { "did you mean '@\($0)'?" }
                    ?? "add it to references.yml")
            return .empty
        }
        // The bibliography counts citations in running text only, so those in captions have no way back.
        var attributes = [Attribute("class", "cite")]
        if borrowedPlace == nil {
            citations[item.key, default: 0] += 1
            let anchor = PageAnchor.citation(item.key, citations[item.key, default: 0])
            claim(anchor, at: item.range)
            attributes.append(Attribute("id", anchor))
        }
        let target = PageAnchor.work(item.key)
        references.insert(target)
        record(.page(Bibliography.page, anchor: target), at: item.range)
        let locator = item.locator.isEmpty ? "" : ", \(item.locator)"
        attributes += [
            Attribute("href", "\(Bibliography.page)#\(target)"), Attribute("role", "doc-biblioref"),
            Attribute("data-preview", target),
        ]
        func link(_ text: String) -> Node { .element(Element("a", attributes, [.text(text)])) }
        guard isNarrative else { return [link("\(work.authors), \(work.year)"), .text(locator)] }
        return [.text(work.authors + " ("), link(work.year), .text(locator + ")")]
    }
}
