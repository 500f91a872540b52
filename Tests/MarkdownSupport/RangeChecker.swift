import Markdown
import Diagnostics

/// Reads the bytes of every range in a document again and collects what does not say what its node says.
package struct RangeChecker {
    private let file: SourceFile
    package private(set) var problems: [String] = []
    /// The closed fences, in order.
    package private(set) var fences: [Fence] = []

    package init(_ document: Document) {
        file = document.file
        check(document.blocks, within: 0..<file.bytes.count)
        for footnote in document.footnotes {
            expect(text(footnote.range).hasPrefix("[^\(footnote.label)]:"), "footnote", footnote.range)
            check(footnote.content, within: footnote.range)
        }
    }

    private func text(_ range: Range<Int>) -> String {
        file.text(in: range).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    private mutating func expect(_ condition: Bool, _ what: String, _ range: Range<Int>) {
        if !condition { problems.append("\(what) at \(range): \(text(range).debugDescription)") }
    }

    private mutating func check(_ blocks: [BlockNode], within outer: Range<Int>) {
        var end = outer.lowerBound
        for block in blocks {
            expect(
                block.range.lowerBound >= end && block.range.upperBound <= outer.upperBound,
                "block in \(outer) after \(end)", block.range)
            end = block.range.upperBound
            switch block.kind {
            case .paragraph(let content), .heading(_, nil, let content): check(content, within: block.range)
            case .heading(_, let id?, let content):
                expect(text(block.range).contains("{#\(id)}"), "heading", block.range)
                check(content, within: block.range)
            case .thematicBreak, .html: break
            case .quote(let content):
                expect(text(block.range).hasPrefix(">"), "quote", block.range)
                check(content, within: block.range)
            case .alert(let alert):
                expect(text(alert.markerRange).uppercased() == "[!\(alert.kind)]", "alert", alert.markerRange)
                check(alert.title, within: block.range)
                check(alert.content, within: block.range)
            case .list(let list): for item in list.items { check(item, within: block.range) }
            case .code(let code): check(code, block.range)
            case .table(let table):
                for cell in [table.header] + table.rows {
                    for content in cell { check(content, within: block.range) }
                }
                if let caption = table.caption {
                    expect(text(caption.range).hasPrefix("Table:"), "caption", caption.range)
                    check(caption.content, within: caption.range)
                }
            case .details(let details):
                expect(text(block.range).hasPrefix("<details"), "details", block.range)
                expect(text(block.range).hasSuffix("</details>"), "details", block.range)
                check(details.summary, within: block.range)
                check(details.content, within: block.range)
            }
        }
    }

    private mutating func check(_ code: CodeBlock, _ range: Range<Int>) {
        guard let fence = code.fence else { return }
        expect(fence.lines.map { text($0) + "\n" }.joined() == code.content, "lines", range)
        expect(text(range).hasPrefix(fence.marker), "fence", range)
        for line in fence.lines {
            expect(
                line.lowerBound >= fence.contentRange.lowerBound
                    && line.upperBound <= fence.contentRange.upperBound, "line", line)
        }
        let info = text(fence.infoRange)
        if !info.contains("&"), !info.contains("\\") { expect(info == fence.info, "info", fence.infoRange) }
        if fence.isClosed { fences.append(fence) }
    }

    private mutating func check(_ inlines: [InlineNode], within outer: Range<Int>) {
        var end = outer.lowerBound
        for inline in inlines {
            let range = inline.range
            let text = text(range)
            expect(
                range.lowerBound >= end && range.upperBound <= outer.upperBound,
                "inline in \(outer) after \(end)", range)
            end = range.upperBound
            switch inline.kind {
            case .text(let content):
                if !text.contains("\\"), !text.contains("&"), !text.contains("\n"), text.first != "\t" {
                    expect(text == content, "text", range)
                }
            case .softBreak: expect(text.contains("\n"), "break", range)
            case .hardBreak:
                expect(
                    text.contains("\n") && (text.contains("\\\n") || text.contains("  \n")), "break", range)
            case .code(_, let language):
                expect(text.hasPrefix("`"), "code", range)
                expect(text.hasSuffix(language.map { "`{.\($0)}" } ?? "`"), "code", range)
            case .emphasis(let content), .strong(let content):
                expect(text.first == text.last && (text.first == "*" || text.first == "_"), "emphasis", range)
                check(content, within: range)
            case .link(let link): check(link, range)
            case .image(let image):
                expect(
                    text.hasPrefix("![") && (text.hasSuffix(")") || text.hasSuffix("]") || image.id != nil),
                    "image", range)
                check(image.alternative, within: range)
            case .html(let html): if !html.contains("\n") { expect(text == html, "HTML", range) }
            case .math(let math):
                let dollars = math.isDisplay ? "$$" : "$"
                expect(
                    text.hasPrefix(dollars) && text.hasSuffix(math.id.map { "{#\($0)}" } ?? dollars), "math",
                    range)
                let content = self.text(math.contentRange)
                if !content.contains("\n") { expect(content == math.tex, "TeX", math.contentRange) }
                expect(
                    content.filter { !" >\t\n".contains($0) } == math.tex.filter { !" >\t\n".contains($0) },
                    "TeX", math.contentRange)
            case .citation(let citation):
                for item in citation.items {
                    expect(self.text(item.range) == "@\(item.key)", "citation", item.range)
                }
            case .footnoteReference(let label): expect(text == "[^\(label)]", "footnote", range)
            }
        }
    }

    private mutating func check(_ link: Link, _ range: Range<Int>) {
        check(link.content, within: range)
        guard let content = link.contentRange else {
            expect(text(range).hasPrefix("<") && text(range).hasSuffix(">"), "autolink", range)
            return
        }
        expect(text(range).hasPrefix("["), "link", range)
        expect(text(content.upperBound..<range.upperBound).hasPrefix("]"), "link", range)
        if let first = link.content.first, let last = link.content.last {
            expect(
                first.range.lowerBound >= content.lowerBound && last.range.upperBound <= content.upperBound,
                "content", content)
        }
        if let destination = link.destinationRange, !text(destination).contains("\\"),
            !text(destination).contains("&")
        {
            expect(text(destination) == link.destination, "destination", destination)
        }
    }
}
