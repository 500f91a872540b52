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

    /// The quotient; its error is a few units of the 100th bit.
    ///
    /// The remainder of the rounded quotient is taken exactly, by the four products of heads and tails.
    @inline(__always)
    static func / (a: Pair, b: Pair) -> Pair {
        let reciprocal = 1 / b.high
        let q = a.high * reciprocal
        let qHead = q.head
        let qTail = q - qHead
        let bHead = b.high.head
        let bTail = b.high - bHead
        let remainder = (a.high - qHead * bHead) - (qHead * bTail + qTail * bHead)
        let rest = (a.low - q * b.low) - qTail * bTail
        return Pair(q, (remainder + rest) * reciprocal)
    }

    /// The sum, rounded to one number.
    @inline(__always)
    var rounded: Double { high + low }
}
