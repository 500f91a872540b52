/// A matrix of values as shades, the first row on top.
///
///     HeatMap(title: "Gates", x: "step", y: "unit", forget, shading: .sequential, range: 0...1)
///
/// Values that are not finite, or missing because a row is shorter than the longest, are marked as such.
public struct HeatMap: Figure {
    /// How a value becomes a shade.
    public enum Shading: Sendable, Hashable {
        /// From light at the least value to dark at the greatest.
        case sequential
        /// From one colour through neutral at zero to another, the same distance on both sides.
        case diverging
        /// As sequential, of the logarithm; values that are not above zero have no shade.
        case logarithmic
    }

    /// What the map is about.
    public var title: String
    /// What the columns are.
    public var x: String
    /// What the rows are.
    public var y: String
    /// The values, row by row.
    public var values: [[Double]]
    /// Names of the rows; without them rows are numbered from 0.
    public var rows: [String]
    /// Names of the columns; without them columns are numbered from 0.
    public var columns: [String]
    /// How a value becomes a shade.
    public var shading: Shading
    /// The values of the two ends of the shading, or `nil` to fit the data; values beyond get the end's shade.
    public var range: ClosedRange<Double>?

    /// A heat map of rows of values.
    ///
    /// The range must be finite, above zero if the shading is logarithmic, and of a diverging shading only the
    /// end further from zero counts.
    public init(
        title: String, x: String = "", y: String = "", _ values: [[Double]], rows: [String] = [],
        columns: [String] = [], shading: Shading = .sequential, range: ClosedRange<Double>? = nil
    ) {
        if let range {
            guard range.lowerBound.isFinite, range.upperBound.isFinite else {
                fatalError("the range of heat map “\(title)” must be finite, not \(range)")
            }
            guard shading != .logarithmic || range.lowerBound > 0 else {
                fatalError("the logarithmic heat map “\(title)” needs a range above 0, not \(range)")
            }
        }
        self.title = title
        self.x = x
        self.y = y
        self.values = values
        self.rows = rows
        self.columns = columns
        self.shading = shading
        self.range = range
    }
}
