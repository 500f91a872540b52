/// A place in a frame: from 0 to 1 from left to right, and from bottom to top.
struct Place: Hashable {
    var x: Double
    var y: Double

    /// Whether it lies inside the frame.
    var isInside: Bool {
        (0...1).contains(x) && (0...1).contains(y)
    }
}

/// What the text and the drawing of a line plot have in common: fitted axes and placed points.
struct Panel {
    /// A series in the frame.
    struct Curve {
        var name: String
        /// Connected pieces of the line, cut at the frame.
        var runs: [[Place]] = []
        /// The points inside the frame.
        var marks: [Place] = []
    }

    var x: Scale
    var y: Scale
    var curves: [Curve] = []
    /// What is missing from the picture.
    var notes: [String] = []
    /// Whether every horizontal value is a whole number.
    var hasWholeX: Bool

    init(_ plot: LinePlot) {
        var xs: [Double] = []
        var ys: [Double] = []
        for series in plot.series {
            for point in series.points where plot.canPlace(point) {
                xs.append(point.x)
                ys.append(point.y)
            }
        }
        x = Scale(plot.x, fitting: xs)
        y = Scale(plot.y, fitting: ys, nearZero: true)
        hasWholeX = xs.allSatisfy(\.isWhole)
        var unplaced = 0
        var infinite = 0
        var outside = 0
        for series in plot.series {
            var curve = Curve(name: series.name.cleaned)
            var previous: Place?
            for point in series.points {
                guard let px = x.position(point.x), let py = y.position(point.y) else {
                    if point.x.isFinite && point.y.isFinite { unplaced += 1 } else { infinite += 1 }
                    previous = nil
                    continue
                }
                let place = Place(x: px, y: py)
                if place.isInside { curve.marks.append(place) } else { outside += 1 }
                curve.extend(from: previous, to: place)
                previous = place
            }
            curves.append(curve)
        }
        if infinite > 0 { notes.append("\(counted(infinite, "point")) not finite") }
        if unplaced > 0 {
            notes.append("\(counted(unplaced, "point")) not above 0, which a log axis cannot show")
        }
        if outside > 0 { notes.append("\(counted(outside, "point")) outside the axes") }
    }
}

extension Panel.Curve {
    /// Adds what the frame shows of the segment to a point; the first point of a piece stands alone.
    fileprivate mutating func extend(from previous: Place?, to place: Place) {
        guard let previous else {
            if place.isInside { runs.append([place]) }
            return
        }
        guard let (start, end) = clipped(previous, place) else { return }
        if let last = runs.indices.last, runs[last].last == start, start == previous {
            if end != start { runs[last].append(end) }
        } else {
            runs.append([start, end])
        }
    }
}

/// The part of a segment inside the frame (Liang and Barsky, 1984).
private func clipped(_ a: Place, _ b: Place) -> (Place, Place)? {
    if a.isInside, b.isInside { return (a, b) }
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    var (enter, leave) = (0.0, 1.0)
    /// Keeps the part on the inner side of one edge.
    func cut(_ direction: Double, _ distance: Double) {
        if direction == 0 {
            if distance < 0 { leave = -1 }
        } else if direction < 0 {
            enter = max(enter, distance / direction)
        } else {
            leave = min(leave, distance / direction)
        }
    }
    cut(-dx, a.x)
    cut(dx, 1 - a.x)
    cut(-dy, a.y)
    cut(dy, 1 - a.y)
    guard enter <= leave else { return nil }
    func along(_ share: Double) -> Place {
        if share == 0 { return a }
        if share == 1 { return b }
        return Place(x: min(max(a.x + share * dx, 0), 1), y: min(max(a.y + share * dy, 0), 1))
    }
    return (along(enter), along(leave))
}

/// A count with its noun.
func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

extension LinePlot {
    /// Whether a point has a place on the axes, be it inside or outside the frame.
    func canPlace(_ point: Series.Point) -> Bool {
        point.x.isFinite && point.y.isFinite && (x.scale == .linear || point.x > 0)
            && (y.scale == .linear || point.y > 0)
    }

    /// The curves are named in the figure unless the vertical axis already names the only one.
    var hasLegend: Bool {
        series.count > 1 || series.contains { !$0.name.isEmpty && $0.name != y.label }
    }
}
