import HTML
import Manuscript

extension PageRenderer {
    /// What a block printed and drew, under a mark that says whether it was verified; nothing if it printed nothing.
    ///
    /// The text is the recorded one, so that a page is the same wherever it is built; figures replace their lines. A
    /// draft shows what came out.
    mutating func output(of block: SwiftBlock, _ outcome: Outcome?) -> [Node] {
        guard block.expectation != .static else { return [] }
        var observed: BlockOutput?
        switch outcome {
        case .ran(let output)?, .trapped(let output)?: observed = output
        case .refused(let text)?: observed = BlockOutput(text: text)
        case .notRun?, .value?, nil: break
        }
        let shown = evidence.isVerified ? block.recorded?.text : observed?.text ?? block.recorded?.text
        guard let text = shown, !text.isEmpty || block.recorded != nil else { return [] }
        let isAccepted = observed.map { $0.text.endingLine == block.recorded?.text } ?? true
        var content = [mark(of: block, isAccepted: isAccepted)]
        for piece in pieces(of: text, observed: observed) {
            switch piece {
            case .text(let lines):
                content.append(.tag("pre", ["tabindex": "0"], [.tag("samp", [:], visibleText(lines))]))
            case .figure(let markup, let lines):
                content.append(drawing(markup, lines, block))
            }
        }
        let kind =
            switch block.expectation {
            case .runs, .static: "output"
            case .fails: "output refused"
            case .traps: "output trapped"
            }
        return [.tag("div", ["class": kind, "role": "group", "aria-label": "Output"], content)]
    }

    private func mark(of block: SwiftBlock, isAccepted: Bool) -> Node {
        var parts: [Node] = []
        switch block.expectation {
        case .runs, .static: break
        case .fails: parts.append(.tag("span", ["class": "expected"], "must not compile"))
        case .traps: parts.append(.tag("span", ["class": "expected"], "must trap"))
        }
        guard evidence.isVerified else {
            parts.append(.tag("span", [:], isAccepted ? "not verified" : "not accepted"))
            return .tag("p", ["class": "mark"], parts)
        }
        let words = block.tolerance.map { "verified to \(shortNumber($0.bound))" } ?? "verified"
        parts.append(.tag("span", ["class": "verified"], [Icon.check.node, .text(words)]))
        if let variation = block.variation {
            let what: Node =
                variation.isOfOrder ? "the order of lines" : .tag("code", [:], variation.written)
            parts.append(.tag("span", [:], [", but for ", what, ", which may vary"]))
        }
        return .tag("p", ["class": "mark"], parts)
    }

    private mutating func drawing(_ markup: String, _ text: String, _ block: SwiftBlock) -> Node {
        guard let drawn = Drawn(markup) else {
            report(
                "this block shows a figure with markup that may not stand in a page", at: block.range,
                help: "show figures of the module Figures; a drawing has no scripts, links or styles")
            return .empty
        }
        let textForm = Node.tag(
            "details", [:],
            [
                .tag("summary", [:], "as text"),
                .tag("pre", ["tabindex": "0"], [.tag("samp", [:], visibleText(text))]),
            ])
        switch drawn {
        case .drawings(let markup):
            return .tag("div", ["class": "drawing"], [.trusted(markup), textForm])
        case .table(let markup):
            let table = Node.tag(
                "div",
                ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": "Table"],
                [.trusted(markup)])
            return .tag("div", ["class": "drawing tabular"], [table, textForm])
        }
    }

    private enum Piece {
        case text(String)
        case figure(markup: String, text: String)
    }

    /// Text and figures in their order. A figure stands on whole lines; under a tolerance the recorded lines may
    /// differ from the observed ones in their digits, but not in their number.
    private func pieces(of text: String, observed: BlockOutput?) -> [Piece] {
        guard let observed, !observed.figures.isEmpty else { return text.isEmpty ? [] : [.text(text)] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let bytes = Array(observed.text.utf8)
        func line(at offset: Int) -> Int {
            min(bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") }, lines.count)
        }
        func joined(_ range: Range<Int>) -> String {
            lines[range].joined(separator: "\n") + (range.upperBound < lines.count ? "\n" : "")
        }
        var pieces: [Piece] = []
        var next = 0
        for figure in observed.figures {
            let start = max(line(at: figure.textRange.lowerBound), next)
            let end = max(line(at: figure.textRange.upperBound), start)
            if start > next { pieces.append(.text(joined(next..<start))) }
            pieces.append(.figure(markup: figure.svg, text: joined(start..<end)))
            next = end
        }
        let rest = joined(next..<lines.count)
        if !rest.isEmpty { pieces.append(.text(rest)) }
        return pieces
    }
}

extension String {
    /// The same with a newline at its end, if it has anything.
    fileprivate var endingLine: String { isEmpty || hasSuffix("\n") ? self : self + "\n" }
}

/// A number as an author would write it: `1e-6`, not `1e-06`.
func shortNumber(_ number: Double) -> String {
    let text = number.description.replacing("e-0", with: "e-")
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
