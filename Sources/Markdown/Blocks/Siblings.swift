import Diagnostics

/// Collects blocks that are children of one block, folding what stands between the tags of details, and giving tables
/// their captions.
struct Siblings {
    private struct Fold {
        let summary: [InlineNode]
        let isOpen: Bool
        let range: Range<Int>
        /// The blocks before it.
        let outside: [BlockNode]
    }

    private let file: SourceFile
    private var blocks: [BlockNode] = []
    private var folds: [Fold] = []
    /// Whether a tag was miswritten that a closing one may belong to.
    var ignoresUnopened = false

    init(file: SourceFile) {
        self.file = file
    }

    mutating func append(_ block: BlockNode) {
        blocks.append(block)
    }

    /// Appends a paragraph, or gives it to the table before it as its caption.
    mutating func append(
        paragraph content: [InlineNode], id: String?, range: Range<Int>,
        reportingTo diagnostics: inout [Diagnostic]
    ) {
        if let last = blocks.last, case .table(let table) = last.kind, table.caption == nil,
            let text = content.captionText
        {
            let caption = Caption(content: text, id: id, range: range)
            let captioned = PipeTable(
                alignments: table.alignments, header: table.header, rows: table.rows, caption: caption)
            blocks[blocks.count - 1] = BlockNode(
                .table(captioned), range: last.range.lowerBound..<range.upperBound)
            return
        }
        if id != nil {
            diagnostics.append(
                .error(
                    "this caption has no table", at: file.location(range),
                    help: "put it directly below its table; a listing or picture has its caption elsewhere"))
        }
        blocks.append(BlockNode(.paragraph(content), range: range))
    }

    /// Begins a folded part.
    mutating func open(summary: [InlineNode], isOpen: Bool, range: Range<Int>) {
        folds.append(Fold(summary: summary, isOpen: isOpen, range: range, outside: blocks))
        blocks = []
    }

    /// Ends a folded part.
    mutating func close(at range: Range<Int>, reportingTo diagnostics: inout [Diagnostic]) {
        guard let fold = folds.popLast() else {
            if ignoresUnopened { return }
            diagnostics.append(
                .error(
                    "this </details> closes nothing", at: file.location(range),
                    help: "write <details><summary>…</summary> before it, in the same list item or quote"))
            return
        }
        if folds.count >= Document.maximumDepth {
            diagnostics.append(.tooDeep(at: file.location(fold.range)))
        }
        let details = Details(summary: fold.summary, isOpen: fold.isOpen, content: blocks)
        blocks =
            fold.outside + [BlockNode(.details(details), range: fold.range.lowerBound..<range.upperBound)]
    }

    /// The blocks; a part that is still open is reported.
    mutating func finish(reportingTo diagnostics: inout [Diagnostic]) -> [BlockNode] {
        if let fold = folds.last {
            diagnostics.append(
                .error(
                    "these details are not closed", at: file.location(fold.range),
                    help: "write </details> where they end, in the same list item or quote"))
        }
        return blocks
    }
}
