extension LinePlot {
    /// The plot as a drawing: light grid, curves told apart by colour, dash and mark, names at their right ends.
    public func svg() -> String { svg(for: .wide) }

    /// The drawing, and another for narrow places, with the names of the curves above the frame.
    public func markup() -> String { svg(for: .wide) + svg(for: .narrow) }

    func svg(for format: Format) -> String {
        let panel = Panel(self)
        let frame = Frame(self, panel, format)
        var drawing = Drawing(width: format.width, height: frame.height, self)
        drawing.title(title, width: format.width)
        drawing.axes(self, panel, frame)
        for (index, curve) in panel.curves.enumerated() {
            drawing.curve(curve, SeriesStyle(index: index), frame, style, isAlone: panel.curves.count == 1)
        }
        if panel.curves.allSatisfy({ $0.marks.isEmpty && $0.runs.isEmpty }) {
            drawing.text(
                "no data", x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2,
                anchor: "middle")
        }
        if hasLegend {
            switch format {
            case .wide: drawing.names(panel.curves, style, frame)
            case .narrow: drawing.legend(panel.curves, style, frame)
            }
        }
        drawing.notes(frame.notes, y: frame.notesTop)
        return drawing.finished()
    }
}

/// Where the frame of a line plot lies in its drawing.
private struct Frame {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let height: Double
    let yTicks: [Tick]
    /// The width within which points of a line are not told apart.
    let column: Double
    /// What the axes measure, in lines.
    let labels: (x: [String], y: [String])
    /// Where the names of the curves stand above the frame, if they do.
    let legend: [Drawing.Entry]
    let notes: [String]
    let notesTop: Double

    init(_ plot: LinePlot, _ panel: Panel, _ format: Format) {
        labels = (
            Drawing.lines("\(plot.x.label) →", within: format),
            Drawing.lines("↑ \(plot.y.label)", within: format)
        )
        yTicks = panel.y.ticks(about: 6)
        column = format == .wide ? 1 : 2
        left = 12 + (yTicks.map(\.typeset.drawnWidth).max() ?? 0)
        let above = Drawing.titleHeight(plot.title, width: format.width)
        let names = plot.hasLegend ? panel.curves.map { $0.name.truncated(28) } : []
        let legendHeight: Double
        let plotHeight: Double
        switch format {
        case .wide:
            right = format.width - (names.map(\.drawnWidth).max().map { $0 + 36 } ?? 14)
            (legend, legendHeight, plotHeight) = ([], 0, max(270, 16 * Double(names.count)))
        case .narrow:
            right = format.width - 14
            legend = Drawing.entries(names, width: format.width, top: above)
            (legendHeight, plotHeight) = (legend.last.map { $0.y - above + 14 } ?? 0, 210)
        }
        top =
            above + legendHeight
            + (plot.y.label.isEmpty ? 10 : 30 + 16 * Double(labels.y.count - 1))
        bottom = top + plotHeight
        let end = bottom + (plot.x.label.isEmpty ? 26 : 44 + 16 * Double(labels.x.count - 1))
        notes = panel.notes.flatMap { Drawing.lines($0, within: format) }
        notesTop = end + 10
        height = end + (notes.isEmpty ? 0 : 16 * Double(notes.count) + 4)
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
        if !plot.y.label.isEmpty {
            lines(frame.labels.y, x: 0, y: frame.top - 14 - 16 * Double(frame.labels.y.count - 1))
        }
        if !plot.x.label.isEmpty {
            lines(frame.labels.x, x: frame.right, y: frame.bottom + 36, anchor: "end")
        }
    }

    fileprivate mutating func curve(
        _ curve: Panel.Curve, _ style: SeriesStyle, _ frame: Frame, _ kind: LinePlot.Style, isAlone: Bool
    ) {
        begin("g", ["fill": style.colour, "stroke": style.colour])
        if kind == .line {
            var path = Path()
            for run in curve.runs where run.count > 1 {
                let points = reduced(
                    run.map { Place(x: frame.x($0.x), y: frame.y($0.y)) }, column: frame.column)
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
            let entry = Entry(x: frame.right + 6, y: y, name: curves[index].name.truncated(28))
            name(entry, SeriesStyle(index: index), kind, isAlone: curves.count == 1)
        }
    }

    /// The names of the curves above the frame, as many in a row as there is room for.
    fileprivate mutating func legend(_ curves: [Panel.Curve], _ kind: LinePlot.Style, _ frame: Frame) {
        for (index, entry) in frame.legend.enumerated() {
            name(entry, SeriesStyle(index: index), kind, isAlone: curves.count == 1)
        }
    }

    /// A piece of a curve, and the curve's name.
    private mutating func name(
        _ entry: Entry, _ style: SeriesStyle, _ kind: LinePlot.Style, isAlone: Bool
    ) {
        begin("g", ["fill": style.colour, "stroke": style.colour])
        if kind == .line {
            var sample = Path()
            sample.horizontal(entry.y, from: entry.x, to: entry.x + 20)
            line(sample, style)
        }
        if !isAlone || kind == .points {
            var mark = Path()
            mark.mark(entry.x + 10, entry.y, style.outline)
            element("path", ["d": mark.data, "stroke": "none"])
        }
        end()
        text(entry.name, x: entry.x + 25, y: entry.y + 4)
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

/// A line with at most four points to each column of pixels: the first, the lowest, the highest and the last, in order,
/// so that nothing visible is lost.
private func reduced(_ points: [Place], column width: Double) -> [Place] {
    var result: [Place] = []
    var start = 0
    while start < points.count {
        let column = (points[start].x / width).floored
        var end = start
        var (low, high) = (start, start)
        while end + 1 < points.count, (points[end + 1].x / width).floored == column {
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
