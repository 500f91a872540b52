import Diagnostics

/// Rewrites pipe tables so that libcmark parses each cell by itself.
struct PipeTables {
    let file: SourceFile
    let text: MappedText
    let outline: Outline

    private(set) var diagnostics: [Diagnostic] = []

    init(file: SourceFile, text: MappedText, outline: Outline) {
        self.file = file
        self.text = text
        self.outline = outline
    }

    /// The text with a heading for every table and every cell, or nil if there is no table.
    mutating func rewrite() -> MappedText? {
        var output: MappedText?
        var line = 0
        for block in outline.blocks {
            guard case .paragraph = block.node.kind, block.node.endLine > block.node.line,
                text.bytes[text.offset(of: block.node)..<text.end(of: block.node)].contains(UInt8(ascii: "|"))
            else { continue }
            let leaf = LeafText(block.node, of: text, path: block.path)
            guard let table = findTable(leaf) else { continue }
            var rewritten = output ?? MappedText(rewriting: text)
            while line < leaf.lines.lowerBound + table.header {
                rewritten.append(line: line, of: text)
                line += 1
            }
            append(table, of: leaf, to: &rewritten)
            line = leaf.lines.lowerBound + table.end
            output = rewritten
        }
        guard var rewritten = output else { return nil }
        while line < text.lines.count {
            rewritten.append(line: line, of: text)
            line += 1
        }
        rewritten.finish()
        return rewritten
    }

    private struct Found {
        /// The index of the header among the paragraph's lines.
        let header: Int
        /// The index behind the last row.
        let end: Int
        let alignments: [Table.Alignment]
    }

    private func findTable(_ leaf: LeafText) -> Found? {
        let pieces = leaf.pieces
        guard pieces.count == leaf.lines.count else { return nil }
        for index in pieces.indices.dropFirst() where pieces[index].isComplete {
            guard let alignments = alignments(pieces[index].source),
                cells(pieces[index - 1].source).count == alignments.count,
                leaf.contentStart <= pieces[index - 1].start
            else { continue }
            var end = index + 1
            while end < pieces.count, pieces[end].isComplete,
                !text.bytes[pieces[end].source].starts(with: "Table:".utf8)
            {
                end += 1
            }
            return Found(header: index - 1, end: end, alignments: alignments)
        }
        return nil
    }

    private mutating func append(_ table: Found, of leaf: LeafText, to output: inout MappedText) {
        let pieces = leaf.pieces[table.header..<table.end]
        let first = leaf.lines.lowerBound + table.header
        let header = leaf.pieces[table.header]
        let last = leaf.pieces[table.end - 1]
        // A paragraph's further lines may be indented more than a heading may be.
        let prefixes = text.prefixes(line: leaf.lines.lowerBound, start: leaf.pieces[0].source.lowerBound)
        let range = header.origin..<last.origin + last.source.count
        output.append(
            .table(alignments: table.alignments, rows: pieces.count - 2, range: range),
            header.source.lowerBound..<header.source.lowerBound, of: text, line: first,
            prefix: table.header == 0 ? prefixes.first : prefixes.further)
        for (index, piece) in zip(pieces.indices, pieces) where index != table.header + 1 {
            let line = leaf.lines.lowerBound + index
            var cells = cells(piece.source)
            if cells.count > table.alignments.count {
                let extra = cells[table.alignments.count].lowerBound..<piece.source.upperBound
                diagnostics.append(
                    .error(
                        "this row has \(cells.count) cells, the header has \(table.alignments.count)",
                        at: file.location(
                            text.lines[line].fileOffset(
                                extra.lowerBound)..<text.lines[line].fileOffset(extra.upperBound)),
                        help: "add a column, or write \\| for a bar inside a cell"))
            }
            while cells.count < table.alignments.count {
                cells.append(piece.source.upperBound..<piece.source.upperBound)
            }
            for cell in cells.prefix(table.alignments.count) {
                output.append(.cell, cell, of: text, line: line, prefix: prefixes.further)
            }
        }
    }

    /// The cells of a row: what stands between bars that have no backslash before them.
    private func cells(_ row: Range<Int>) -> [Range<Int>] {
        var slice = text.bytes[row].trimmingMarkupSpace
        if slice.first == UInt8(ascii: "|") { slice.removeFirst() }
        var cells: [Range<Int>] = []
        var start = slice.startIndex
        var isEscaped = false
        for index in slice.indices {
            if slice[index] == UInt8(ascii: "|"), !isEscaped {
                cells.append(trimmed(start..<index))
                start = index + 1
            }
            isEscaped = slice[index] == UInt8(ascii: "\\") && !isEscaped
        }
        if start < slice.endIndex || cells.isEmpty { cells.append(trimmed(start..<slice.endIndex)) }
        return cells
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        let slice = text.bytes[range].trimmingMarkupSpace
        return slice.startIndex..<slice.endIndex
    }

    /// The alignments of a delimiter row, which must have a bar to be one.
    private func alignments(_ row: Range<Int>) -> [Table.Alignment]? {
        let bytes = text.bytes[row]
        guard bytes.contains(UInt8(ascii: "|")),
            bytes.allSatisfy({ $0.isSpaceOrTab || "|:-".utf8.contains($0) })
        else { return nil }
        var alignments: [Table.Alignment] = []
        for cell in cells(row) {
            var dashes = bytes[cell]
            let isLeft = dashes.first == UInt8(ascii: ":")
            if isLeft { dashes.removeFirst() }
            let isRight = dashes.last == UInt8(ascii: ":")
            if isRight { dashes.removeLast() }
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            switch (isLeft, isRight) {
            case (true, true): alignments.append(.center)
            case (true, false): alignments.append(.left)
            case (false, true): alignments.append(.right)
            case (false, false): alignments.append(.none)
            }
        }
        return alignments
    }
}
