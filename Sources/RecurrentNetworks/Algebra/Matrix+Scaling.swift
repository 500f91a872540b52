extension Matrix {
    /// The matrix times a power of two that brings its largest element near 1, so that squares neither
    /// overflow nor vanish, and the inverse of that power; nil if an element is infinite or NaN.
    func scaledNearOne() -> (matrix: Matrix, inverse: Double)? {
        guard elements.allSatisfy({ $0.isFinite }) else { return nil }
        let largest = elements.reduce(0) { max($0, $1.magnitude) }
        if largest == 0 { return (self, 1) }
        let exponent = min(max(largest.exponent, -1000), 1000)
        let scale = Double(sign: .plus, exponent: -exponent, significand: 1)
        return (scale * self, Double(sign: .plus, exponent: exponent, significand: 1))
    }
}
