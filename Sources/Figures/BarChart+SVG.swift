extension BarChart {
    /// The chart as a drawing: labels, bars from the line of zero, each with its value at its end.
    public func svg() -> String {
        let chart = Bars(self)
        let width = 640.0
        let groups = chart.bars.map(\.group.drawnWidth).max() ?? 0
        let names = chart.bars.map(\.series.drawnWidth).max() ?? 0
        let values = 8 + (chart.bars.map { $0.value.drawnWidth }.max() ?? 0)
        let margin = groups + names + (names > 0 ? 20 : 10)
        let left = margin + (chart.bars.contains { $0.length < 0 } ? values : 0)
        let right = width - values
        let top = Drawing.titleHeight(title, width: width) + 6
        let bottom = top + chart.height(groups: self.groups.count)
        let below = bottom + (value.isEmpty ? 26 : 44)
        let x = { (position: Double) in left + position * (right - left) }
        let zero = chart.scale.position(0) ?? 0

        var drawing = Drawing(width: width, height: below + 16 * Double(chart.notes.count), self)
        drawing.title(title, width: width)
        if chart.bars.isEmpty { drawing.text("no data", x: 0, y: top + 12) }
        drawing.barAxis(chart.scale, x: x, top: top, bottom: bottom)
        var y = top + 2
        for (row, bar) in chart.bars.enumerated() {
            if row > 0, bar.index == 0 { y += Bars.gap }
            let baseline = y + Bars.thickness / 2 + 4
            drawing.text(bar.group, x: 0, y: baseline)
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
        }
        var line = Path()
        line.vertical(x(zero), from: top, to: bottom)
        drawing.stroke(line, opacity: "1")
        if !value.isEmpty { drawing.text("\(value) →", x: right, y: bottom + 36, anchor: "end") }
        drawing.notes(chart.notes, y: below + 10)
        return drawing.finished()
    }
}

extension Bars {
    /// Height of a bar with the room below it.
    fileprivate static let thickness = 20.0
    /// Room between two groups.
    fileprivate static let gap = 8.0

    fileprivate func height(groups: Int) -> Double {
        Double(bars.count) * Self.thickness + Double(max(0, groups - 1)) * Self.gap + 4
    }
}

extension Drawing {
    fileprivate mutating func barAxis(_ scale: Scale, x: (Double) -> Double, top: Double, bottom: Double) {
        let ticks = scale.ticks(about: 6)
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
