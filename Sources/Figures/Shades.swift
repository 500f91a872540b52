/// The cells of a heat map, few enough to be drawn, each with its shade.
struct Shades {
    /// The values at the ends of the shading.
    let scale: Scale
    /// From 0 to 1, or from -1 to 1 if the shading is diverging; `nil` without a finite value.
    private(set) var levels: [[Double?]] = []
    /// Names of the rows that are drawn.
    private(set) var rows: [String] = []
    /// Names of the columns that are drawn.
    private(set) var columns: [String] = []
    /// What is missing from the picture.
    private(set) var notes: [String] = []

    private let isDiverging: Bool

    init(_ map: HeatMap, maximumRows: Int, maximumColumns: Int) {
        isDiverging = map.shading == .diverging
        let isLogarithmic = map.shading == .logarithmic
        let count = map.values.map(\.count).max() ?? 0
        let given = map.values.flatMap { $0 }
        let shaded = given.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
        switch map.shading {
        case .sequential, .logarithmic:
            scale = Scale(Axis("", isLogarithmic ? .log : .linear, range: map.range), fitting: shaded)
        case .diverging:
            let end = map.range.map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) }
            let reach = end ?? shaded.map(\.magnitude).max() ?? 1
            scale = Scale(.linear, reach == 0 ? -1...1 : -reach...reach)
        }
        let down = max(1, (map.values.count + maximumRows - 1) / max(1, maximumRows))
        let across = max(1, (count + maximumColumns - 1) / max(1, maximumColumns))
        rows = Self.names(map.rows, map.values.count, step: down)
        columns = Self.names(map.columns, count, step: across)
        for top in stride(from: 0, to: map.values.count, by: down) {
            var line = [Double?](repeating: nil, count: columns.count)
            for row in map.values[top..<min(top + down, map.values.count)] {
                for (index, value) in row.enumerated() {
                    guard let level = level(value) else { continue }
                    let known = line[index / across]?.magnitude ?? -1
                    if level.magnitude > known { line[index / across] = level }
                }
            }
            levels.append(line)
        }
        note(given, shaded: shaded, cells: count * map.values.count)
        if down > 1 || across > 1 {
            let choice = isDiverging ? "value furthest from 0" : "greatest value"
            let merged = [(down, "row"), (across, "column")].filter { $0.0 > 1 }.map(counted)
            notes.append("each cell shows the \(choice) of \(merged.joined(separator: " × "))")
        }
    }

    private mutating func note(_ given: [Double], shaded: [Double], cells: Int) {
        let infinite = given.count { !$0.isFinite }
        let beyond = shaded.count { !(scale.lower...scale.upper).contains($0) }
        let unshaded = given.count - infinite - shaded.count
        if cells > given.count { notes.append("\(counted(cells - given.count, "value")) missing") }
        if infinite > 0 { notes.append("\(counted(infinite, "value")) not finite") }
        if unshaded > 0 {
            notes.append("\(counted(unshaded, "value")) not above 0, which a log scale cannot show")
        }
        if beyond > 0 { notes.append("\(counted(beyond, "value")) beyond the ends of the scale") }
    }

    /// The shade of a value; beyond the ends of the scale the end's.
    private func level(_ value: Double) -> Double? {
        guard let position = scale.position(value) else { return nil }
        let level = min(max(position, 0), 1)
        return isDiverging ? 2 * level - 1 : level
    }

    private static func names(_ names: [String], _ count: Int, step: Int) -> [String] {
        stride(from: 0, to: count, by: step).map { index in
            if names.isEmpty { return index.description }
            return index < names.count ? names[index].cleaned.truncated(20) : ""
        }
    }
}

/// The smallest round step at which labels of this size do not touch.
func labelStep(size: Double, spacing: Double) -> Int {
    var step = 1
    for factor in [2, 5, 10, 20, 50, 100, 200, 500, 1000] where Double(step) * spacing < size {
        step = factor
    }
    return step
}
