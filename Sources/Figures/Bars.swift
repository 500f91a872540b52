/// What the text and the drawing of a bar chart have in common: one line for each bar.
struct Bars {
    /// A bar with its labels.
    struct Bar {
        /// The label of the group, on the first of its bars only.
        var group: String
        /// The name of the series.
        var series: String
        /// The index of the series.
        var index: Int
        /// The length of the bar as a share of the whole scale; negative to the left.
        var length: Double
        /// The value as it is written.
        var value: String
    }

    /// The scale, which contains zero.
    let scale: Scale
    private(set) var bars: [Bar] = []
    private(set) var notes: [String] = []

    init(_ chart: BarChart) {
        let values = chart.groups.flatMap(\.values)
        let finite = values.filter(\.isFinite)
        let (low, high) = (min(0, finite.min() ?? 0), max(0, finite.max() ?? 0))
        scale = Scale(.linear, low < high ? low...high : 0...1)
        let zero = scale.position(0) ?? 0
        var written = chart.written(values)[...]
        for group in chart.groups {
            for (index, value) in group.values.enumerated() {
                bars.append(
                    Bar(
                        group: index == 0 ? group.label.cleaned.truncated(24) : "",
                        series: chart.series[index].cleaned.truncated(16), index: index,
                        length: scale.position(value).map { $0 - zero } ?? 0, value: written.removeFirst()))
            }
        }
        let infinite = values.count - finite.count
        if infinite > 0 { notes.append("\(counted(infinite, "value")) not finite") }
    }
}

extension BarChart {
    /// The values, with equally many decimals where that is short.
    func written(_ values: [Double]) -> [String] {
        if let decimals { return values.map { Decimal.fixed($0, decimals: decimals) } }
        let rounded = values.map { Decimal.significant($0) }
        let places = rounded.map {
            $0.contains("e") ? 9 : $0.split(separator: ".").dropFirst().first?.count ?? 0
        }.max()
        guard let places, places <= 4 else { return rounded }
        return values.map { Decimal.fixed($0, decimals: places) }
    }
}
