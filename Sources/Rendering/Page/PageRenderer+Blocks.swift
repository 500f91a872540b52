import Diagnostics
import HTML
import Manuscript

extension PageRenderer {
    /// A Swift block with what it printed and drew.
    mutating func block(_ block: SwiftBlock, caption: [Phrase], outcome: Outcome?) -> Node {
        guard isSettled(block, outcome) else { return .empty }
        guard block.visibility != .hidden else { return .empty }
        var label: BookFact.LabelFact?
        if let id = block.id { label = self.label(id) }
        let name = block.id ?? PageAnchor.block(block.ordinal)
        let words = render(caption)
        let isBehindCaption = block.visibility == .folded && label == nil

        var content: [Node] = []
        let mark: Node =
            block.expectation == .static
            ? .tag("p", ["class": "mark"], [.tag("span", [:], "not run")]) : .empty
        func folded(_ summary: [Node], _ box: Node) -> Node {
            .tag("details", ["class": "folded"], [.tag("summary", [:], summary), box])
        }
        if block.visibility == .folded {
            let summary = isBehindCaption && !words.isEmpty ? words : ["Code"]
            content.append(folded(summary, swiftBox(mark: mark, block.shownCode)))
        } else if context.foldsFigures, block.expectation == .runs, let code = block.plotCode {
            if !code.rest.isEmpty { content.append(swiftBox(code.rest)) }
            content.append(folded(["Code of the figure"], swiftBox(code.plots)))
        } else {
            content.append(swiftBox(mark: mark, block.shownCode))
        }
        content += output(of: block, outcome)
        if let label { requireFigure(label, of: block, outcome) }
        if label != nil || !words.isEmpty, !isBehindCaption {
            let number: [Node] = label.map { [.tag("span", ["class": "label"], $0.text + "."), " "] } ?? []
            content.append(.tag("figcaption", [:], number + words))
        }
        if label != nil { keepPreview(name, content) }
        let element = content.count > 1 || label != nil ? "figure" : "div"
        return .element(Element(element, [Attribute("class", "block"), Attribute("id", name)], content))
    }

    /// A box of Swift whose names lead to their declarations.
    private mutating func swiftBox(mark: Node = .empty, _ code: String) -> Node {
        codeBox(mark: mark, [.tag("code", ["class": "language-swift"], [linkedSwift(code, isQuoted: false)])])
    }

    /// The code that is not shown in its place, folded at the end of the page: a reader can see all of what made the
    /// numbers.
    mutating func hiddenCode() -> Node {
        let blocks = chapter.blocks.filter { block in
            block.expectation != .static && (block.visibility == .hidden || block.shownCode != block.code)
        }
        guard !blocks.isEmpty else { return .empty }
        let summary =
            blocks.count == 1
            ? "One block of this page has code that is not shown above."
            : "\(blocks.count) blocks of this page have code that is not shown above."
        return .tag(
            "details", ["class": "folded hidden-code"],
            [.tag("summary", [:], summary)]
                + blocks.map { .tag("div", ["class": "block"], [swiftBox($0.code)]) })
    }

    /// A block that is called a figure or a table shows one.
    private mutating func requireFigure(
        _ label: BookFact.LabelFact, of block: SwiftBlock, _ outcome: Outcome?
    ) {
        guard let kind = Label.Kind(rawValue: label.kind), kind == .figure || kind == .table else { return }
        switch outcome {
        case .ran(let output)?, .trapped(let output)?: guard output.figures.isEmpty else { return }
        case .refused?: break
        case .notRun? where block.expectation == .static: break
        case .notRun?, .value?, nil: return
        }
        report(
            "this block is called a \(kind.word.lowercased()) and shows none", at: block.fence.infoRange,
            help: "show one, or begin its id with lst-")
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
