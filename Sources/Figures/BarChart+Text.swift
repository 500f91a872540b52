extension BarChart {
    /// The chart with bars of blocks, an eighth of a character fine to the right of zero and a half to the left.
    public func text() -> String {
        let width = 72
        let chart = Bars(self)
        let columns = [\Bars.Bar.group, \.series, \.value].map { path in
            chart.bars.map { $0[keyPath: path].columns }.max() ?? 0
        }
        let margin = columns.reduce(0) { $0 + ($1 == 0 ? 0 : $1 + 2) }
        let room = max(10, width - margin - 1)
        let left = Int(((chart.scale.position(0) ?? 0) * Double(room)).rounded())
        var lines = title.cleaned.wrapped(width)
        if !value.isEmpty {
            lines += "\(value.cleaned) →".wrapped(width).map { $0.trailing(width) }
        }
        for bar in chart.bars {
            var line = ""
            for (cell, size) in [
                (bar.group.leading(columns[0]), columns[0]), (bar.series.leading(columns[1]), columns[1]),
            ]
            where size > 0 { line += cell + "  " }
            line += bar.value.trailing(columns[2]) + "  "
            let blocks = bar.blocks(room: room)
            line +=
                bar.length < 0
                ? blocks.trailing(left) + "│" : String(repeating: " ", count: left) + "│" + blocks
            lines.append(line)
        }
        if chart.bars.isEmpty { lines.append("no data") }
        return joined(lines + chart.notes.map { "(\($0))" })
    }
}

extension Bars.Bar {
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// The bar, where the whole scale takes a number of columns.
    fileprivate func blocks(room: Int) -> String {
        if length < 0 {
            let halves = Int((-length * Double(2 * room)).rounded())
            return (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
        }
        let eighths = Int((length * Double(8 * room)).rounded())
        return String(repeating: "█", count: eighths / 8) + Self.eighths[eighths % 8]
    }
}
