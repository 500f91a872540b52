import HTML
import Manuscript

extension PageRenderer {
    /// The HTML of running text.
    mutating func render(_ phrases: [Phrase]) -> [Node] {
        var nodes: [Node] = []
        nodes.reserveCapacity(phrases.count)
        var index = 0
        // What of the next text stands on the page already.
        var used = 0
        while index < phrases.count {
            let phrase = phrases[index]
            index += 1
            if case .text(let text) = phrase {
                let isBeforeFormula = index < phrases.count && phrases[index].isFormula
                let rest = String(text.dropFirst(used))
                let head = isBeforeFormula ? LineBreaks.head(of: rest) : ""
                used = 0
                if rest.count > head.count {
                    nodes.append(self.text(String(rest.dropLast(head.count))))
                }
                guard isBeforeFormula else { continue }
                nodes.append(formula(in: phrases, at: &index, behind: String(head), used: &used))
            } else if phrase.isFormula {
                index -= 1
                nodes.append(formula(in: phrases, at: &index, behind: "", used: &used))
            } else {
                nodes.append(render(phrase))
            }
        }
        return nodes
    }

    /// Running text, with a link at the first use of each term in a section.
    private mutating func text(_ text: String) -> Node {
        guard linksTerms, !isInLink else { return Numerals.typeset(text) }
        var nodes: [Node] = []
        var start = text.startIndex
        for match in context.terms.matches(in: text) where linkedTerms.insert(match.label).inserted {
            guard let label = label(match.label) else { continue }
            if match.range.lowerBound > start {
                nodes.append(Numerals.typeset(String(text[start..<match.range.lowerBound])))
            }
            let file = label.chapter == chapter.slug ? "" : label.chapter + ".html"
            nodes.append(
                .tag(
                    "a",
                    ["class": "term", "href": "\(file)#\(match.label)", "data-preview": match.label],
                    String(text[match.range])))
            start = match.range.upperBound
        }
        if nodes.isEmpty { return Numerals.typeset(text) }
        if start < text.endIndex { nodes.append(Numerals.typeset(String(text[start...]))) }
        return .fragment(nodes)
    }

    /// A formula with what may not be parted from it by the end of a line.
    ///
    /// - Parameters:
    ///   - index: The place of the formula; afterwards that of the next phrase to be rendered.
    ///   - used: How many characters of the next phrase, a text, stand behind the formula already.
    private mutating func formula(
        in phrases: [Phrase], at index: inout Int, behind head: String, used: inout Int
    ) -> Node {
        var nodes: [Node] = head.isEmpty ? [] : [.text(head)]
        nodes.append(render(phrases[index]))
        index += 1
        if index < phrases.count {
            switch phrases[index] {
            case .text(let text):
                let tail = LineBreaks.tail(of: text)
                used = tail.count
                if !tail.isEmpty { nodes.append(.text(String(tail))) }
            case .note:
                nodes.append(render(phrases[index]))
                index += 1
            default: break
            }
        }
        return nodes.count == 1 ? nodes[0] : LineBreaks.together(nodes)
    }

    private mutating func render(_ phrase: Phrase) -> Node {
        switch phrase {
        case .text(let text): return self.text(text)
        case .softBreak: return .text("\n")
        case .hardBreak: return [.tag("br"), .text("\n")]
        case .code(let code): return .tag("code", [:], [Numerals.unbroken(code)])
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

extension Phrase {
    fileprivate var isFormula: Bool {
        if case .formula = self { true } else { false }
    }
}
