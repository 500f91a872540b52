extension HeatMap {
    /// The map as a drawing: one colour from clear to full, or two on either side of zero, with a scale beside it.
    public func svg() -> String { svg(for: .wide) }

    /// The drawing, and another for narrow places, with fewer cells if they would be too small.
    public func markup() -> String { svg(for: .wide) + svg(for: .narrow) }

    func svg(for format: Format) -> String {
        let shades = Shades(self, maximumRows: 60, maximumColumns: format == .wide ? 160 : 72)
        let grid = Grid(self, shades, format)
        let notes = shades.notes.flatMap { Drawing.lines($0, within: format) }
        let notesHeight = notes.isEmpty ? 0 : 16 * Double(notes.count) + 6
        let across = Drawing.lines("\(x) →", within: format)
        let belowGrid = x.isEmpty ? 26 : 44 + 16 * Double(across.count - 1)
        let bottom = max(grid.bottom + belowGrid, grid.top + grid.keyHeight + 10)
        var drawing = Drawing(width: format.width, height: bottom + notesHeight, self)
        drawing.title(title, width: format.width)
        if shades.columns.isEmpty {
            drawing.text("no data", x: 0, y: grid.top + 12)
            return drawing.finished()
        }
        if !y.isEmpty {
            drawing.lines(grid.down, x: 0, y: grid.top - 10 - 16 * Double(grid.down.count - 1))
        }
        drawing.cells(shades, grid)
        drawing.labels(shades, grid)
        if !x.isEmpty {
            // Under a map of few columns a long label has no room to its left.
            let longest = across.map(\.drawnWidth).max() ?? 0
            drawing.lines(
                across, x: max(grid.right, min(longest, format.width)), y: grid.bottom + 36, anchor: "end")
        }
        drawing.key(shades.scale, isDiverging: shading == .diverging, grid)
        drawing.notes(notes, y: bottom + 12)
        return drawing.finished()
    }
}

/// Where the cells of a heat map lie in its drawing.
private struct Grid {
    /// Steps of opacity between clear and full.
    static let steps = 40
    let left: Double
    let top: Double
    let columns: Int
    let rows: Int
    let cellWidth: Double
    let cellHeight: Double
    /// Names of the rows as they are drawn.
    let names: [String]
    /// What the rows are, in lines.
    let down: [String]

    init(_ map: HeatMap, _ shades: Shades, _ format: Format) {
        columns = shades.columns.count
        rows = shades.rows.count
        names = format == .wide ? shades.rows : shades.rows.map { $0.truncated(15) }
        down = Drawing.lines("↓ \(map.y)", within: format)
        left = 10 + (names.map(\.drawnWidth).max() ?? 0)
        top =
            Drawing.titleHeight(map.title, width: format.width)
            + (map.y.isEmpty ? 8 : 24 + 16 * Double(down.count - 1))
        let key = format == .wide ? 90.0 : 72
        cellWidth = min(56, Double((10 * (format.width - left - key) / Double(max(1, columns))).floored) / 10)
        cellHeight = min(28, Double((2800 / Double(max(1, rows))).floored) / 10)
    }

    var right: Double { left + cellWidth * Double(columns) }
    var bottom: Double { top + cellHeight * Double(rows) }
    /// Height of the scale beside the map.
    var keyHeight: Double { max(100, bottom - top) }
    func x(_ column: Int) -> Double { left + cellWidth * Double(column) }
    func y(_ row: Int) -> Double { top + cellHeight * Double(row) }
}

extension Drawing {
    /// The cells, those of one shade in one path and neighbours in a row as one rectangle.
    fileprivate mutating func cells(_ shades: Shades, _ grid: Grid) {
        var paths = [Path](repeating: Path(), count: 2 * Grid.steps + 1)
        var crosses = Path()
        for (row, levels) in shades.levels.enumerated() {
            let (top, bottom) = (grid.y(row), grid.y(row + 1))
            let steps = levels.map { $0.map { ($0 * Double(Grid.steps)).nearest } }
            var column = 0
            while column < steps.count {
                let start = column
                column += 1
                guard let step = steps[start] else {
                    crosses.mark(
                        (grid.x(start) + grid.x(column)) / 2, (top + bottom) / 2, "m-3 -3l6 6m0 -6l-6 6")
                    continue
                }
                while column < steps.count, steps[column] == step { column += 1 }
                paths[step + Grid.steps].rectangle(grid.x(start), top, grid.x(column), bottom)
            }
        }
        begin("g", ["shape-rendering": "crispEdges"])
        for (index, path) in paths.enumerated() { shade(path, index - Grid.steps) }
        end()
        if !crosses.isEmpty { stroke(crosses, opacity: "0.6") }
        outline(grid.left, grid.top, grid.right, grid.bottom)
    }

    fileprivate mutating func labels(_ shades: Shades, _ grid: Grid) {
        beginLabels()
        let down = labelStep(size: 14, spacing: grid.cellHeight)
        for row in stride(from: 0, to: grid.rows, by: down) {
            text(grid.names[row], x: grid.left - 6, y: grid.y(row) + grid.cellHeight / 2 + 4, anchor: "end")
        }
        let width = (shades.columns.map(\.drawnWidth).max() ?? 0) + 8
        let across = labelStep(size: width, spacing: grid.cellWidth)
        for column in stride(from: 0, to: grid.columns, by: across) {
            text(
                shades.columns[column], x: grid.x(column) + grid.cellWidth / 2, y: grid.bottom + 16,
                anchor: "middle")
        }
        end()
    }

    /// The scale of shades, greatest value on top.
    fileprivate mutating func key(_ scale: Scale, isDiverging: Bool, _ grid: Grid) {
        let height = grid.keyHeight
        let left = grid.right + 18
        let range = isDiverging ? -Grid.steps...Grid.steps : 0...Grid.steps
        let each = height / Double(range.count)
        begin("g", ["shape-rendering": "crispEdges"])
        for step in range {
            let y = grid.top + each * Double(range.upperBound - step)
            var path = Path()
            path.rectangle(left, y, left + 12, y + each)
            shade(path, step)
        }
        end()
        outline(left, grid.top, left + 12, grid.top + height)
        beginLabels()
        for tick in scale.ticks(about: Int(height / 40)) {
            text(tick.typeset, x: left + 18, y: grid.top + (1 - tick.position) * height + 4)
        }
        end()
    }

    private mutating func shade(_ path: Path, _ step: Int) {
        if step == 0 || path.isEmpty { return }
        let opacity = Double(step.magnitude) / Double(Grid.steps)
        let colour = SeriesStyle(index: step < 0 ? 1 : 0).colour
        element("path", ["d": path.data, "fill": colour, "fill-opacity": opacity.coordinate])
    }

    private mutating func outline(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
        var path = Path()
        path.rectangle(left, top, right, bottom)
        stroke(path, opacity: "0.35")
    }
}
