/// A named list of points, joined in the order they are given.
public struct Series: Sendable, Hashable {
    /// A place in a plot. A coordinate that is not finite makes a gap.
    public struct Point: Sendable, Hashable {
        /// The horizontal value.
        public var x: Double
        /// The vertical value.
        public var y: Double
    }

    /// What the legend calls it.
    public var name: String
    /// The points in the order they are joined.
    public var points: [Point]

    /// The values at 0, 1, 2, ….
    public init(_ name: String, _ values: [Double]) {
        self.name = name
        self.points = values.enumerated().map { Point(x: Double($0), y: $1) }
    }

    /// The values at the given positions; there must be as many of one as of the other.
    public init(_ name: String, _ values: [Double], at positions: [Double]) {
        guard values.count == positions.count else {
            fatalError("series “\(name)” has \(values.count) values at \(positions.count) positions")
        }
        self.name = name
        self.points = zip(positions, values).map { Point(x: $0, y: $1) }
    }

    /// Points as pairs of x and y.
    public init(_ name: String, _ points: [(Double, Double)]) {
        self.name = name
        self.points = points.map { Point(x: $0.0, y: $0.1) }
    }
}
