import Diagnostics

/// Rewrites `<details>`, `<summary>…</summary>` and `</details>` so that libcmark parses the summary.
struct DetailsTags {
    private enum Tag {
        case open(isOpen: Bool, range: Range<Int>, summary: Range<Int>)
        case close(Range<Int>)
    }

    let file: SourceFile
    let text: MappedText
    let outline: Outline

    private(set) var diagnostics: [Diagnostic] = []

    init(file: SourceFile, text: MappedText, outline: Outline) {
        self.file = file
        self.text = text
        self.outline = outline
    }

    /// Whether an HTML block has to do with details.
    static func occur(in html: String) -> Bool {
        let html = html.prefix(16).lowercased().drop { $0 == " " }
        return html.hasPrefix("<details") || html.hasPrefix("</details") || html.hasPrefix("<summary")
    }

    /// The text with a heading in place of each opening tag and its summary, and of each closing tag.
    mutating func rewrite(_ tree: SyntaxTree) -> MappedText {
        var output = MappedText(rewriting: text)
        var line = 0
        for block in outline.blocks {
            guard case .html = block.node.kind, Self.occur(in: tree.text(block.node.literal)) else {
                continue
            }
            let count = max(tree.bytes[block.node.literal].count { $0 == 0x0A }, 1)
            let first = block.node.line - 1
            let last = min(first + count - 1, text.lines.count - 1)
            while line < first {
                output.append(line: line, of: text)
                line += 1
            }
            rewrite(block, lines: first...last, to: &output)
            line = last + 1
        }
        while line < text.lines.count {
            output.append(line: line, of: text)
            line += 1
        }
        output.finish()
        return output
    }

    private mutating func rewrite(
        _ block: Outline.Block, lines: ClosedRange<Int>, to output: inout MappedText
    ) {
        let start = text.offset(of: block.node)
        let prefixes = text.prefixes(line: lines.lowerBound, start: start)
        guard let tags = tags(start..<text.lines[lines.upperBound].range.upperBound) else {
            diagnostics.append(
                .error(
                    "this is not how a folded part is written",
                    at: file.location(fileRange(start..<text.lines[lines.upperBound].range.upperBound)),
                    help:
                        "write <details> and <summary>…</summary>, an empty line, what is folded, an empty line, "
                        + "</details>; the summary on one line, no attributes but `open`"))
            for line in lines { output.append(line: line, of: text) }
            return
        }
        for (number, tag) in tags.enumerated() {
            let prefix = number == 0 ? prefixes.first : prefixes.further
            switch tag {
            case .open(let isOpen, let range, let summary):
                output.append(
                    .details(isOpen: isOpen, range: fileRange(range)), summary, of: text,
                    line: text.line(of: summary.lowerBound), prefix: prefix)
            case .close(let range):
                output.append(
                    .detailsEnd(range: fileRange(range)), range.upperBound..<range.upperBound, of: text,
                    line: text.line(of: range.lowerBound), prefix: prefix)
            }
        }
    }

    /// The tags that an HTML block is made of, or nil if there is anything else in it.
    private func tags(_ range: Range<Int>) -> [Tag]? {
        var tags: [Tag] = []
        var position = range.lowerBound

        func skipMarks() {
            while position < range.upperBound,
                text.bytes[position].isMarkupSpace || text.bytes[position] == UInt8(ascii: ">")
            {
                position += 1
            }
        }
        func isNext(_ tag: String) -> Bool {
            let end = position + tag.utf8.count
            return end <= range.upperBound
                && zip(text.bytes[position..<end], tag.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
        func pass(_ tag: String) -> Bool {
            guard isNext(tag) else { return false }
            position += tag.utf8.count
            return true
        }

        skipMarks()
        while position < range.upperBound {
            let start = position
            if pass("</details>") {
                tags.append(.close(start..<position))
            } else {
                let isOpen = pass("<details open>")
                guard isOpen || pass("<details>") else { return nil }
                skipMarks()
                guard pass("<summary>") else { return nil }
                let summary = position
                while position < range.upperBound, text.bytes[position] != 0x0A, !isNext("</summary>") {
                    position += 1
                }
                let end = position
                guard pass("</summary>") else { return nil }
                let content = text.bytes[summary..<end].trimmingMarkupSpace
                guard !content.isEmpty else { return nil }
                tags.append(
                    .open(
                        isOpen: isOpen, range: start..<position,
                        summary: content.startIndex..<content.endIndex))
            }
            skipMarks()
        }
        return tags
    }

    private func fileRange(_ range: Range<Int>) -> Range<Int> {
        text.fileOffset(range.lowerBound)..<text.fileOffset(range.upperBound)
    }
}
