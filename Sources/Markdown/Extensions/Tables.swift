import Diagnostics

/// A pipe table among the lines of a paragraph: a header, a row of dashes with as many cells, and rows.
struct TableLines {
    /// Its lines among those of the paragraph; the second is the row of dashes.
    let lines: Range<Int>
    let alignments: [PipeTable.Alignment]

    /// The first table in a paragraph.
    init?(in leaf: Leaf, of text: MarkdownText) {
        let pieces = leaf.pieces
        guard pieces.count > 1, pieces.count == leaf.lines.count, leaf.bytes.contains(UInt8(ascii: "|"))
        else {
            return nil
        }
        for index in pieces.indices.dropFirst() where pieces[index].isComplete {
            guard let alignments = TableRow.alignments(pieces[index].source, of: text),
                TableRow.cells(pieces[index - 1].source, of: text).count == alignments.count,
                leaf.contentStart <= pieces[index - 1].start
            else { continue }
            var end = index + 1
            while end < pieces.count, pieces[end].isComplete,
                !text.bytes[pieces[end].source].starts(with: "Table:".utf8)
            {
                end += 1
            }
            lines = index - 1..<end
            self.alignments = alignments
            return
        }
        return nil
    }
}

extension BlockReader {
    mutating func readTable(_ found: TableLines, in leaf: Leaf) -> BlockNode {
        let columns = found.alignments.count
        var rows: [[[InlineNode]]] = []
        var hasOpenFormula = false
        for index in found.lines where index != found.lines.lowerBound + 1 {
            let piece = leaf.pieces[index]
            let line = leaf.lines.lowerBound + index
            let cells = TableRow.cells(piece.source, of: text)
            if cells.count > columns {
                let extra = text.lines[line].fileOffset(cells[columns].lowerBound)
                report(
                    .error(
                        "this row has \(cells.count) cells, the header has \(columns)",
                        at: file.location(extra..<text.lines[line].fileOffset(piece.source.upperBound)),
                        help: "add a column, or write \\| for a bar inside a cell"))
            }
            var row: [[InlineNode]] = []
            for cell in cells.prefix(columns) {
                let (content, openFormula) = readCell(cell, ofLine: line)
                row.append(content)
                if let start = openFormula, !hasOpenFormula {
                    let rest = leaf.bytes[min(leaf.bytes.count, piece.start + piece.source.count)...]
                    hasOpenFormula = Array(rest).contains("$$")
                    reportFormula(at: start, endingRow: hasOpenFormula ? piece : nil)
                }
            }
            rows.append(row + Array(repeating: [], count: columns - row.count))
        }
        let first = leaf.pieces[found.lines.lowerBound]
        let last = leaf.pieces[found.lines.upperBound - 1]
        let table = PipeTable(
            alignments: found.alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
        return BlockNode(.table(table), range: first.origin..<last.origin + last.source.count)
    }

    /// The text of a cell, and where a formula starts that is not closed in it.
    private mutating func readCell(_ cell: Range<Int>, ofLine line: Int) -> ([InlineNode], openFormula: Int?)
    {
        let leaf = Leaf(cell, ofLine: line, of: text)
        var reader = InlineReader(leaf, from: 0, to: leaf.bytes.count, isCell: true, in: context)
        let content = reader.read()
        take(reader, isCell: true)
        return (content, reader.unclosedDisplay.map { leaf.fileOffset($0) })
    }

    /// Reports a displayed formula that is not closed, or only in another row.
    private mutating func reportFormula(at start: Int, endingRow row: Leaf.Piece?) {
        guard let row else { return report(.unclosedFormula(at: file.location(start..<start + 2))) }
        report(
            .error(
                "this formula goes on in the next row of its table",
                at: file.location(start..<row.origin + row.source.count),
                help: "close it with $$ in its cell; for dollars as text write \\$\\$"))
    }

    /// Reports a header above a row of dashes with another number of cells: text to GitHub, and never meant so.
    mutating func reportUnequalRows(of leaf: Leaf) {
        let pieces = leaf.pieces
        guard pieces.count > 1, leaf.bytes.contains(UInt8(ascii: "|")) else { return }
        for index in pieces.indices.dropFirst() where pieces[index].isComplete {
            guard let columns = TableRow.alignments(pieces[index].source, of: text)?.count else { continue }
            let header = pieces[index - 1]
            let cells = TableRow.cells(header.source, of: text)
            let hasBars = cells.count > 1 || text.bytes[header.source].first == UInt8(ascii: "|")
            guard hasBars, leaf.contentStart <= header.start else { continue }
            let start = pieces[index].origin
            report(
                .error(
                    "the header of this table has \(counted(cells.count, "cell")), "
                        + "the row of dashes below it \(columns)",
                    at: file.location(start..<start + pieces[index].source.count),
                    help: "give both as many cells; for bars as text write \\|"))
            return
        }
    }
}

/// A line of a pipe table.
enum TableRow {
    /// The cells: what stands between bars that have no backslash before them and are in no formula and no expression.
    static func cells(_ row: Range<Int>, of text: MarkdownText) -> [Range<Int>] {
        var slice = text.bytes[row].trimmingMarkupSpace
        if slice.first == UInt8(ascii: "|") { slice = slice.dropFirst() }
        var scanner = InlineScanner(Array(slice))
        var cells: [Range<Int>] = []
        var start = 0
        var codeEnd = 0
        var position = 0
        while let byte = scanner.byte(position) {
            switch byte {
            case UInt8(ascii: "|"):
                cells.append(trimmed(slice.startIndex + start..<slice.startIndex + position, of: text))
                position += 1
                start = position
            case UInt8(ascii: "\\"): position += 2
            case _ where position < codeEnd: position += 1
            case UInt8(ascii: "`"):
                let end = scanner.runEnd(at: position)
                codeEnd = scanner.codeSpanEnd(at: position) ?? 0
                position = end
            case UInt8(ascii: "$"):
                let isDisplay = scanner.byte(position + 1) == UInt8(ascii: "$")
                let content = isDisplay ? scanner.display(at: position) : scanner.formula(at: position)
                position =
                    content.map { $0.upperBound + (isDisplay ? 2 : 1) } ?? position + (isDisplay ? 2 : 1)
            case UInt8(ascii: "("):
                let end =
                    scanner.isNext("(<swift:", at: position)
                    ? SwiftDestination.end(scanner.bytes, from: position + 2) : nil
                position = end ?? position + 1
            default: position += 1
            }
        }
        if start < slice.count || cells.isEmpty {
            cells.append(trimmed(slice.startIndex + start..<slice.endIndex, of: text))
        }
        return cells
    }

    private static func trimmed(_ range: Range<Int>, of text: MarkdownText) -> Range<Int> {
        let slice = text.bytes[range].trimmingMarkupSpace
        return slice.startIndex..<slice.endIndex
    }

    /// The alignments of a row of dashes, which must have a bar to be one.
    static func alignments(_ row: Range<Int>, of text: MarkdownText) -> [PipeTable.Alignment]? {
        let bytes = text.bytes[row]
        guard bytes.contains(UInt8(ascii: "|")),
            bytes.allSatisfy({ $0.isSpaceOrTab || "|:-".utf8.contains($0) })
        else { return nil }
        var alignments: [PipeTable.Alignment] = []
        for cell in cells(row, of: text) {
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
