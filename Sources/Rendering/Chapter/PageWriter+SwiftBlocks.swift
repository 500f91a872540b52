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
        let name = block.id ?? PageAnchor.block(block.ordinal)
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
            let summary = isBehindCaption && !words.isEmpty ? words : [foldedCode]
            content.append(.tag("details", ["class": "folded"], [.tag("summary", [:], summary), box]))
        } else {
            content.append(box)
        }
        content += output(of: block, outcome)
        if let label { requireFigure(label, of: block, outcome) }
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
        borrowedPlace = place(of: caption, in: block.fence.infoRange)
        defer { borrowedPlace = nil }
        let source = SourceFile(path: chapter.file.path, text: caption)
        guard let document = try? Document(parsing: source), document.blocks.count == 1,
            case .paragraph(let content) = document.blocks[0].kind
        else {
            report(
                "a caption is one paragraph", at: block.fence.infoRange,
                help: "write \\ before a mark that begins a list, a heading or a quote")
            return []
        }
        return renderer.render(content, delegate: &self)
    }

    /// Where a caption stands in an info string; all of it, if marks in the caption are written otherwise there.
    private func place(of caption: String, in infoRange: Range<Int>) -> Range<Int> {
        let info = chapter.file.bytes[infoRange]
        let found = info.ranges(of: Array("caption=".utf8)).lazy.compactMap { option -> Range<Int>? in
            // The option may have its value in quotes.
            let start = info[option.upperBound...].first == UInt8(ascii: "\"") ? 1 : 0
            let range = option.upperBound + start..<option.upperBound + start + caption.utf8.count
            return range.upperBound <= info.endIndex && info[range].elementsEqual(caption.utf8) ? range : nil
        }
        return found.first ?? infoRange
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

/// What stands for code that is folded away without a caption.
let foldedCode: Node = "Code"
