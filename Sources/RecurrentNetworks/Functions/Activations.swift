/// $\tanh x = \frac{e^{2|x|} - 1}{e^{2|x|} + 1}$ with the sign of x.
///
/// Within 1 ulp of the true value over the whole range, with the same bits on every processor.
///
/// Beside `import Foundation` a plain `tanh` of a number is the C library's; `RecurrentNetworks.tanh` is this one.
@inline(__always) @_disfavoredOverload
public func tanh(_ x: Double) -> Double { hyperbolicTangent(x) }

@inline(__always)
func hyperbolicTangent(_ x: Double) -> Double {
    // From 22 on the nearest double is 1.
    let a = x.magnitude.clamped(0, 22)
    let e = ExponentialParts(a + a).value
    let difference = Pair(sum: e.high, -1)
    let sum = Pair(sum: e.high, 1)
    let quotient = Pair(sum: difference.high, difference.low + e.low) / Pair(sum.high, sum.low + e.low)
    return a < 0x1p-28 ? x : quotient.rounded.copyingSign(of: x)
}

/// $\sigma(x) = \frac1{1 + e^{-x}}$; for negative x as $\frac{e^x}{1 + e^x}$, which keeps its digits down to
/// the subnormals.
///
/// Within 1 ulp of the true value over the whole range, with the same bits on every processor.
@inline(__always)
public func sigmoid(_ x: Double) -> Double {
    let parts = ExponentialParts(-x.clamped(-750, 40).magnitude)
    // Far below 0 the quotient takes the rest of 2ᵏ, so that it may end subnormal.
    let k = parts.exponent < -1000 ? -1000 : parts.exponent
    let e = parts.significand * .powerOfTwo(shifted: k + roundingShift)
    let sum = Pair(sum: 1, e.high)
    let numerator = Pair(x < 0 ? e.high : 1, x < 0 ? e.low : 0)
    let quotient = numerator / Pair(sum.high, sum.low + e.low)
    return quotient.rounded * .powerOfTwo(shifted: (parts.exponent - k) + roundingShift)
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
