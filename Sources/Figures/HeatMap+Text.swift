extension HeatMap {
    /// The map in blocks from blank to full; with diverging shades, blocks above zero and `.-=#` below.
    public func text() -> String {
        let width = 72
        let margin = Shades(self, maximumRows: 40, maximumColumns: 1).rows.map(\.columns).max() ?? 0
        let available = width - margin - 3
        let shades = Shades(self, maximumRows: 40, maximumColumns: available)
        let cell = cellWidth(shades, available)
        let blank = String(repeating: " ", count: margin + 1)
        let rule = String(repeating: "─", count: cell * shades.columns.count)

        var lines = title.cleaned.wrapped(width)
        if shades.columns.isEmpty { return joined(lines + ["no data"]) }
        if !y.isEmpty { lines += "↓ \(y.cleaned)".wrapped(width) }
        lines.append("\(blank)┌\(rule)┐")
        lines += zip(shades.rows, shades.levels).map { name, levels in
            let cells = levels.map { String(repeating: glyph($0), count: cell) }.joined()
            return "\(name.trailing(margin)) │\(cells)│"
        }
        lines.append("\(blank)└\(rule)┘")
        let size = (shades.columns.map(\.columns).max() ?? 0) + 1
        let step = labelStep(size: Double(size), spacing: Double(cell))
        lines.append(
            stride(from: 0, to: shades.columns.count, by: step).reduce(blank + " ") { line, index in
                line.leading(margin + 2 + index * cell)
                    + shades.columns[index].truncated(max(1, step * cell - 1))
            })
        if !x.isEmpty {
            lines += "\(x.cleaned) →".wrapped(width).map {
                $0.trailing(max(margin + 3 + rule.count, $0.columns))
            }
        }
        return joined(lines + legend(shades.scale) + shades.notes.flatMap { "(\($0))".wrapped(width) })
    }

    /// Two columns make a square; wide enough for the names of the columns if they fit.
    private func cellWidth(_ shades: Shades, _ available: Int) -> Int {
        let count = max(1, shades.columns.count)
        let wanted = columns.isEmpty ? (count <= 12 ? 4 : 2) : 1 + (shades.columns.map(\.columns).max() ?? 1)
        if wanted * count <= available { return max(2, wanted) }
        return 2 * count <= available ? 2 : 1
    }

    private static let blocks: [Character] = [" ", "░", "▒", "▓", "█"]
    private static let negatives: [Character] = [" ", ".", "-", "=", "#"]
    /// Where the shades of a diverging map begin, as shares of its end.
    private static let thresholds = [0.1, 0.25, 0.5, 0.75]

    private func glyph(_ level: Double?) -> Character {
        guard let level else { return "×" }
        switch shading {
        case .sequential, .logarithmic:
            return Self.blocks[min(Int(level * 5), 4)]
        case .diverging:
            let index = Self.thresholds.count { level.magnitude >= $0 }
            return level < 0 ? Self.negatives[index] : Self.blocks[index]
        }
    }

    /// The values at which one shade gives way to the next.
    private func legend(_ scale: Scale) -> [String] {
        func row(_ sign: Double, _ shares: [Double], _ glyphs: ArraySlice<Character>) -> [String] {
            let edges = shares.map { share in
                Decimal.significant(sign * scale.value(at: share), digits: 3)
            }
            let steps = zip(glyphs, edges.dropFirst()).map { "[\($0)\($0)] \($1)" }
            return flowed([edges[0]] + steps, separator: " ", width: 72)
        }
        switch shading {
        case .sequential, .logarithmic:
            return row(1, [0, 0.2, 0.4, 0.6, 0.8, 1], Self.blocks[...])
        case .diverging:
            let shares = (Self.thresholds + [1]).map { (1 + $0) / 2 }
            return row(1, shares, Self.blocks.dropFirst()) + row(-1, shares, Self.negatives.dropFirst())
        }
    }
}
