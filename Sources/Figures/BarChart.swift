/// Horizontal bars from zero, with their values.
///
///     BarChart(title: "Accuracy", value: "share of correct answers", ["RNN": 0.52, "LSTM": 0.98])
///     BarChart(title: "Loss", value: "nats", series: ["before", "after"], ["RNN": [2.3, 1.1], "GRU": [2.3, 0.2]])
public struct BarChart: Figure {
    /// A label and the bars under it.
    public struct Group: Sendable, Hashable {
        /// What the bars belong to.
        public var label: String
        /// One value for each series; missing ones have no bar.
        public var values: [Double]
    }

    /// What the chart is about.
    public var title: String
    /// What the length of a bar is.
    public var value: String
    /// Names of the bars within each group; one empty name where a group has one bar.
    public var series: [String]
    /// The groups from top to bottom.
    public var groups: [Group]
    /// Digits after the point of each value, or `nil` for four significant digits.
    public var decimals: Int?

    /// A chart of one bar for each label.
    public init(
        title: String, value: String = "", _ bars: KeyValuePairs<String, Double>, decimals: Int? = nil
    ) {
        self.title = title
        self.value = value
        self.series = [""]
        self.groups = bars.map { Group(label: $0.key, values: [$0.value]) }
        self.decimals = decimals
    }

    /// A chart of one bar for each label, from as many labels as values.
    public init(
        title: String, value: String = "", labels: [String], values: [Double], decimals: Int? = nil
    ) {
        guard labels.count == values.count else {
            fatalError("bar chart “\(title)” has \(labels.count) labels for \(values.count) values")
        }
        self.title = title
        self.value = value
        self.series = [""]
        self.groups = zip(labels, values).map { Group(label: $0, values: [$1]) }
        self.decimals = decimals
    }

    /// A chart of groups, each with one bar for each series.
    public init(
        title: String, value: String = "", series: [String], _ groups: KeyValuePairs<String, [Double]>,
        decimals: Int? = nil
    ) {
        self.title = title
        self.value = value
        self.series = series
        self.groups = groups.map { Group(label: $0.key, values: Array($0.value.prefix(series.count))) }
        self.decimals = decimals
    }
}
