import Diagnostics

/// Rewrites pipe tables so that libcmark parses each cell by itself.
struct PipeTables {
    let file: SourceFile
    let text: MappedText
    /// What was hidden in the text, in the order of the file.
    let masks: [Mask]

    private(set) var diagnostics: [Diagnostic] = []

    init(file: SourceFile, text: MappedText, masks: [Mask]) {
        self.file = file
        self.text = text
        self.masks = masks
    }

    /// Puts a heading for a table and one for each of its cells in place of the table that a paragraph holds.
    mutating func rewrite(_ block: Outline.Block, to output: inout LineRewriter) {
        guard block.node.endLine > block.node.line,
            text.bytes[text.offset(of: block.node)..<text.end(of: block.node)].contains(UInt8(ascii: "|"))
        else { return }
        let leaf = LeafText(block.node, of: text, path: block.path)
        guard let table = findTable(leaf) else { return reportUnequalRows(leaf) }
        output.replace(leaf.lines.lowerBound + table.header..<leaf.lines.lowerBound + table.end)
        append(table, of: leaf, to: &output)
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

    /// Reports a header above a delimiter row with another number of cells: text to GitHub, and never meant so.
    private mutating func reportUnequalRows(_ leaf: LeafText) {
        let pieces = leaf.pieces
        for index in pieces.indices.dropFirst() where pieces[index].isComplete {
            guard let columns = alignments(pieces[index].source)?.count else { continue }
            let header = pieces[index - 1]
            let cells = cells(header.source)
            let hasBars = cells.count > 1 || text.bytes[header.source].first == UInt8(ascii: "|")
            guard hasBars, leaf.contentStart <= header.start else { continue }
            let start = pieces[index].origin
            diagnostics.append(
                .error(
                    "the header of this table has \(counted(cells.count, "cell")), "
                        + "the row of dashes below it \(columns)",
                    at: file.location(start..<start + pieces[index].source.count),
                    help: "give both as many cells; for bars as text write \\|"))
            return
        }
    }

    private mutating func append(_ table: Found, of leaf: LeafText, to output: inout LineRewriter) {
        let pieces = leaf.pieces[table.header..<table.end]
        let first = leaf.lines.lowerBound + table.header
        let header = leaf.pieces[table.header]
        let last = leaf.pieces[table.end - 1]
        // A paragraph's further lines may be indented more than a heading may be.
        let prefixes = text.prefixes(line: leaf.lines.lowerBound, start: leaf.pieces[0].source.lowerBound)
        let range = header.origin..<last.origin + last.source.count
        output.append(
            .table(alignments: table.alignments, rows: pieces.count - 2, range: range),
            header.source.lowerBound..<header.source.lowerBound, ofLine: first,
            prefix: table.header == 0 ? prefixes.first : prefixes.further)
        reportFormulas(over: pieces)
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
                output.append(.cell, cell, ofLine: line, prefix: prefixes.further)
            }
        }
    }

    /// Reports display formulas that start in one row and end in another.
    private mutating func reportFormulas(over rows: ArraySlice<LeafText.Piece>) {
        for row in rows {
            let end = row.origin + row.source.count
            let first = masks.partitioningIndex { $0.range.upperBound > end }
            guard first < masks.count, (row.origin..<end).contains(masks[first].range.lowerBound),
                case .node(.math(let math)) = masks[first].kind, math.isDisplay
            else { continue }
            diagnostics.append(
                .error(
                    "this formula goes on in the next row of its table",
                    at: file.location(masks[first].range.lowerBound..<end),
                    help: "close it with $$ in its cell; for dollars as text write \\$\\$"))
        }
    }

    /// The cells of a row: what stands between bars that have no backslash before them.
    private func cells(_ row: Range<Int>) -> [Range<Int>] {
        var slice = text.bytes[row].trimmingMarkupSpace
        if slice.first == UInt8(ascii: "|") { slice = slice.dropFirst() }
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
            if isLeft { dashes = dashes.dropFirst() }
            let isRight = dashes.last == UInt8(ascii: ":")
            if isRight { dashes = dashes.dropLast() }
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
