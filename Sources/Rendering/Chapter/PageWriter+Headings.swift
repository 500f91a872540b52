import CommonMark
import HTML
import Manuscript

extension PageWriter {
    /// A heading with its anchor: the author's `{#id}`, or GitHub's for the text.
    mutating func heading(level: Int, id: String?, _ content: [InlineNode], range: Range<Int>) -> Node {
        let text = content.plainText
        if level == 2 { sectionNumber += 1 }
        let markup = renderer.render(content, delegate: &self)
        if level == 1, titleMarkup == nil { return title(id, markup, text: text, range: range) }
        if level == 1 {
            report("a page has one heading of level 1, its title", at: range, help: "write '## …'")
        }

        let anchor = id ?? anchors.unique(for: text)
        if id != nil { claim(anchor, at: range) }
        var number: [Node] = []
        if let id, let label = label(id), label.kind == Label.Kind.exercise.rawValue {
            number = [.tag("span", ["class": "section"], label.text), " "]
        } else if level == 2, case .chapter(let chapter) = chapter.role {
            number = [.tag("span", ["class": "section"], "\(chapter).\(sectionNumber)"), " "]
        }
        sections.append(RenderedPage.Section(anchor: anchor, title: words(of: markup), text: ""))
        if level == 2 || level == 3 {
            let entry = Node.fragment(number + markup).quoted.serialised()
            outline.append(RenderedPage.Heading(level: level, anchor: anchor, markup: entry))
        }
        let link = Node.tag(
            "a", ["class": "anchor", "href": "#\(anchor)", "aria-label": "Link to this section"], "#")
        return .element(Element("h\(level)", [Attribute("id", anchor)], number + markup + [link]))
    }

    /// The first heading of level 1 opens the page, with the chapter's number above and the byline below.
    private mutating func title(_ id: String?, _ markup: [Node], text: String, range: Range<Int>) -> Node {
        titleMarkup = Node.fragment(markup).quoted.serialised()
        sections[0].title = words(of: markup)
        let anchor = id ?? anchors.unique(for: text)
        if id != nil { claim(anchor, at: range) }
        var parts: [Node] = []
        if case .chapter(let number) = chapter.role {
            parts.append(.tag("p", ["class": "kicker"], "Chapter \(number)"))
        }
        parts.append(.tag("h1", ["id": anchor], markup))
        if chapter.role == .opening {
            if let subtitle = context.subtitle { parts.append(.tag("p", ["class": "subtitle"], subtitle)) }
            if !context.authors.isEmpty {
                parts.append(.tag("p", ["class": "authors"], context.authors.joined(separator: ", ")))
            }
        }
        parts.append(byline)
        return .tag("header", [:], parts)
    }

    private func words(of markup: [Node]) -> String {
        PageText.text(of: markup, formulas: mathematics.texts)
    }

    /// What of the page was recomputed.
    private var byline: Node {
        guard evidence.isVerified else {
            return .tag(
                "p", ["class": "byline draft"],
                [Icon.warning.node, .tag("span", [:], "Draft: nothing on this page is verified.")])
        }
        let parts = [
            (counts.outputs, "output"), (counts.values, "value"), (counts.claims, "claim"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        guard let last = parts.last else { return .empty }
        let list = parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
        let verb = parts.count == 1 && list.hasPrefix("1 ") ? "was" : "were"
        return .tag(
            "p", ["class": "byline"],
            [Icon.check.node, .tag("span", [:], "\(list) on this page \(verb) recomputed and verified.")])
    }
}
