extension BarChart {
    /// The chart with bars of blocks, an eighth of a character fine to the right of zero and a half to the left.
    public func text() -> String {
        let width = 72
        let chart = Bars(self)
        let groups = chart.bars.map(\.group.columns).max() ?? 0
        let names = chart.bars.map(\.series.columns).max() ?? 0
        let values = chart.bars.map(\.value.columns).max() ?? 0
        let labels = chart.bars.map { bar in
            (groups > 0 ? bar.group.leading(groups + 2) : "")
                + (names > 0 ? bar.series.leading(names + 2) : "")
                + bar.value.trailing(values) + "  "
        }
        let room = max(10, width - (labels.first?.columns ?? 0) - 1)
        let left = ((chart.scale.position(0) ?? 0) * Double(room)).nearest
        var lines = title.cleaned.wrapped(width)
        if !value.isEmpty {
            lines += "\(value.cleaned) →".wrapped(width).map { $0.trailing(width) }
        }
        for (label, bar) in zip(labels, chart.bars) {
            let blocks = bar.blocks(room: room)
            lines.append(
                label + (bar.length < 0 ? blocks.trailing(left) + "│" : "│".trailing(left + 1) + blocks))
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
            let halves = (-length * Double(2 * room)).nearest
            return (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
        }
        let eighths = (length * Double(8 * room)).nearest
        return String(repeating: "█", count: eighths / 8) + Self.eighths[eighths % 8]
    }
}
