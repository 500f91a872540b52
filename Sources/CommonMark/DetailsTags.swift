import Diagnostics

/// Rewrites `<details>`, `<summary>…</summary>` and `</details>` so that libcmark parses the summary.
struct DetailsTags {
    let file: SourceFile
    let text: MappedText
    let outline: Outline

    private(set) var diagnostics: [Diagnostic] = []

    init(file: SourceFile, text: MappedText, outline: Outline) {
        self.file = file
        self.text = text
        self.outline = outline
    }

    /// Puts a heading in place of each opening tag with its summary, and of each closing tag, in an HTML block.
    mutating func rewrite(_ block: Outline.Block, to output: inout LineRewriter) {
        let start = text.offset(of: block.node)
        guard DetailsTag.occurs(in: text, at: start) else { return }
        let lines = outline.lines(ofHTML: block, in: text)
        let end = text.lines[lines.upperBound - 1].range.upperBound
        guard let tags = DetailsTag.scan(text, in: start..<end) else {
            diagnostics.append(
                .error(
                    "this is not how a folded part is written", at: file.location(fileRange(start..<end)),
                    help:
                        "write <details> and <summary>…</summary>, an empty line, what is folded, an empty line, "
                        + "</details>; the summary on one line, no attributes but `open`"))
            return
        }
        let prefixes = text.prefixes(line: lines.lowerBound, start: start)
        output.replace(lines)
        for (number, tag) in tags.enumerated() {
            let prefix = number == 0 ? prefixes.first : prefixes.further
            switch tag {
            case .open(let isOpen, let range, let summary):
                output.append(
                    .details(isOpen: isOpen, range: fileRange(range)), summary,
                    ofLine: text.line(of: summary.lowerBound), prefix: prefix)
            case .close(let range):
                output.append(
                    .detailsEnd(range: fileRange(range)), range.upperBound..<range.upperBound,
                    ofLine: text.line(of: range.lowerBound), prefix: prefix)
            }
        }
    }

    private func fileRange(_ range: Range<Int>) -> Range<Int> {
        text.fileOffset(range.lowerBound)..<text.fileOffset(range.upperBound)
    }
}
