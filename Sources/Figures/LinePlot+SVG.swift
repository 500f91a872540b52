extension LinePlot {
    /// The plot as a drawing: light grid, curves told apart by colour, dash and mark, names at their right ends.
    public func svg() -> String {
        let panel = Panel(self)
        let frame = Frame(self, panel)
        var drawing = Drawing(width: Frame.width, height: frame.height, self)
        drawing.title(title, width: Frame.width)
        drawing.axes(self, panel, frame)
        for (index, curve) in panel.curves.enumerated() {
            drawing.curve(curve, SeriesStyle(index: index), frame, style, isAlone: panel.curves.count == 1)
        }
        if panel.curves.allSatisfy({ $0.marks.isEmpty && $0.runs.isEmpty }) {
            drawing.text(
                "no data", x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2,
                anchor: "middle")
        }
        if hasLegend { drawing.names(panel.curves, style, frame) }
        drawing.notes(panel.notes, y: frame.bottom + (x.label.isEmpty ? 36 : 54))
        return drawing.finished()
    }
}

/// Where the frame of a line plot lies in its drawing.
private struct Frame {
    static let width = 640.0
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let height: Double
    let yTicks: [Tick]

    init(_ plot: LinePlot, _ panel: Panel) {
        yTicks = panel.y.ticks(about: 6)
        left = 12 + (yTicks.map(\.typeset.drawnWidth).max() ?? 0)
        let names = plot.hasLegend ? panel.curves.map { $0.name.truncated(28).drawnWidth } : []
        right = Self.width - (names.max().map { $0 + 36 } ?? 14)
        top = Drawing.titleHeight(plot.title, width: Self.width) + (plot.y.label.isEmpty ? 10 : 30)
        bottom = top + max(270, 16 * Double(names.count))
        height =
            bottom + (plot.x.label.isEmpty ? 26 : 44)
            + (panel.notes.isEmpty ? 0 : 16 * Double(panel.notes.count) + 4)
    }

    /// Room between the axes and the curves.
    private static let inset = 5.0

    func x(_ position: Double) -> Double { left + Self.inset + position * (right - left - 2 * Self.inset) }
    func y(_ position: Double) -> Double { bottom - Self.inset - position * (bottom - top - 2 * Self.inset) }
}

extension Drawing {
    fileprivate mutating func axes(_ plot: LinePlot, _ panel: Panel, _ frame: Frame) {
        let xTicks = panel.x.ticks(about: Int((frame.right - frame.left) / 60), integral: panel.hasWholeX)
        var grid = Path()
        for tick in frame.yTicks {
            grid.horizontal(frame.y(tick.position), from: frame.left, to: frame.right)
        }
        for tick in xTicks { grid.vertical(frame.x(tick.position), from: frame.top, to: frame.bottom) }
        stroke(grid, opacity: "0.13")
        var axes = Path()
        axes.vertical(frame.left, from: frame.top, to: frame.bottom)
        axes.line(frame.right, frame.bottom)
        stroke(axes, opacity: "0.6")
        beginLabels()
        for tick in frame.yTicks {
            text(tick.typeset, x: frame.left - 6, y: frame.y(tick.position) + 4, anchor: "end")
        }
        for tick in xTicks {
            text(tick.typeset, x: frame.x(tick.position), y: frame.bottom + 17, anchor: "middle")
        }
        end()
        if !plot.y.label.isEmpty { text("↑ \(plot.y.label)", x: 0, y: frame.top - 14) }
        if !plot.x.label.isEmpty {
            text("\(plot.x.label) →", x: frame.right, y: frame.bottom + 36, anchor: "end")
        }
    }

    fileprivate mutating func curve(
        _ curve: Panel.Curve, _ style: SeriesStyle, _ frame: Frame, _ kind: LinePlot.Style, isAlone: Bool
    ) {
        begin("g", ["fill": style.colour, "stroke": style.colour])
        if kind == .line {
            var path = Path()
            for run in curve.runs where run.count > 1 {
                let points = reduced(run.map { Place(x: frame.x($0.x), y: frame.y($0.y)) })
                path.move(points[0].x, points[0].y)
                for point in points.dropFirst() { path.line(point.x, point.y) }
            }
            line(path, style)
        }
        let marks = kind == .points ? curve.marks : curve.visibleMarks(offset: style.index, isAlone: isAlone)
        var path = Path()
        var seen: Set<Place> = []
        for mark in marks {
            let (x, y) = (frame.x(mark.x), frame.y(mark.y))
            guard seen.insert(Place(x: Double(x.nearest), y: Double(y.nearest))).inserted else { continue }
            path.mark(x, y, style.outline)
        }
        if !path.isEmpty { element("path", ["d": path.data, "stroke": "none"]) }
        end()
    }

    private mutating func line(_ path: Path, _ style: SeriesStyle) {
        if path.isEmpty { return }
        element(
            "path",
            [
                "d": path.data, "fill": "none", "stroke-width": "1.8", "stroke-dasharray": style.dash,
                "stroke-linejoin": "round",
            ])
    }

    /// The names of the curves beside their right ends, kept apart.
    fileprivate mutating func names(_ curves: [Panel.Curve], _ kind: LinePlot.Style, _ frame: Frame) {
        let ends = curves.map { frame.y($0.marks.last?.y ?? $0.runs.last?.last?.y ?? 0) }
        let order = curves.indices.sorted { (ends[$0], $0) < (ends[$1], $1) }
        var places = order.map { ends[$0] }
        for index in places.indices {
            places[index] = max(places[index], index == 0 ? frame.top : places[index - 1] + 16)
        }
        for index in places.indices.reversed() {
            places[index] = min(
                places[index], index == places.count - 1 ? frame.bottom : places[index + 1] - 16)
        }
        for (index, y) in zip(order, places) {
            let style = SeriesStyle(index: index)
            begin("g", ["fill": style.colour, "stroke": style.colour])
            if kind == .line {
                var sample = Path()
                sample.horizontal(y, from: frame.right + 6, to: frame.right + 26)
                line(sample, style)
            }
            if curves.count > 1 || kind == .points {
                var mark = Path()
                mark.mark(frame.right + 16, y, style.outline)
                element("path", ["d": mark.data, "stroke": "none"])
            }
            end()
            text(curves[index].name.truncated(28), x: frame.right + 31, y: y + 4)
        }
    }
}

extension Panel.Curve {
    /// The points that a line carries marks at: all of a few, some of many, and every point without neighbours.
    fileprivate func visibleMarks(offset: Int, isAlone: Bool) -> [Place] {
        if marks.count <= 30 { return marks }
        let lonely = runs.filter { $0.count == 1 }.flatMap { $0 }
        if isAlone { return lonely }
        var next = 0.02 + 0.125 * Double(offset % 8) / 8
        return lonely
            + marks.filter { mark in
                guard mark.x >= next else { return false }
                next += 0.125 * Double(((mark.x - next) / 0.125).floored) + 0.125
                return true
            }
    }
}

/// A line with at most four points to each pixel column: the first, the lowest, the highest and the last, in order,
/// so that nothing visible is lost.
private func reduced(_ points: [Place]) -> [Place] {
    var result: [Place] = []
    var start = 0
    while start < points.count {
        let column = points[start].x.floored
        var end = start
        var (low, high) = (start, start)
        while end + 1 < points.count, points[end + 1].x.floored == column {
            end += 1
            if points[end].y < points[low].y { low = end }
            if points[end].y > points[high].y { high = end }
        }
        var last: Int?
        for index in [start, min(low, high), max(low, high), end] where index != last {
            result.append(points[index])
            last = index
        }
        start = end + 1
    }
    return result
}
