extension Collection where Element == Double {
    /// The middle value, or the mean of the two in the middle; NaN of nothing.
    public var median: Double { quantile(0.5) }

    /// The value below which a share of `share` lies, such as 0.25 for the lower quartile, interpolated linearly
    /// between neighbours as NumPy's `quantile` does.
    ///
    /// It is NaN of nothing, and where a value or the share is NaN. Values may be infinite; a share outside 0…1
    /// counts as the nearer end.
    public func quantile(_ share: Double) -> Double {
        let values = sorted()
        guard let last = values.last, !share.isNaN, !values.contains(where: \.isNaN) else { return .nan }
        let position = Swift.max(0, Swift.min(1, share)) * Double(values.count - 1)
        let lower = Int(position)
        let weight = position - Double(lower)
        if weight == 0 || lower + 1 >= values.count { return lower < values.count ? values[lower] : last }
        // Not by a difference: that of two infinities is not a number.
        return (1 - weight) * values[lower] + weight * values[lower + 1]
    }
}
