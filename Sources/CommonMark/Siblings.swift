import Diagnostics

/// Collects blocks that are children of one block, folding what stands between the marks of details and footnotes.
struct Siblings {
    /// What blocks are folded into.
    enum Fold {
        case details(summary: [InlineNode], isOpen: Bool)
        case footnote(label: String)
    }

    let file: SourceFile
    private var blocks: [BlockNode] = []
    private var open: [(fold: Fold, range: Range<Int>, outside: [BlockNode])] = []

    init(file: SourceFile) {
        self.file = file
    }

    mutating func append(_ block: BlockNode) {
        blocks.append(block)
    }

    /// Appends a paragraph, or gives it to the table before it as its caption.
    mutating func append(paragraph content: [InlineNode], id: String?, range: Range<Int>)
        throws(DiagnosticError)
    {
        if let last = blocks.last, case .table(let table) = last.kind, table.caption == nil,
            let text = content.captionText
        {
            let caption = Caption(content: text, id: id, range: range)
            let captioned = Table(
                alignments: table.alignments, header: table.header, rows: table.rows, caption: caption)
            blocks[blocks.count - 1] = BlockNode(
                .table(captioned), range: last.range.lowerBound..<range.upperBound)
        } else if id != nil {
            throw DiagnosticError(
                .error(
                    "this caption has no table", at: file.location(range),
                    help: "put it directly below its table; a listing or picture has its caption elsewhere"))
        } else {
            blocks.append(BlockNode(.paragraph(content), range: range))
        }
    }

    mutating func open(_ fold: Fold, range: Range<Int>) {
        open.append((fold, range, blocks))
        blocks = []
    }

    mutating func closeDetails(at range: Range<Int>) throws(DiagnosticError) {
        guard let (fold, start, outside) = open.popLast(), case .details(let summary, let isOpen) = fold
        else {
            throw DiagnosticError(
                .error(
                    "this </details> closes nothing", at: file.location(range),
                    help: "write <details><summary>…</summary> before it, in the same list item or quote"))
        }
        if open.count >= Document.maximumDepth {
            throw DiagnosticError(
                .error("nested more than \(Document.maximumDepth) levels deep", at: file.location(start)))
        }
        let details = Details(summary: summary, isOpen: isOpen, content: blocks)
        blocks = outside + [BlockNode(.details(details), range: start.lowerBound..<range.upperBound)]
    }

    mutating func closeFootnote() throws(DiagnosticError) -> FootnoteDefinition? {
        guard let (fold, range, outside) = open.popLast() else { return nil }
        guard case .footnote(let label) = fold else { throw unclosed(fold, range) }
        defer { blocks = outside }
        return FootnoteDefinition(label: label, content: blocks, range: range)
    }

    /// The blocks; throws if something is still open.
    func finish() throws(DiagnosticError) -> [BlockNode] {
        if let (fold, range, _) = open.last { throw unclosed(fold, range) }
        return blocks
    }

    private func unclosed(_ fold: Fold, _ range: Range<Int>) -> DiagnosticError {
        switch fold {
        case .details:
            DiagnosticError(
                .error(
                    "these details are not closed", at: file.location(range),
                    help: "write </details> where they end, in the same list item or quote"))
        case .footnote(let label):
            DiagnosticError(
                .error(
                    "a block in the footnote \(label) is not closed", at: file.location(range),
                    help: "close its code block, and indent every line of it by four spaces"))
        }
    }
}

extension [InlineNode] {
    /// What follows `Table:` at the start of a caption.
    fileprivate var captionText: [InlineNode]? {
        guard let first, case .text(let text) = first.kind, text.hasPrefix("Table:") else { return nil }
        let rest = text.dropFirst(6).drop { $0 == " " || $0 == "\t" }
        let passed = text.utf8.count - rest.utf8.count
        if rest.isEmpty { return Array(dropFirst()) }
        return [
            InlineNode(.text(String(rest)), range: first.range.lowerBound + passed..<first.range.upperBound)
        ]
            + dropFirst()
    }

    /// The inlines without white space at their end.
    var trimmingTrailingSpace: [InlineNode] {
        var inlines = self
        while let last = inlines.last {
            switch last.kind {
            case .softBreak: inlines.removeLast()
            case .text(let text):
                var trimmed = Substring(text)
                while trimmed.last == " " || trimmed.last == "\t" { trimmed.removeLast() }
                inlines.removeLast()
                if trimmed.isEmpty { continue }
                let end = last.range.upperBound - (text.utf8.count - trimmed.utf8.count)
                inlines.append(InlineNode(.text(String(trimmed)), range: last.range.lowerBound..<end))
                return inlines
            default: return inlines
            }
        }
        return inlines
    }
}

extension Alert {
    /// An alert from the content of its quote, whose first paragraph starts with what followed the marker.
    init(kind: String, markerRange: Range<Int>, quote: [BlockNode]) {
        guard let first = quote.first, case .paragraph(let inlines) = first.kind else {
            self.init(kind: kind, title: [], markerRange: markerRange, content: quote)
            return
        }
        let end = inlines.firstIndex { $0.kind == .softBreak || $0.kind == .hardBreak } ?? inlines.count
        let rest = Array(inlines[end...].dropFirst())
        var content = Array(quote.dropFirst())
        if let start = rest.first?.range.lowerBound {
            content.insert(BlockNode(.paragraph(rest), range: start..<first.range.upperBound), at: 0)
        }
        self.init(
            kind: kind, title: Array(inlines[..<end]).trimmingLeadingSpace, markerRange: markerRange,
            content: content)
    }
}

extension [InlineNode] {
    fileprivate var trimmingLeadingSpace: [InlineNode] {
        guard let first, case .text(let text) = first.kind else { return self }
        let trimmed = text.drop { $0 == " " || $0 == "\t" }
        if trimmed.isEmpty { return Array(dropFirst()) }
        let start = first.range.lowerBound + (text.utf8.count - trimmed.utf8.count)
        return [InlineNode(.text(String(trimmed)), range: start..<first.range.upperBound)] + dropFirst()
    }
}
