import Diagnostics

/// Hides from libcmark what plain CommonMark does not know, in all paragraphs, headings and summaries.
struct Hiding {
    let file: SourceFile
    private(set) var text: MappedText
    private(set) var outline: Outline
    /// Where something starts that must not be hidden.
    let shown: Set<Int>

    /// What was hidden, in the order of the file.
    private(set) var masks: [Mask] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether the outline is no longer that of the text.
    private(set) var isOutlineOutdated = false
    /// The lines of the last formula that libcmark took for other blocks.
    private var reclaimed = 0..<0

    init(file: SourceFile, text: MappedText, outline: Outline, shown: Set<Int>) {
        self.file = file
        self.text = text
        self.outline = outline
        self.shown = shown
    }

    /// Scans block after block.
    mutating func run() {
        let blocks = outline.blocks
        outline.blocks.removeAll(keepingCapacity: true)
        for var block in blocks {
            guard block.node.line > reclaimed.upperBound else {
                drop(block)
                continue
            }
            // A list or quote that started in a formula is none.
            if block.path.isEntered(on: reclaimed) { isOutlineOutdated = true }
            switch block.node.kind {
            case .paragraph: scan(&block, isHeading: false)
            case .heading: scan(&block, isHeading: true)
            case .html: scanSummaries(of: block)
            default: break
            }
            outline.blocks.append(block)
        }
    }

    /// Leaves out a block that turned out to be part of a formula.
    private mutating func drop(_ block: Outline.Block) {
        switch block.node.kind {
        case .paragraph, .heading: if block.node.endLine > reclaimed.upperBound { isOutlineOutdated = true }
        default: isOutlineOutdated = true
        }
    }

    private mutating func scan(_ block: inout Outline.Block, isHeading: Bool) {
        guard
            text.bytes[text.offset(of: block.node)..<text.end(of: block.node)].contains(where: \.mayStartMask)
        else { return }
        var leaf = LeafText(block.node, of: text, path: block.path, keepsIndentation: true)
        var scanner = scan(leaf, of: block, isHeading: isHeading)
        if scanner.unclosedDisplay != nil, !isHeading {
            // A line of a formula may look like the start of another block: a list item, a quote, a heading.
            let end = leaf.lines.upperBound + 1
            extend(&leaf, path: block.path)
            if leaf.lines.upperBound >= end {
                scanner = scan(leaf, of: block, isHeading: isHeading)
                reclaimed = end..<leaf.lines.upperBound + 1
                block.node.endLine = reclaimed.upperBound
            }
        }
        take(scanner, leaf)
    }

    private mutating func scanSummaries(of block: Outline.Block) {
        let start = text.offset(of: block.node)
        guard DetailsTag.occurs(in: text, at: start) else { return }
        let last = outline.lines(ofHTML: block, in: text).upperBound - 1
        for case .open(_, _, let summary) in DetailsTag.scan(
            text, in: start..<text.lines[last].range.upperBound) ?? []
        {
            let leaf = LeafText(summary, of: text)
            var scanner = MaskScanner(file: file, leaf: leaf, mayHaveID: false, mayBeAlert: false)
            scanner.scan()
            take(scanner, leaf)
        }
    }

    private func scan(_ leaf: LeafText, of block: Outline.Block, isHeading: Bool) -> MaskScanner {
        let mayHaveID =
            isHeading
            ? text.role(ofLine: block.node.line - 1) == nil
            : leaf.hasCaption
        var scanner = MaskScanner(
            file: file, leaf: leaf, mayHaveID: mayHaveID, mayBeAlert: block.isFirstInQuote && !isHeading)
        scanner.scan()
        return scanner
    }

    /// Adds the lines up to the next empty one or the end of the containers.
    private func extend(_ leaf: inout LeafText, path: ContainerPath) {
        var line = leaf.lines.upperBound + 1
        while line < text.lines.count, text.role(ofLine: line) == nil {
            let (cursor, isComplete) = path.strip(text, line: line)
            let rest = text.bytes[cursor.indentation.offset..<text.lines[line].range.upperBound]
            guard isComplete, !cursor.isBlank, !rest.starts(with: "```".utf8), !rest.starts(with: "~~~".utf8)
            else {
                break
            }
            leaf.append(text, line: line, path: path, keepsIndentation: true)
            line += 1
        }
    }

    private mutating func take(_ scanner: MaskScanner, _ leaf: LeafText) {
        diagnostics += scanner.diagnostics
        if let start = scanner.unclosedDisplay {
            diagnostics.append(
                .error(
                    "this formula is not closed", at: file.location(leaf.fileRange(start..<start + 2)),
                    help: "close it with $$ before the next empty line; for dollars as text write \\$\\$"))
        }
        for (range, mask) in scanner.found where !shown.contains(mask.range.lowerBound) {
            masks.append(mask)
            for source in leaf.sources(of: range) { text.hide(source) }
        }
    }
}

extension LeafText {
    /// Whether a line begins a table's caption; the table's rows may stand directly above it.
    fileprivate var hasCaption: Bool {
        let start = contentStart
        return pieces.contains { piece in
            piece.start >= start
                && bytes[piece.start...].drop(while: \.isSpaceOrTab).starts(with: "Table:".utf8)
        }
    }
}

extension UInt8 {
    /// A byte with which something to hide may start.
    fileprivate var mayStartMask: Bool {
        switch self {
        case UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"):
            true
        default: false
        }
    }
}
