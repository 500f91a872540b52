extension BarChart {
    /// The chart as a drawing: labels, bars from the line of zero, each with its value at its end.
    public func svg() -> String { svg(for: .wide) }

    /// The drawing, and another for narrow places, where long labels stand above their bars.
    public func markup() -> String { svg(for: .wide) + svg(for: .narrow) }

    func svg(for format: Format) -> String {
        let chart = Bars(self)
        let width = format.width
        let labels = chart.bars.map(\.group.drawnWidth).max() ?? 0
        let names = chart.bars.map(\.series.drawnWidth).max() ?? 0
        let values = 8 + (chart.bars.map { $0.value.drawnWidth }.max() ?? 0)
        let isStacked = labels + names > width / 3
        let margin = (isStacked ? 0 : labels) + names + (names > 0 ? 20 : isStacked ? 0 : 10)
        let left = margin + (chart.bars.contains { $0.length < 0 } ? values : 0)
        let right = width - values
        let top = Drawing.titleHeight(title, width: width) + 6
        let bottom = top + chart.height(groups: groups.count, isStacked: isStacked)
        let across = Drawing.lines("\(value) →", within: format)
        let below = bottom + (value.isEmpty ? 26 : 44 + 16 * Double(across.count - 1))
        let notes = chart.notes.flatMap { Drawing.lines($0, within: format) }
        let x = { (position: Double) in left + position * (right - left) }
        let zero = chart.scale.position(0) ?? 0

        var drawing = Drawing(width: width, height: below + 16 * Double(notes.count), self)
        drawing.title(title, width: width)
        if chart.bars.isEmpty { drawing.text("no data", x: 0, y: top + 12) }
        drawing.barAxis(chart.scale, about: Int(width / 100), x: x, top: top, bottom: bottom)
        var y = top + 2
        var line = Path()
        if !isStacked { line.vertical(x(zero), from: top, to: bottom) }
        for (row, bar) in chart.bars.enumerated() {
            if row > 0, bar.index == 0 { y += Bars.gap }
            if isStacked, bar.index == 0 { y += Bars.thickness }
            let baseline = y + Bars.thickness / 2 + 4
            drawing.text(bar.group, x: 0, y: isStacked ? baseline - Bars.thickness : baseline)
            if names > 0 { drawing.text(bar.series, x: margin - 8, y: baseline, anchor: "end") }
            let (start, end) = (x(min(zero, zero + bar.length)), x(max(zero, zero + bar.length)))
            var path = Path()
            path.rectangle(start, y, end, y + Bars.thickness - 2)
            drawing.element("path", ["d": path.data, "fill": SeriesStyle(index: bar.index).colour])
            let isLeft = bar.length < 0
            drawing.text(
                bar.value.replacingMinus, x: isLeft ? start - 5 : end + 5, y: baseline,
                anchor: isLeft ? "end" : "start")
            y += Bars.thickness
            // Labels above the bars are not crossed out.
            if isStacked { line.vertical(x(zero), from: y - Bars.thickness - 1, to: y - 1) }
        }
        drawing.stroke(line, opacity: "1")
        if !value.isEmpty {
            drawing.lines(across, x: format == .wide ? right : width, y: bottom + 36, anchor: "end")
        }
        drawing.notes(notes, y: below + 10)
        return drawing.finished()
    }
}

extension Bars {
    /// Height of a bar with the room below it.
    fileprivate static let thickness = 20.0
    /// Room between two groups.
    fileprivate static let gap = 8.0

    fileprivate func height(groups: Int, isStacked: Bool) -> Double {
        Double(bars.count + (isStacked ? groups : 0)) * Self.thickness
            + Double(max(0, groups - 1)) * Self.gap + 4
    }
}

extension Drawing {
    fileprivate mutating func barAxis(
        _ scale: Scale, about count: Int, x: (Double) -> Double, top: Double, bottom: Double
    ) {
        let ticks = scale.ticks(about: count)
        var grid = Path()
        for tick in ticks { grid.vertical(x(tick.position), from: top, to: bottom) }
        stroke(grid, opacity: "0.13")
        beginLabels()
        for tick in ticks {
            text(tick.typeset, x: x(tick.position), y: bottom + 16, anchor: "middle")
        }
        end()
    }
}
