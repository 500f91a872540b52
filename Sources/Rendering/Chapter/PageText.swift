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
    private var text: [UInt8] = []
    /// Whether a blank stands between what was read and what follows.
    private var isApart = false

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
        sections[current].text = String(decoding: text, as: UTF8.self)
        text = []
        isApart = false
    }

    /// Adds words; blanks of any length and kind become a single space.
    private mutating func add(_ words: String) {
        let noBreak: (UInt8, UInt8) = (0xC2, 0xA0)
        var previous: UInt8 = 0
        for byte in words.utf8 {
            if byte == noBreak.1, previous == noBreak.0 {
                text.removeLast()
                if text.last == 0x20 { text.removeLast() }
                isApart = true
            } else if byte <= 0x20 {
                isApart = true
            } else {
                if isApart, !text.isEmpty { text.append(0x20) }
                isApart = false
                text.append(byte)
            }
            previous = byte
        }
    }

    private mutating func read(_ node: Node) {
        switch node {
        case .text(let words): add(words)
        case .trusted(let markup): add(unmarked(markup))
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
            add(formulas[tex] ?? tex)
            return
        }
        if element.name == "semantics" { return element.children.suffix(1).forEach { read($0) } }
        let isInline = element.isInline
        if !isInline { isApart = true }
        for child in element.children { read(child) }
        if !isInline { isApart = true }
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
        return inlineNames.contains(name)
    }

    /// Code, drawings, and what the page adds to the author's text.
    fileprivate var isLeftOut: Bool {
        if ["header", "pre", "svg"].contains(name) { return true }
        if name == "summary", children == [foldedCode] { return true }
        guard let classes = self["class"]?.split(separator: " ") else { return false }
        return classes.contains { ["code", "output", "mark", "tip", "noteref", "back"].contains($0) }
    }
}

private let inlineNames: Set = [
    "a", "cite", "code", "del", "em", "ins", "kbd", "mark", "math", "q", "s", "samp", "small",
    "span", "strong", "sub", "sup", "u", "var", "wbr",
]

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
