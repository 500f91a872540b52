import CommonMark
import Diagnostics
import HTML
import Manuscript

extension PageWriter {
    /// A Swift block with what it printed and drew.
    mutating func swiftBlock(_ block: SwiftBlock, outcome: Outcome?) -> Node {
        guard isSettled(block, outcome) else { return .empty }
        guard block.visibility != .hidden else { return .empty }
        var label: BookFact.LabelFact?
        if let id = block.id { label = self.label(id) }
        let name = block.id ?? "block-\(block.ordinal)"
        let words = captionWords(block)
        let isBehindCaption = block.visibility == .folded && label == nil

        var content: [Node] = []
        let source = Node.tag(
            "code", ["class": "language-swift"],
            [linkedSwift(block.code, isQuoted: false, at: block.fence.infoRange)])
        let mark: Node =
            block.expectation == .static
            ? .tag("p", ["class": "mark"], [.tag("span", [:], "not run")]) : .empty
        let box = codeBox(mark: mark, [source])
        if block.visibility == .folded {
            let summary = isBehindCaption && !words.isEmpty ? words : [.text("Code")]
            content.append(.tag("details", ["class": "folded"], [.tag("summary", [:], summary), box]))
        } else {
            content.append(box)
        }
        content += output(of: block, outcome)
        if label != nil || !words.isEmpty, !isBehindCaption {
            let number: [Node] = label.map { [.tag("span", ["class": "label"], $0.text + "."), " "] } ?? []
            content.append(.tag("figcaption", [:], number + words))
        }
        claim(name, at: block.fence.infoRange)
        if label != nil { keepPreview(name, content) }
        let element = content.count > 1 || label != nil ? "figure" : "div"
        return .element(Element(element, [Attribute("class", "block"), Attribute("id", name)], content))
    }

    /// The caption's words; it is Markdown, but has no place of its own in the file.
    private mutating func captionWords(_ block: SwiftBlock) -> [Node] {
        guard let caption = block.caption else { return [] }
        index(caption)
        let source = SourceFile(path: chapter.file.path, text: caption)
        guard let document = try? Document(parsing: source), document.blocks.count == 1,
            case .paragraph(let content) = document.blocks[0].kind
        else { return [.text(visibleText(caption))] }
        borrowedPlace = block.fence.infoRange
        defer { borrowedPlace = nil }
        return renderer.render(content, delegate: &self)
    }

    /// Whether the block may be shown as it is: on a verified page, everything that runs was run.
    private mutating func isSettled(_ block: SwiftBlock, _ outcome: Outcome?) -> Bool {
        guard evidence.isVerified else { return true }
        switch (block.expectation, outcome) {
        case (.static, _), (.runs, .ran?), (.traps, .trapped?), (.fails, .refused?): return true
        default:
            report(
                "this block was not run, so its output cannot be shown as verified", at: block.range,
                help: "run the book again")
            return false
        }
    }
}
