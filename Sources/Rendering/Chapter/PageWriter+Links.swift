import CommonMark
import Diagnostics
import HTML
import Manuscript

extension PageWriter {
    /// A link: a computed value, a reference to a label, another page, a file of the book, or an address elsewhere.
    ///
    /// Nil for a link that would run script, which the renderer itself refuses.
    mutating func link(_ link: Link, range: Range<Int>) -> Node? {
        let destination = link.destination
        let place = link.destinationRange ?? range
        if destination.hasPrefix("swift:") {
            if borrowedPlace == nil, let index = steps[range.lowerBound],
                case .value(let value) = chapter.steps[index]
            {
                return inlineValue(
                    value, content: link.content, outcome: evidence.transcript?.outcomes[index])
            }
            refuseValue(at: range)
            return .empty
        }
        if destination.isEmpty {
            report("this link leads nowhere", at: range, help: "write [words](address)")
            return .empty
        }
        if destination.hasPrefix("#") {
            let anchor = String(destination.dropFirst())
            if link.content.isBlank || label(anchor) != nil {
                return reference(to: anchor, link, range: range)
            }
            record(.page("", anchor: percentDecoded(anchor)), at: place)
            return anchorElement(destination, link, range: range)
        }
        if let scheme = scheme(of: destination) {
            if isDangerous(url: destination) { return nil }
            guard linkSchemes.contains(scheme) else {
                report(
                    "a link cannot begin with '\(scheme):'", at: place, help: suggestion(forScheme: scheme))
                return .empty
            }
            record(.external(destination), at: place)
            return anchorElement(percentEncoded(url: destination), link, range: range)
        }
        if destination.hasPrefix("//") {
            report("this address has no scheme", at: place, help: "write https:\(destination)")
            return .empty
        }
        return bookLink(link, range: range)
    }

    /// Reports a value where none is computed.
    mutating func refuseValue(at range: Range<Int>) {
        report(
            borrowedPlace == nil ? "a value cannot stand here" : "a value cannot stand in a caption",
            at: range, help: "put it in the text, where it is computed and checked")
    }

    private func suggestion(forScheme scheme: String) -> String {
        if scheme == "doi" { return "write https://doi.org/…" }
        let known = linkSchemes + ["swift"]
        return nearest(to: scheme, among: known).map { "did you mean '\($0):'?" }
            ?? "it may begin with \(linkSchemes.map { $0 + ":" }.joined(separator: ", ")); "
            + "to show the address, write it as code"
    }

    private mutating func anchorElement(_ href: String, _ link: Link, range: Range<Int>) -> Node {
        if link.content.isBlank {
            report(
                "this link has no words", at: range,
                help: "write them between the brackets; only chapters and labels have words of their own")
        }
        return anchorElement(href, title: link.title, linkContent(link.content))
    }

    private func anchorElement(_ href: String, title: String, _ content: [Node]) -> Node {
        var attributes = [Attribute("href", href)]
        if !title.isEmpty { attributes.append(Attribute("title", title)) }
        return .element(Element("a", attributes, content))
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
        let place = link.destinationRange ?? range
        let parts = link.destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let target = resolvedPath(String(parts[0]), from: path) else {
            report(
                "this link leads out of the book's folder", at: place,
                help: "link to a chapter or a file of the book, or to an address with https://")
            return .empty
        }
        guard target.hasSuffix(".md") else {
            record(.file(target), at: place)
            return anchorElement(percentEncoded(url: fileAddress(target)), link, range: range)
        }
        let page = context.page(target)
        record(.page(target, page))
        guard let page else {
            record(.unlisted(target), at: place)
            return .empty
        }
        let anchor = parts.count > 1 ? percentDecoded(String(parts[1])) : nil
        let isBlank = link.content.isBlank
        if isBlank, let anchor, let label = label(anchor), label.chapter + ".html" == page {
            return reference(to: anchor, link, range: range)
        }
        record(.page(page, anchor: anchor), at: place)
        let address = percentEncoded(url: page + (anchor.map { "#" + $0 } ?? ""))
        if isBlank, anchor == nil {
            let title = context.title(target)
            record(.title(target, title))
            return anchorElement(address, title: link.title, [.text(title ?? target)])
        }
        return anchorElement(address, link, range: range)
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
                    ?? Label.help(forMissing: id))
            return .empty
        }
        let isElsewhere = label.chapter != chapter.slug
        let file = isElsewhere ? label.chapter + ".html" : ""
        if isElsewhere { references.insert(id) }
        record(.page(file, anchor: id), at: link.destinationRange ?? range)
        let content: [Node] = link.content.isBlank ? [.text(label.text)] : linkContent(link.content)
        return .tag("a", ["class": "ref", "href": "\(file)#\(id)", "data-preview": id], content)
    }

    /// Keeps what a label shows when it is pointed at from another page.
    mutating func keepPreview(_ id: String, _ nodes: [Node]) {
        let markup = Node.fragment(nodes).quoted.serialised()
        previews.append(RenderedPage.Preview(label: id, markup: markup))
    }
}

/// What the address of a link may begin with.
private let linkSchemes = ["http", "https", "mailto", "tel"]

extension [InlineNode] {
    /// Whether there is nothing here to read or to see.
    var isBlank: Bool {
        allSatisfy { node in
            switch node.kind {
            case .text(let text): text.allSatisfy(\.isWhitespace)
            case .softBreak, .hardBreak, .html: true
            case .emphasis(let content), .strong(let content): content.isBlank
            case .code, .link, .image, .math, .citation, .footnoteReference: false
            }
        }
    }
}
