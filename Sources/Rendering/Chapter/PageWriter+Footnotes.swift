import CommonMark
import Diagnostics
import HTML

/// The numbers of a page's footnotes, in the order they are first referred to.
struct FootnoteNumbers {
    private(set) var numbers: [String: Int] = [:]
    private(set) var uses: [String: Int] = [:]

    /// A note's number, and which reference to it this is.
    mutating func use(_ label: String) -> (number: Int, use: Int) {
        let number = numbers[label] ?? numbers.count + 1
        numbers[label] = number
        uses[label, default: 0] += 1
        return (number, uses[label, default: 0])
    }
}

extension PageWriter {
    mutating func footnoteReference(_ label: String, range: Range<Int>) -> Node {
        guard document.footnotes.contains(where: { $0.label == label }) else {
            report(
                "there is no footnote [^\(label)]", at: range,
                help: nearest(to: label, among: document.footnotes.map(\.label)).map {
                    "did you mean [^\($0)]?"
                }
                    ?? "write it anywhere on a line of its own: [^\(label)]: …")
            return .empty
        }
        let (number, use) = footnotes.use(label)
        let anchor = PageAnchor.noteReference(number, use: use)
        claim(anchor, at: range)
        let link = Node.tag(
            "a",
            [
                "class": "noteref", "href": "#" + PageAnchor.note(number), "id": anchor,
                "role": "doc-noteref",
                "aria-label": "Note \(number)", "data-preview": PageAnchor.note(number),
            ], String(number))
        return .tag("sup", [:], [link])
    }

    /// The page's notes with links back to the text.
    mutating func renderFootnotes() -> Node {
        let definitions = document.footnotes
        guard !definitions.isEmpty else { return .empty }
        var contents: [(label: String, nodes: [Node])] = []
        for definition in definitions {
            contents.append((definition.label, renderer.render(definition.content, delegate: &self)))
        }
        for definition in definitions where footnotes.numbers[definition.label] == nil {
            report(
                "nothing refers to the footnote [^\(definition.label)]", at: definition.range,
                help: "write [^\(definition.label)] in the text, or remove the note")
        }
        let items = contents.compactMap { label, nodes in
            footnotes.numbers[label].map { (number: $0, label, nodes) }
        }
        .sorted { $0.number < $1.number }
        .map { number, label, nodes in note(number, label, nodes) }
        let heading = Node.tag("h2", ["id": anchors.unique(for: "Notes")], "Notes")
        return .tag(
            "section", ["class": "footnotes", "role": "doc-endnotes"], [heading, .tag("ol", [:], items)])
    }

    private mutating func note(_ number: Int, _ label: String, _ nodes: [Node]) -> Node {
        let anchor = PageAnchor.note(number)
        _ = anchors.claim(anchor)
        let uses = footnotes.uses[label, default: 1]
        let back: [Node] = (1...uses).map { use in
            let target = PageAnchor.noteReference(number, use: use)
            return .tag("a", ["class": "back", "href": "#\(target)", "aria-label": "Back to the text"], "↩")
        }
        // The way back stands at the end of the note's last paragraph, where reading ends.
        var nodes = nodes
        if let last = nodes.lastIndex(where: \.isParagraph), case .element(var paragraph) = nodes[last] {
            paragraph.children += [" "] + back
            nodes[last] = .element(paragraph)
        } else {
            nodes += back
        }
        return .tag("li", ["id": anchor], nodes)
    }
}

extension Node {
    fileprivate var isParagraph: Bool {
        if case .element(let element) = self { element.name == "p" } else { false }
    }
}
