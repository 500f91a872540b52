/// An axis fitted to its data: places a value between 0 at the lower end and 1 at the upper end.
struct Scale {
    let kind: Axis.Scale
    /// The value at 0.
    let lower: Double
    /// The value at 1; always greater than `lower`.
    let upper: Double

    /// Fits an axis to values, all of them finite and above zero if the axis is logarithmic.
    ///
    /// With `nearZero`, a linear axis starts at zero when the data comes close to it.
    init(_ axis: Axis, fitting values: [Double], nearZero: Bool = false) {
        var range = axis.scale == .linear ? 0.0...1 : 1.0...10
        if let given = axis.range {
            range = given
        } else if let least = values.min(), let greatest = values.max() {
            range = least...greatest
            if nearZero, axis.scale == .linear { range = Self.reachingZero(range) }
        }
        self.init(axis.scale, Self.widened(range, axis.scale))
    }

    /// A scale over a range that is wider than one value.
    init(_ kind: Axis.Scale, _ range: ClosedRange<Double>) {
        self.kind = kind
        self.lower = range.lowerBound
        self.upper = range.upperBound
    }

    private static func reachingZero(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        let (low, high) = (range.lowerBound, range.upperBound)
        if low > 0, low <= 0.25 * high { return 0...high }
        if high < 0, high >= 0.25 * low { return low...0 }
        return range
    }

    /// Room around a single value.
    private static func widened(_ range: ClosedRange<Double>, _ kind: Axis.Scale) -> ClosedRange<Double> {
        let value = range.lowerBound
        guard value == range.upperBound else { return range }
        switch kind {
        case .log:
            return max(value / 2, .leastNonzeroMagnitude)...min(value * 2, .greatestFiniteMagnitude)
        case .linear:
            let room = value.magnitude / 2
            if value == 0 { return -1...1 }
            if (value - room).isFinite, (value + room).isFinite, value - room < value, value < value + room {
                return value - room...value + room
            }
            return min(0, value)...max(0, value)
        }
    }

    /// Where a value lies, or `nil` if it has no place on this scale.
    ///
    /// Values far outside the range are brought to the neighbourhood of the frame, so that lines to them can be
    /// clipped without overflow.
    func position(_ value: Double) -> Double? {
        guard value.isFinite else { return nil }
        let place: Double
        switch kind {
        case .linear:
            let span = upper - lower
            place = span.isFinite ? (value - lower) / span : (value / 2 - lower / 2) / (upper / 2 - lower / 2)
        case .log:
            guard value > 0 else { return nil }
            let low = commonLogarithm(lower)
            let span = commonLogarithm(upper) - low
            place = span > 0 ? (commonLogarithm(value) - low) / span : (value - lower) / (upper - lower)
        }
        return min(max(place, -1e6), 1e6)
    }

    /// The value at a position between 0 and 1.
    func value(at position: Double) -> Double {
        switch kind {
        case .linear:
            return lower * (1 - position) + upper * position
        case .log:
            // Positive numbers are ordered as their bit patterns are.
            var (low, high) = (lower.bitPattern, upper.bitPattern)
            while high - low > 1 {
                let middle = low + (high - low) / 2
                let place = self.position(Double(bitPattern: middle)) ?? 0
                if place < position { low = middle } else { high = middle }
            }
            return Double(bitPattern: high)
        }
    }
}
