import HTML
import Manuscript

extension PageRenderer {
    /// The HTML of running text.
    mutating func render(_ phrases: [Phrase]) -> [Node] {
        var nodes: [Node] = []
        nodes.reserveCapacity(phrases.count)
        for phrase in phrases { nodes.append(render(phrase)) }
        return nodes
    }

    private mutating func render(_ phrase: Phrase) -> Node {
        switch phrase {
        case .text(let text): return .text(text)
        case .softBreak: return .text("\n")
        case .hardBreak: return [.tag("br"), .text("\n")]
        case .code(let code): return .tag("code", [:], code)
        case .swift(let code, _):
            let markup = isInLink ? highlighter.markup(of: code) : linkedSwift(code, isQuoted: true)
            return .tag("code", ["class": "language-swift"], [markup])
        case .emphasis(let words): return .tag("em", [:], render(words))
        case .strong(let words): return .tag("strong", [:], render(words))
        case .tagged(let name, let words): return .tag(name, [:], render(words))
        case .tag(let name): return .tag(name)
        case .value(let step, let words): return value(at: content.position(of: step), words)
        case .literal(let words): return .fragment(render(words))
        case .link(let link): return self.link(link)
        case .number(let id): return .text(label(id)?.number ?? "")
        case .picture(let picture): return image(picture, id: picture.label)
        case .formula(let formula): return formula.node
        case .equation(let equation): return self.equation(equation, element: "span")
        case .citation(let citation): return self.citation(citation)
        case .note(let number, let use): return noteReference(number, use: use)
        }
    }

    private func noteReference(_ number: Int, use: Int) -> Node {
        let link = Node.tag(
            "a",
            [
                "class": "noteref", "href": "#" + PageAnchor.note(number),
                "id": PageAnchor.noteReference(number, use: use), "role": "doc-noteref",
                "aria-label": "Note \(number)", "data-preview": PageAnchor.note(number),
            ], String(number))
        return .tag("sup", [:], [link])
    }

    /// A displayed formula, with its number at the right if it has one.
    mutating func equation(_ equation: Equation, element: String) -> Node {
        let formula = equation.formula?.node ?? .empty
        let body = Node.tag("span", ["class": "formula"], [formula])
        var attributes = [Attribute("class", "equation")]
        if let id = equation.label, let label = label(id) {
            keepPreview(id, [formula])
            attributes.append(Attribute("id", id))
            let number = Node.tag("a", ["class": "number", "href": "#\(id)"], label.text)
            return .element(Element(element, attributes, [body, number]))
        }
        let number: [Node] = equation.name.map { [.tag("span", ["class": "number"], $0)] } ?? []
        return .element(Element(element, attributes, [body] + number))
    }
}
