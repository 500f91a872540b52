import HTML
import Manuscript

extension PageRenderer {
    /// A value or claim in running text; pointing at it shows what was computed.
    mutating func value(at position: Int, _ words: [Phrase]) -> Node {
        guard case .value(let value) = chapter.steps[position] else { return .empty }
        let outcome = outcome(ofStep: position)
        // A value can be focused by itself, and nothing in it.
        let outer = linksTerms
        linksTerms = false
        defer { linksTerms = outer }
        let words = evidence.unacceptedText(ofStep: position).map { [.text($0)] } ?? render(words)
        guard case .value(let observed)? = outcome else {
            if evidence.isVerified {
                report(
                    "this value was not computed, so it cannot be shown as verified", at: value.range,
                    help: "run the book again")
            }
            return .tag("span", ["class": "unverified"], words)
        }
        guard evidence.isVerified else { return .tag("span", ["class": "unverified"], words) }
        valueCount += 1
        let id = PageAnchor.value(valueCount)
        let expression = highlighter.markup(of: value.expression)
        func tip(_ said: [Node], _ verdict: String) -> Node {
            .tag(
                "span", ["class": "tip", "id": id, "role": "tooltip"],
                [
                    .tag("code", [:], said),
                    .tag("span", ["class": "verified"], [Icon.check.node, .text(verdict)]),
                ])
        }
        func element(_ kind: String, _ content: [Node]) -> Node {
            .tag("span", ["class": kind, "tabindex": "0", "aria-describedby": id], content)
        }
        let digits: String
        switch observed {
        case .claim(true):
            // A character, as no line breaks between it and a word; the joiner keeps it with a formula.
            let mark = Node.tag("span", ["class": "tick", "aria-hidden": "true"], "\u{2060}✓")
            return element("value claim", words + [mark, tip([expression], "true: verified")])
        case .claim(false):
            report("this claim is false", at: value.range)
            return .tag("span", ["class": "unverified"], words)
        case .integer(let text), .text(let text): digits = visibleText(text)
        case .floating(let number): digits = number.description
        }
        return element("value", words + [tip([expression, .text(" = " + digits)], "verified")])
    }
}
