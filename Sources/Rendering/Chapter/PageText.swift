import HTML

/// The text of a page as a reader sees it, section by section: what the search box finds.
///
/// Code and what it printed are left out, as are the marks that the page adds; formulas stand in one line.
struct PageText {
    /// The sections, in the order of the page.
    private(set) var sections: [RenderedPage.Section]
    /// Formulas in one line of plain text, by their TeX.
    private let formulas: [String: String]
    private var current = 0
    private var text = ""

    /// The text of a page that has some sections, each opened by the heading with its anchor.
    init(of nodes: [Node], sections: [RenderedPage.Section], formulas: [String: String]) {
        self.sections = sections
        self.formulas = formulas
        for node in nodes { read(node) }
        endSection()
    }

    /// The text of some nodes.
    static func text(of nodes: [Node], formulas: [String: String]) -> String {
        let section = RenderedPage.Section(anchor: "", title: "", text: "")
        return PageText(of: nodes, sections: [section], formulas: formulas).sections[0].text
    }

    private mutating func endSection() {
        sections[current].text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        text = ""
    }

    private mutating func read(_ node: Node) {
        switch node {
        case .text(let words): text += words
        case .trusted(let markup): text += unmarked(markup)
        case .fragment(let nodes): for node in nodes { read(node) }
        case .element(let element): read(element)
        }
    }

    private mutating func read(_ element: Element) {
        if element.isLeftOut { return }
        if element.isHeading {
            guard current + 1 < sections.count, element["id"] == sections[current + 1].anchor else { return }
            endSection()
            current += 1
            return
        }
        if element.name == "annotation" {
            let tex = element.children.map(\.plainText).joined()
            text += formulas[tex] ?? tex
            return
        }
        if element.name == "semantics" { return element.children.suffix(1).forEach { read($0) } }
        if !element.isInline { text += " " }
        for child in element.children { read(child) }
        if !element.isInline { text += " " }
    }
}

extension Element {
    subscript(name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }

    fileprivate var isHeading: Bool {
        ["h1", "h2", "h3", "h4", "h5", "h6"].contains(name)
    }

    /// Whether the element stands in a line of text, not set apart from what is before and behind it.
    fileprivate var isInline: Bool {
        if ["formula", "number", "topic"].contains(self["class"]) { return false }
        return [
            "a", "cite", "code", "del", "em", "ins", "kbd", "mark", "math", "q", "s", "samp", "small", "span",
            "strong", "sub", "sup", "u", "var", "wbr",
        ].contains(name)
    }

    /// Code, drawings, and what the page adds to the author's text.
    fileprivate var isLeftOut: Bool {
        if ["header", "pre", "svg"].contains(name) { return true }
        if name == "summary", children == [foldedCode] { return true }
        let classes = (self["class"] ?? "").split(separator: " ")
        return classes.contains { ["code", "output", "mark", "tip", "noteref", "back"].contains($0) }
    }
}

/// The text of markup that was made from Swift.
private func unmarked(_ markup: String) -> String {
    var text = ""
    var rest = markup[...]
    while let open = rest.firstIndex(of: "<") {
        text += rest[..<open]
        guard let close = rest[open...].firstIndex(of: ">") else { break }
        rest = rest[rest.index(after: close)...]
    }
    text += rest
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&amp;", with: "&")
}
