import CommonMark
import HTML
import Manuscript

extension PageWriter {
    /// A value or claim in running text; pointing at it shows what was computed.
    mutating func inlineValue(_ value: InlineValue, content: [InlineNode], outcome: Outcome?) -> Node {
        let words = renderer.render(content, delegate: &self)
        guard case .value(let observed)? = outcome else {
            if evidence.isVerified {
                report(
                    "this value was not computed, so it cannot be shown as verified", at: value.range,
                    help: "run the book again")
            }
            return .tag("span", ["class": "unverified"], words)
        }
        let digits: String
        switch observed {
        case .claim(true): digits = "true"
        case .claim(false):
            if evidence.isVerified { report("this claim is false", at: value.range) }
            return .tag("span", ["class": "unverified"], words)
        case .integer(let text), .text(let text): digits = visibleText(text)
        case .floating(let number): digits = number.description
        }
        guard evidence.isVerified else { return .tag("span", ["class": "unverified"], words) }
        tooltips += 1
        let id = PageAnchor.value(tooltips)
        claim(id, at: value.range)
        var isClaim = false
        if case .claim = observed { isClaim = true }
        let said: [Node] =
            isClaim
            ? [.tag("code", [:], [highlighter.markup(of: value.expression)])]
            : [.tag("code", [:], [highlighter.markup(of: value.expression), .text(" = " + digits)])]
        let tip = Node.tag(
            "span", ["class": "tip", "id": id, "role": "tooltip"],
            said + [
                .tag(
                    "span", ["class": "verified"],
                    [Icon.check.node, .text(isClaim ? "true: verified" : "verified")])
            ])
        let attributes = [
            Attribute("class", isClaim ? "value claim" : "value"), Attribute("tabindex", "0"),
            Attribute("aria-describedby", id),
        ]
        return .element(Element("span", attributes, words + (isClaim ? [Icon.check.node] : []) + [tip]))
    }
}
