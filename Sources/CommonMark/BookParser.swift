import Diagnostics

/// Parses a chapter: what plain CommonMark does not know is rewritten or hidden before libcmark sees it.
///
/// 1. Footnote definitions become headings with a role around what they contain, and libcmark finds the blocks.
/// 2. Math, citations and the like are hidden behind letters.
/// 3. Details and the cells of tables become headings with a role.
/// 4. libcmark parses what is left, and the converter puts everything back in its place.
struct BookParser {
    let file: SourceFile
    /// The text of the file, nothing rewritten.
    let text: MappedText

    /// Parses the document, or throws everything that is wrong with it.
    func parse() throws(DiagnosticError) -> Document {
        guard text.mayHaveExtensions else {
            let tree = try Libcmark.parse(text, of: file)
            var converter = BlockConverter(file: file, text: text, tree: tree, masks: [])
            return Document(file: file, blocks: try converter.convertChildren(of: 0))
        }
        // What was hidden although it stands where there is no running text is shown again, and all is done anew.
        var shown: Set<Int> = []
        for _ in 0..<8 {
            let prepared = try prepare(showing: shown)
            let tree = try Libcmark.parse(prepared.text, of: file)
            var converter = BlockConverter(file: file, text: prepared.text, tree: tree, masks: prepared.masks)
            let blocks = try converter.convertChildren(of: 0)
            let misplaced = prepared.masks.filter { !converter.placed.contains($0.range.lowerBound) }
            guard misplaced.isEmpty else {
                shown.formUnion(misplaced.map(\.range.lowerBound))
                continue
            }
            try converter.check()
            return Document(file: file, blocks: blocks, footnotes: converter.footnotes)
        }
        throw DiagnosticError(
            .error(
                "this file mixes raw HTML and other marks beyond recognition", at: file.location(0..<0),
                help: "write its HTML in Markdown"))
    }

    private struct Prepared {
        var text: MappedText
        var masks: [Mask]
    }

    private func prepare(showing shown: Set<Int>) throws(DiagnosticError) -> Prepared {
        let footnotes = try rewriteFootnotes()
        var hiding = Hiding(file: file, text: footnotes.text, outline: footnotes.outline, shown: shown)
        hiding.run()
        var outline = hiding.outline
        if hiding.isOutlineOutdated {
            outline = try self.outline(of: hiding.text)
        }
        var details = DetailsTags(file: file, text: hiding.text, outline: outline)
        var tables = PipeTables(file: file, text: hiding.text, masks: hiding.masks)
        var output = LineRewriter(hiding.text)
        for block in outline.blocks {
            switch block.node.kind {
            case .html: details.rewrite(block, to: &output)
            case .paragraph: tables.rewrite(block, to: &output)
            default: break
            }
        }
        let diagnostics =
            footnotes.diagnostics + details.diagnostics + hiding.diagnostics + tables.diagnostics
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        return Prepared(text: output.finish(), masks: hiding.masks)
    }

    /// The text with its footnotes rewritten, and its outline.
    private func rewriteFootnotes() throws(DiagnosticError) -> (
        text: MappedText, outline: Outline, diagnostics: [Diagnostic]
    ) {
        guard FootnoteDefinitions.mayOccur(in: text) else { return (text, try outline(of: text), []) }
        // Where code and HTML stand is known only after parsing; that nothing is defined there is a good guess.
        var footnotes = FootnoteDefinitions(file: file, text: text, isOpaque: nil)
        var rewritten = footnotes.rewrite()
        var outline = try outline(of: rewritten)
        if !footnotes.diagnostics.isEmpty || !outline.hasHeadings(forRolesIn: rewritten) {
            let opaqueLines = try self.outline(of: text).opaqueLines(of: text)
            footnotes = FootnoteDefinitions(file: file, text: text, isOpaque: opaqueLines)
            rewritten = footnotes.rewrite()
            outline = try self.outline(of: rewritten)
        }
        return (rewritten, outline, footnotes.diagnostics)
    }

    private func outline(of text: MappedText) throws(DiagnosticError) -> Outline {
        Outline(try Libcmark.parse(text, of: file, detail: .blocks), of: text)
    }
}

extension Outline {
    /// For each line whether it is in a code or HTML block.
    fileprivate func opaqueLines(of text: MappedText) -> [Bool] {
        var isOpaque = [Bool](repeating: false, count: text.lines.count)
        for block in blocks {
            var first = block.node.line - 1
            switch block.node.kind {
            case .html: break
            case .code:
                let mark = text.bytes[text.offset(of: block.node)]
                if mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") { first += 1 }
            default: continue
            }
            for line in first..<min(first + lineCount(of: block), isOpaque.count) { isOpaque[line] = true }
        }
        return isOpaque
    }

    /// Whether every line with a role is a heading.
    fileprivate func hasHeadings(forRolesIn text: MappedText) -> Bool {
        let headings = blocks.count { block in
            if case .heading = block.node.kind {
                text.role(ofLine: block.node.line - 1) != nil
            } else {
                false
            }
        }
        return headings == text.roles.count
    }
}

extension MappedText {
    /// Whether anything here may be more than plain CommonMark.
    fileprivate var mayHaveExtensions: Bool {
        bytes.withUnsafeBufferPointer { bytes in
            for (index, byte) in bytes.enumerated() {
                switch byte {
                case UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "|"): return true
                case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"):
                    guard index + 1 < bytes.count else { return false }
                    switch (byte, bytes[index + 1]) {
                    case (UInt8(ascii: "{"), UInt8(ascii: "#")), (UInt8(ascii: "{"), UInt8(ascii: ".")),
                        (UInt8(ascii: "["), UInt8(ascii: "^")), (UInt8(ascii: "["), UInt8(ascii: "!")),
                        (UInt8(ascii: "<"), UInt8(ascii: "/")), (UInt8(ascii: "<"), UInt8(ascii: "s")),
                        (UInt8(ascii: "<"), UInt8(ascii: "S")), (UInt8(ascii: "<"), UInt8(ascii: "d")),
                        (UInt8(ascii: "<"), UInt8(ascii: "D")):
                        return true
                    default: break
                    }
                default: break
                }
            }
            return false
        }
    }
}
