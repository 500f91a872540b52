/// Curves over a common pair of axes.
///
///     LinePlot(title: "Gradient against lag", x: "lag", y: .log("‖∂L/∂h‖"), ["RNN": rnn, "LSTM": lstm])
///
/// Values that are not finite, not above zero on a logarithmic axis, or outside a given range are left out,
/// and the figure says how many.
public struct LinePlot: Figure {
    /// What is drawn of a series.
    public enum Style: Sendable, Hashable {
        /// A line through the points.
        case line
        /// A mark at each point.
        case points
    }

    /// What the plot is about.
    public var title: String
    /// The horizontal axis.
    public var x: Axis
    /// The vertical axis.
    public var y: Axis
    /// The curves, in the order of the legend.
    public var series: [Series]
    /// Whether points are joined.
    public var style: Style
    /// Columns of the text form, labels included; from 40 to 80.
    public var width: Int
    /// Rows of the text form between title and horizontal axis; from 4 to 40.
    public var height: Int

    /// A plot of series.
    public init(
        title: String, x: Axis, y: Axis, series: [Series], style: Style = .line, width: Int = 72,
        height: Int = 16
    ) {
        self.title = title
        self.x = x
        self.y = y
        self.series = series
        self.style = style
        self.width = min(max(width, 40), 80)
        self.height = min(max(height, 4), 40)
    }

    /// A plot of named values, at the common positions if given and otherwise at 0, 1, 2, ….
    public init(
        title: String, x: Axis, y: Axis, at positions: [Double]? = nil,
        _ series: KeyValuePairs<String, [Double]>,
        style: Style = .line, width: Int = 72, height: Int = 16
    ) {
        let series = series.map { name, values in
            positions.map { Series(name, values, at: $0) } ?? Series(name, values)
        }
        self.init(title: title, x: x, y: y, series: series, style: style, width: width, height: height)
    }

    /// A plot of named lists of points.
    public init(
        title: String, x: Axis, y: Axis, points series: KeyValuePairs<String, [(Double, Double)]>,
        style: Style = .line, width: Int = 72, height: Int = 16
    ) {
        let series = series.map { Series($0.key, $0.value) }
        self.init(title: title, x: x, y: y, series: series, style: style, width: width, height: height)
    }

    /// A plot of one curve, named by its vertical axis.
    public init(
        title: String, x: Axis, y: Axis, at positions: [Double]? = nil, _ values: [Double],
        style: Style = .line, width: Int = 72, height: Int = 16
    ) {
        let series = positions.map { Series(y.label, values, at: $0) } ?? Series(y.label, values)
        self.init(title: title, x: x, y: y, series: [series], style: style, width: width, height: height)
    }
}
