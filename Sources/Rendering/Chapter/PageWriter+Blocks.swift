import CommonMark
import HTML
import Manuscript

extension PageWriter {
    mutating func render(_ block: BlockNode, in renderer: MarkdownRenderer) -> Node? {
        switch block.kind {
        case .paragraph(let content):
            return paragraph(content)
        case .heading(let level, let id, let content):
            return heading(level: level, id: id, content, range: block.range)
        case .code(let code):
            return self.code(code, range: block.range)
        case .alert(let alert):
            return self.alert(alert, range: block.range)
        case .table(let table):
            return self.table(table, range: block.range)
        case .details(let details):
            return self.details(details)
        case .thematicBreak, .quote, .list, .html:
            return nil
        }
    }

    private mutating func paragraph(_ content: [InlineNode]) -> Node? {
        guard content.count == 1 else { return nil }
        switch content[0].kind {
        case .math(let math) where math.isDisplay:
            return equation(math, range: content[0].range, element: "div")
        case .image(let image) where !image.title.isEmpty || image.id != nil:
            return picture(image, range: content[0].range)
        default:
            return nil
        }
    }

    private mutating func details(_ details: Details) -> Node {
        let summary = Node.tag("summary", [:], renderer.render(details.summary, delegate: &self))
        let content = renderer.render(details.content, delegate: &self)
        var attributes = [Attribute("class", "details")]
        if details.isOpen { attributes.append(Attribute("open", nil)) }
        return .element(Element("details", attributes, [summary] + content))
    }

    private mutating func code(_ code: CodeBlock, range: Range<Int>) -> Node {
        if outputs.contains(range.lowerBound) { return .empty }
        if let index = steps[range.lowerBound], case .block(let block) = chapter.steps[index] {
            return swiftBlock(block, outcome: evidence.transcript?.outcomes[index])
        }
        if let fence = code.fence, let node = mathFence(fence, content: code.content, range: range) {
            return node
        }
        let language = code.fence?.info.prefix { $0 != " " && $0 != "\t" } ?? ""
        let attributes = language.isEmpty ? [] : [Attribute("class", "language-\(language)")]
        let text = Node.text(visibleText(code.content))
        return .tag("div", ["class": "block"], [codeBox([.element(Element("code", attributes, [text]))])])
    }

    /// A box of code that can be scrolled and, by script, copied.
    func codeBox(mark: Node = .empty, _ content: [Node]) -> Node {
        .tag("div", ["class": "code"], [mark, .tag("pre", ["tabindex": "0"], content)])
    }
}
