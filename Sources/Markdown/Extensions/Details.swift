import Diagnostics

/// `<details><summary>…</summary>`, blocks, `</details>`
extension BlockReader {
    /// Takes a block of HTML that has to do with details; false if it has not.
    mutating func readDetails(_ node: BlockTree.Node, to last: Int, among siblings: inout Siblings) -> Bool {
        let start = text.offset(of: node)
        guard DetailsTag.occurs(in: text, at: start) else { return false }
        let end = text.lines[last].range.upperBound
        guard let tags = DetailsTag.scan(text, in: start..<end) else {
            report(
                .error(
                    "this is not how a folded part is written", at: file.location(fileRange(start..<end)),
                    help:
                        "write <details> and <summary>…</summary>, an empty line, what is folded, an empty line, "
                        + "</details>; the summary on one line, no attributes but `open`"))
            siblings.ignoresUnopened = true
            return true
        }
        for tag in tags {
            switch tag {
            case .open(let isOpen, let range, let summary):
                let leaf = Leaf(summary, ofLine: text.line(of: summary.lowerBound), of: text)
                siblings.open(summary: read(leaf).content, isOpen: isOpen, range: fileRange(range))
            case .close(let range): siblings.close(at: fileRange(range), reportingTo: &diagnostics)
            }
        }
        return true
    }

    private func fileRange(_ range: Range<Int>) -> Range<Int> {
        text.fileOffset(range.lowerBound)..<text.fileOffset(range.upperBound)
    }
}
