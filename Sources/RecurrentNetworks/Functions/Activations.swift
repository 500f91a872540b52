/// $\tanh x = \frac{e^{2|x|} - 1}{e^{2|x|} + 1}$ with the sign of x.
///
/// Within 1 ulp of the true value over the whole range, with the same bits on every processor.
@inline(__always)
public func tanh(_ x: Double) -> Double {
    // From 22 on the nearest double is 1.
    let a = x.magnitude.clamped(0, 22)
    let e = ExponentialParts(a + a).value
    let difference = e.high - 1
    let lost = (e.high - difference) - 1
    let sum = Pair(sum: e.high < 1 ? 1 : e.high, e.high < 1 ? e.high : 1)
    let quotient = Pair(sum: difference, e.low + lost) / Pair(sum.high, sum.low + e.low)
    return a < 0x1p-28 ? x : quotient.rounded.copyingSign(of: x)
}

/// $\sigma(x) = \frac1{1 + e^{-x}}$; for negative x as $\frac{e^x}{1 + e^x}$, which keeps its digits down to
/// the subnormals.
///
/// Within 1 ulp of the true value over the whole range, with the same bits on every processor.
@inline(__always)
public func sigmoid(_ x: Double) -> Double {
    let parts = ExponentialParts(-x.magnitude.clamped(0, 750))
    // Below e⁻⁷⁰⁰ the sum is 1 in any case, and 2ᵏ may leave the range.
    let e = parts.significand * .powerOfTwo(shifted: parts.exponent.clamped(-1000, 0) + roundingShift)
    let sum = Pair(sum: 1, e.high)
    let numerator = Pair(x < 0 ? parts.significand.high : 1, x < 0 ? parts.significand.low : 0)
    let quotient = numerator / Pair(sum.high, sum.low + e.low)
    return quotient.rounded.scaled(byTwoTo: x < 0 ? parts.exponent : 0)
}

/// $\ln(1 + e^x) = \max(x, 0) + \ln(1 + e^{-|x|})$.
///
/// Within 1 ulp of the true value over the whole range, with the same bits on every processor.
@inline(__always)
public func softplus(_ x: Double) -> Double {
    let parts = ExponentialParts(-x.magnitude.clamped(0, 750))
    let rest = logarithm(ofOnePlus: parts.value)
    let sum = Pair(exactSum: x > 0 ? x : 0, rest.high)
    let inside = sum.high + (sum.low + rest.low)
    let result = x < -37 ? parts.rounded : inside
    return x < 40 ? result : x
}
