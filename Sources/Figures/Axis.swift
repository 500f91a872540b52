/// A direction of a plot: what is measured along it, on which scale, and over which range.
///
/// A string literal is a linear axis with that label.
public struct Axis: Sendable, Hashable {
    /// How a value becomes a distance.
    public enum Scale: Sendable, Hashable {
        /// Equal differences are equal distances.
        case linear
        /// Equal ratios are equal distances; values that are not above zero have no place.
        case log
    }

    /// What is measured, with its unit if it has one.
    public var label: String
    /// How a value becomes a distance.
    public var scale: Scale
    /// The values at the two ends, or `nil` to fit the data.
    public var range: ClosedRange<Double>?

    /// Creates an axis.
    ///
    /// The range must be finite, and above zero on a logarithmic scale.
    public init(_ label: String, _ scale: Scale = .linear, range: ClosedRange<Double>? = nil) {
        if let range {
            guard range.lowerBound.isFinite, range.upperBound.isFinite else {
                fatalError("the range of axis “\(label)” must be finite, not \(range)")
            }
            guard scale == .linear || range.lowerBound > 0 else {
                fatalError("the logarithmic axis “\(label)” needs a range above 0, not \(range)")
            }
        }
        self.label = label
        self.scale = scale
        self.range = range
    }

    /// A linear axis.
    public static func linear(_ label: String, _ range: ClosedRange<Double>? = nil) -> Axis {
        Axis(label, .linear, range: range)
    }

    /// A logarithmic axis.
    public static func log(_ label: String, _ range: ClosedRange<Double>? = nil) -> Axis {
        Axis(label, .log, range: range)
    }
}

extension Axis: ExpressibleByStringInterpolation {
    /// A linear axis with this label.
    public init(stringLiteral label: String) {
        self.init(label)
    }
}
