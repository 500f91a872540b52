/// A number as the unevaluated sum of two: `low` is what rounding left out of `high`. Some 100 significant
/// bits, after Dekker, *A floating-point technique for extending the available precision* (1971).
struct Pair {
    var high: Double
    var low: Double

    @inline(__always)
    init(_ high: Double, _ low: Double) {
        self.high = high
        self.low = low
    }

    /// The exact sum of two numbers, the first not smaller in magnitude (or zero).
    @inline(__always)
    init(sum a: Double, _ b: Double) {
        high = a + b
        low = b - (high - a)
    }

    /// The exact sum of two numbers in any order (Knuth).
    @inline(__always)
    init(exactSum a: Double, _ b: Double) {
        high = a + b
        let fromB = high - a
        low = (a - (high - fromB)) + (b - fromB)
    }

    /// The product with a power of two.
    @inline(__always)
    static func * (a: Pair, scale: Double) -> Pair { Pair(a.high * scale, a.low * scale) }

    /// The quotient; its error is a few units of the 100th bit, for the remainder of the rounded one is exact.
    @inline(__always)
    static func / (a: Pair, b: Pair) -> Pair {
        let reciprocal = 1 / b.high
        let q = a.high * reciprocal
        let remainder = a.high.addingProduct(-q, b.high) + a.low.addingProduct(-q, b.low)
        return Pair(q, remainder * reciprocal)
    }

    /// The sum, rounded to one number.
    @inline(__always)
    var rounded: Double { high + low }
}
