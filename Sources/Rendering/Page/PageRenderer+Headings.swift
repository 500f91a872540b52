import HTML
import Manuscript

extension PageRenderer {
    /// A heading with its number and its anchor.
    mutating func heading(_ heading: Passage.Heading) -> Node {
        if heading.level == 1 { return title(heading) }
        return section(heading, number: heading.number)
    }

    /// A heading that sets a task, called by its label.
    mutating func exercise(_ heading: Passage.Heading) -> Node {
        section(heading, number: heading.label.flatMap { label($0)?.text } ?? heading.number)
    }

    /// What a reference to a heading shows before its first paragraph: the title for the page as a whole, and every
    /// heading that has a label.
    func card(of heading: Passage.Heading, _ node: Node) -> (anchor: String, heading: Node)? {
        if heading.level == 1 {
            return (PageAnchor.text, .tag("p", ["class": "topic"], [.trusted(findings.titleMarkup ?? "")]))
        }
        guard let label = heading.label, case .element(let element) = node else { return nil }
        // The last child leads to the heading itself.
        return (label, .tag("p", ["class": "topic"], Array(element.children.dropLast())))
    }

    private mutating func section(_ heading: Passage.Heading, number: String?) -> Node {
        linkedTerms = []
        let anchor = content.anchor(of: heading)
        let markup = render(heading.words)
        let number: [Node] = number.map { [.tag("span", ["class": "section"], $0), " "] } ?? []
        if heading.level == 2 || heading.level == 3 {
            let entry = Node.fragment(number + markup).quoted.serialised()
            findings.outline.append(
                RenderedPage.Heading(level: heading.level, anchor: anchor, markup: entry))
        }
        let link = Node.tag(
            "a", ["class": "anchor", "href": "#\(anchor)", "aria-label": "Link to this section"], "#")
        return .element(Element("h\(heading.level)", [Attribute("id", anchor)], number + markup + [link]))
    }

    /// The title opens the page, with the chapter's number above and the byline below.
    private mutating func title(_ heading: Passage.Heading) -> Node {
        let markup = render(heading.words)
        findings.titleMarkup = Node.fragment(markup).quoted.serialised()
        var parts: [Node] = []
        switch chapter.role {
        case .opening, .page: break
        case .chapter(let number): parts.append(kicker(.chapter, "\(number)"))
        case .appendix(let letter): parts.append(kicker(.appendix, letter))
        }
        parts.append(.tag("h1", ["id": content.anchor(of: heading)], markup))
        if chapter.role == .opening {
            if let subtitle = context.subtitle { parts.append(.tag("p", ["class": "subtitle"], subtitle)) }
            if !context.authors.isEmpty {
                parts.append(.tag("p", ["class": "authors"], context.authors.joined(separator: ", ")))
            }
        }
        parts.append(byline)
        return .tag("header", [:], parts)
    }

    /// How much of the prose is covered, and what a run of a reader's own can be compared with.
    private var seal: String {
        guard let seal = evidence.seal else { return "" }
        let share =
            seal.coverage.map { " \($0) % of the numbers in the text are computed or marked as given." } ?? ""
        return share + " Fingerprint of the run: \(seal.fingerprint)."
    }

    private func kicker(_ word: Vocabulary.Word, _ mark: String) -> Node {
        .tag("p", ["class": "kicker"], "\(context.vocabulary(word)) \(mark)")
    }

    /// What of the page was recomputed, in words.
    private var byline: Node {
        guard evidence.isVerified else {
            return .tag(
                "p", ["class": "byline draft"],
                [Icon.warning.node, .tag("span", [:], "Draft: nothing on this page is verified.")])
        }
        let counts = counts
        let parts = [
            (counts.outputs, "output"), (counts.values, "value"), (counts.claims, "claim"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        guard let last = parts.last else { return .empty }
        let list = parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
        let verb = parts.count == 1 && list.hasPrefix("1 ") ? "was" : "were"
        return .tag(
            "p", ["class": "byline"],
            [
                Icon.check.node,
                .tag("span", [:], "\(list) on this page \(verb) recomputed and verified." + seal),
            ])
    }
}
