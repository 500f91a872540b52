import HTML
import Manuscript

extension PageRenderer {
    /// The HTML of passages, each on lines of its own.
    mutating func render(_ passages: [Passage]) -> [Node] {
        var lines = BlockLines()
        render(passages, isTight: false, to: &lines)
        return lines.nodes
    }

    private mutating func render(_ passages: [Passage], isTight: Bool, to lines: inout BlockLines) {
        // What a reference to the heading above would show, until the first paragraph below it completes it.
        var opened: (anchor: String, heading: Node)?
        for passage in passages {
            switch passage {
            case .prose(let words):
                linksTerms = true
                let words = render(words)
                linksTerms = false
                if let heading = opened {
                    keepPreview(heading.anchor, [heading.heading, .tag("p", [:], words)])
                    opened = nil
                }
                if isTight {
                    lines.append(words)
                } else {
                    lines.appendLine(.tag("p", [:], words))
                }
            case .heading(let heading):
                let node = self.heading(heading)
                opened = card(of: heading, node)
                lines.appendLine(node)
            case .exercise(let heading):
                let node = exercise(heading)
                opened = card(of: heading, node)
                lines.appendLine(node)
            case .block(let step, let caption):
                guard case .block(let block) = chapter.steps[content.position(of: step)] else { continue }
                lines.appendLine(
                    self.block(block, caption: caption, outcome: outcome(ofStep: content.position(of: step))))
                // The recorded output was rendered with its block, and leaves a line.
                if block.recorded != nil { lines.appendLine(.empty) }
            case .code(let listing): lines.appendLine(code(listing))
            case .equation(let equation): lines.appendLine(self.equation(equation, element: "div"))
            case .picture(let picture): lines.appendLine(figure(picture))
            case .table(let table): lines.appendLine(self.table(table))
            case .definition(let definition): lines.appendLine(self.definition(definition))
            case .alert(let kind, let title, let content, let id):
                let content = render(content)
                if let id { keepPreview(id, content) }
                lines.appendLine(alert(kind, title: title, content, id: id))
            case .details(let summary, let isOpen, let content):
                lines.appendLine(details(summary: summary, isOpen: isOpen, content))
            case .quote(let content): lines.appendLine(quote(content))
            case .list(let list): lines.appendLine(self.list(list))
            case .rule: lines.appendLine(.tag("hr"))
            }
        }
    }

    /// A quotation: a line ending after its opening tag, and one after each passage.
    private mutating func quote(_ content: [Passage]) -> Node {
        var lines = BlockLines(startsLine: false)
        lines.endLine()
        render(content, isTight: false, to: &lines)
        lines.endLine()
        return .tag("blockquote", [:], lines.nodes)
    }

    private mutating func list(_ list: Passage.List) -> Node {
        var items = BlockLines(startsLine: false)
        items.endLine()
        for passages in list.items {
            var item = BlockLines(startsLine: false)
            render(passages, isTight: list.isTight, to: &item)
            items.appendLine(.tag("li", [:], item.nodes))
        }
        switch list.start {
        case nil: return .tag("ul", [:], items.nodes)
        case 1: return .tag("ol", [:], items.nodes)
        case let start?: return .tag("ol", ["start": String(start)], items.nodes)
        }
    }

    private mutating func details(summary: [Phrase], isOpen: Bool, _ content: [Passage]) -> Node {
        let summary = Node.tag("summary", [:], render(summary))
        var attributes = [Attribute("class", "details")]
        if isOpen { attributes.append(Attribute("open", nil)) }
        return .element(Element("details", attributes, [summary] + render(content)))
    }

    private mutating func definition(_ definition: Passage.Definition) -> Node {
        linkedTerms.insert(definition.label)
        let content = render(definition.content)
        keepPreview(definition.label, content)
        return alert(.definition, title: definition.term, content, id: definition.label)
    }

    /// A note, a warning, a definition and the like.
    private mutating func alert(
        _ kind: AlertKind, title: [Phrase], _ content: [Node], id: String?
    ) -> Node {
        let number = kind == .definition ? nil : id.flatMap { label($0)?.text }
        var head: [Node] = [
            kind.icon.node, .tag("span", [:], number ?? context.vocabulary.word(for: kind)),
        ]
        if !title.isEmpty { head.append(.tag("span", ["class": "topic"], render(title))) }
        var attributes = [
            Attribute("class", "alert alert-\(kind.rawValue.lowercased())"), Attribute("role", "note"),
        ]
        if let id { attributes.append(Attribute("id", id)) }
        return .element(Element("div", attributes, [.tag("p", ["class": "title"], head)] + content))
    }

    private mutating func code(_ listing: Passage.Listing) -> Node {
        let language =
            listing.language.isEmpty ? [] : [Attribute("class", "language-\(listing.language)")]
        let text = Node.text(visibleText(listing.code))
        var content = [codeBox([.element(Element("code", language, [text]))])]
        let label = listing.name.flatMap { self.label($0) }
        if label != nil || !listing.caption.isEmpty {
            let number: [Node] = label.map { [.tag("span", ["class": "label"], $0.text + "."), " "] } ?? []
            content.append(.tag("figcaption", [:], number + render(listing.caption)))
        }
        var attributes = [Attribute("class", "block")]
        if let name = listing.name {
            attributes.append(Attribute("id", name))
            if label != nil { keepPreview(name, content) }
        }
        return .element(Element(content.count > 1 ? "figure" : "div", attributes, content))
    }

    /// A box of code that can be scrolled and, by script, copied.
    func codeBox(mark: Node = .empty, _ content: [Node]) -> Node {
        .tag("div", ["class": "code"], [mark, .tag("pre", ["tabindex": "0"], content)])
    }

    // MARK: Footnotes

    /// The page's notes with links back to the text.
    mutating func notes() -> Node {
        guard !content.notes.isEmpty else { return .empty }
        var items: [Node] = []
        for note in content.notes { items.append(self.note(note, render(note.content))) }
        let heading = Node.tag("h2", ["id": content.notesAnchor], context.vocabulary(.notes))
        return .tag(
            "section", ["class": "footnotes", "role": "doc-endnotes"], [heading, .tag("ol", [:], items)])
    }

    private func note(_ note: Content.Note, _ nodes: [Node]) -> Node {
        let back: [Node] = (1...note.uses).map { use in
            let target = PageAnchor.noteReference(note.number, use: use)
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
        return .tag("li", ["id": PageAnchor.note(note.number)], nodes)
    }
}

extension Node {
    fileprivate var isParagraph: Bool {
        if case .element(let element) = self { element.name == "p" } else { false }
    }
}

extension AlertKind {
    fileprivate var icon: Icon {
        switch self {
        case .note, .summary: .note
        case .tip: .tip
        case .important, .theorem, .lemma, .corollary, .proposition: .important
        case .warning: .warning
        case .caution: .caution
        case .definition, .proof: .definition
        case .exercise, .example: .exercise
        }
    }
}
