import Markdown
import Diagnostics

extension Document {
    /// The document as text, one node a line, indented by depth, each with the bytes of its range.
    func dump(withRanges: Bool = true) -> String {
        var dump = Dump(file: file, withRanges: withRanges)
        dump.write(blocks, 0)
        for footnote in footnotes {
            dump.line(0, "footnote \(footnote.label)", footnote.range)
            dump.write(footnote.content, 1)
        }
        return dump.text
    }
}

private struct Dump {
    let file: SourceFile
    let withRanges: Bool
    var text = ""

    mutating func line(_ depth: Int, _ what: String, _ range: Range<Int>? = nil) {
        text += String(repeating: "  ", count: depth) + what
        if withRanges, let range {
            text += "  «" + file.text(in: range).debugDescription.dropFirst().dropLast() + "»"
        }
        text += "\n"
    }

    mutating func write(_ blocks: [BlockNode], _ depth: Int) {
        for block in blocks { write(block, depth) }
    }

    mutating func write(_ block: BlockNode, _ depth: Int) {
        switch block.kind {
        case .paragraph(let content):
            line(depth, "paragraph", block.range)
            write(content, depth + 1)
        case .heading(let level, let id, let content):
            line(depth, "heading \(level)" + (id.map { " #\($0)" } ?? ""), block.range)
            write(content, depth + 1)
        case .thematicBreak: line(depth, "rule", block.range)
        case .quote(let content):
            line(depth, "quote", block.range)
            write(content, depth + 1)
        case .alert(let alert):
            line(depth, "alert \(alert.kind)\(alert.id.map { " #\($0)" } ?? "")", alert.markerRange)
            if !alert.title.isEmpty {
                line(depth + 1, "title")
                write(alert.title, depth + 2)
            }
            write(alert.content, depth + 1)
        case .list(let list):
            line(depth, "list \(list.marker)\(list.isTight ? " tight" : "")", block.range)
            for item in list.items {
                line(depth + 1, "item")
                write(item, depth + 2)
            }
        case .code(let code):
            line(depth, "code \(code.content.debugDescription)", block.range)
            if let fence = code.fence {
                line(
                    depth + 1,
                    "fence \(fence.marker) prefix \(fence.linePrefix.debugDescription)\(fence.isClosed ? "" : " open")"
                )
                line(depth + 1, "info \(fence.info)", fence.infoRange)
                for range in fence.lines { line(depth + 1, "line", range) }
            }
        case .table(let table):
            line(depth, "table " + table.alignments.map { "\($0)" }.joined(separator: " "), block.range)
            for row in [table.header] + table.rows {
                line(depth + 1, "row")
                for cell in row {
                    line(depth + 2, "cell")
                    write(cell, depth + 3)
                }
            }
            if let caption = table.caption {
                line(depth + 1, "caption" + (caption.id.map { " #\($0)" } ?? ""), caption.range)
                write(caption.content, depth + 2)
            }
        case .details(let details):
            line(depth, "details\(details.isOpen ? " open" : "")", block.range)
            line(depth + 1, "summary")
            write(details.summary, depth + 2)
            write(details.content, depth + 1)
        case .html(let markup): line(depth, "HTML \(markup.debugDescription)", block.range)
        }
    }

    mutating func write(_ inlines: [InlineNode], _ depth: Int) {
        for inline in inlines { write(inline, depth) }
    }

    mutating func write(_ inline: InlineNode, _ depth: Int) {
        switch inline.kind {
        case .text(let text): line(depth, "text \(text.debugDescription)", inline.range)
        case .softBreak: line(depth, "soft break")
        case .hardBreak: line(depth, "hard break")
        case .code(let code, let language):
            line(depth, "code \(code.debugDescription)" + (language.map { " .\($0)" } ?? ""), inline.range)
        case .emphasis(let content):
            line(depth, "emphasis", inline.range)
            write(content, depth + 1)
        case .strong(let content):
            line(depth, "strong", inline.range)
            write(content, depth + 1)
        case .link(let link):
            line(depth, "link \(link.destination.debugDescription)", inline.range)
            if let range = link.destinationRange { line(depth + 1, "destination", range) }
            if let range = link.contentRange { line(depth + 1, "content", range) }
            write(link.content, depth + 1)
        case .image(let image):
            line(
                depth,
                "image \(image.source) \(image.title.debugDescription)" + (image.id.map { " #\($0)" } ?? ""),
                inline.range)
            write(image.alternative, depth + 1)
        case .html(let markup): line(depth, "HTML \(markup)", inline.range)
        case .math(let math):
            line(
                depth,
                (math.isDisplay ? "display" : "math") + " \(math.tex.debugDescription)"
                    + (math.id.map { " #\($0)" } ?? ""), inline.range)
        case .citation(let citation):
            line(depth, citation.isNarrative ? "narrative citation" : "citation", inline.range)
            for item in citation.items {
                line(depth + 1, "\(item.key) \(item.locator.debugDescription)", item.range)
            }
        case .footnoteReference(let label): line(depth, "footnote \(label)", inline.range)
        }
    }
}
