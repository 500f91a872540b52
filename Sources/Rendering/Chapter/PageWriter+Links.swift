import CommonMark
import Diagnostics
import HTML
import Manuscript

extension PageWriter {
    /// A link: a computed value, a reference to a label, another page, a file of the book, or an address elsewhere.
    mutating func link(_ link: Link, range: Range<Int>) -> Node? {
        let destination = link.destination
        if destination.hasPrefix("swift:"), let index = steps[range.lowerBound],
            borrowedPlace == nil, case .value(let value) = chapter.steps[index]
        {
            return inlineValue(value, content: link.content, outcome: evidence.transcript?.outcomes[index])
        }
        if destination.hasPrefix("#") {
            let anchor = String(destination.dropFirst())
            if link.content.isEmpty || label(anchor) != nil {
                return reference(to: anchor, link, range: range)
            }
            record(.page("", anchor: percentDecoded(anchor)), at: link.destinationRange ?? range)
            return anchorElement(destination, link)
        }
        if let scheme = scheme(of: destination) {
            guard ["http", "https", "mailto"].contains(scheme) else { return nil }
            record(.external(destination), at: link.destinationRange ?? range)
            return anchorElement(percentEncoded(url: destination), link)
        }
        if destination.hasPrefix("//") {
            report(
                "this address has no scheme", at: link.destinationRange ?? range,
                help: "write https:\(destination)")
            return .empty
        }
        return bookLink(link, range: link.destinationRange ?? range)
    }

    private mutating func anchorElement(_ href: String, _ link: Link) -> Node {
        var attributes = [Attribute("href", href)]
        if !link.title.isEmpty { attributes.append(Attribute("title", link.title)) }
        return .element(Element("a", attributes, linkContent(link.content)))
    }

    /// What stands in a link, without links of its own.
    private mutating func linkContent(_ content: [InlineNode]) -> [Node] {
        let outer = isInLink
        isInLink = true
        defer { isInLink = outer }
        return renderer.render(content, delegate: &self)
    }

    /// A relative link: to another chapter, as it is followed on GitHub, or to a file of the book.
    private mutating func bookLink(_ link: Link, range: Range<Int>) -> Node {
        let parts = link.destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let target = resolvedPath(String(parts[0]), from: path) else {
            report(
                "this link leads out of the book's folder", at: range,
                help: "link to a chapter or a file of the book, or to an address with https://")
            return .empty
        }
        guard target.hasSuffix(".md") else {
            record(.file(target), at: range)
            return anchorElement(percentEncoded(url: fileAddress(target)), link)
        }
        let page = context.page(target)
        record(.page(target, page))
        guard let page else {
            report(
                "the book has no chapter \(target)", at: range,
                help: context.suggestion(forPage: target).map { "did you mean \($0)?" }
                    ?? "name it in book.yml, or link to something else")
            return .empty
        }
        let anchor = parts.count > 1 ? percentDecoded(String(parts[1])) : nil
        record(.page(page, anchor: anchor), at: range)
        return anchorElement(percentEncoded(url: page + (anchor.map { "#" + $0 } ?? "")), link)
    }

    /// Where a file of the book's folder stands in the site.
    func fileAddress(_ path: String) -> String { "files/" + path }

    /// What the book knows of a label.
    mutating func label(_ id: String) -> BookFact.LabelFact? {
        let fact = context.label(id)
        record(.label(id, fact))
        return fact
    }

    /// A reference to a label: with its own words, or with what the label is called.
    private mutating func reference(to id: String, _ link: Link, range: Range<Int>) -> Node {
        guard let label = label(id) else {
            report(
                "there is no label '\(id)'", at: link.destinationRange ?? range,
                help: context.suggestion(forLabel: id).map { "did you mean '\($0)'?" }
                    ?? "name an equation, a figure, a table, a listing or a heading so, as in {#\(id)}")
            return .empty
        }
        let isElsewhere = label.chapter != chapter.slug
        let file = isElsewhere ? label.chapter + ".html" : ""
        if isElsewhere { references.insert(id) }
        record(.page(file, anchor: id), at: link.destinationRange ?? range)
        let content =
            link.content.isEmpty ? [.text(label.text)] : linkContent(link.content)
        return .tag("a", ["class": "ref", "href": "\(file)#\(id)", "data-preview": id], content)
    }

    /// Keeps what a label shows when it is pointed at from another page.
    mutating func keepPreview(_ id: String, _ nodes: [Node]) {
        let markup = Node.fragment(nodes).quoted.serialised()
        previews.append(RenderedPage.Preview(label: id, markup: markup))
    }
}
