/// $\ln\bigl((1 + f)\,2^k\bigr)$ for 1 + f in $[\sqrt{1/2}, \sqrt 2]$.
///
/// With $s = f / (2 + f)$: $\ln(1 + f) = 2\,\mathrm{artanh}\,s = 2s + s^3 P(s^2)$, whose first term is kept to
/// twice the precision.
@inline(__always)
private func logarithm(ofOnePlus f: Pair, timesTwoTo k: Double) -> Pair {
    let two = Pair(sum: 2, f.high)
    let s = f / Pair(two.high, two.low + f.low)
    let z = s.high * s.high
    let p = polynomial(
        z, 0x1.5555555555555p-1, 0x1.9999999999998p-2, 0x1.2492492492959p-2, 0x1.c71c71c64c81bp-3,
        0x1.745d17d359755p-3, 0x1.3b137b32905b1p-3, 0x1.111d279049559p-3, 0x1.debecd5b89213p-4,
        0x1.e6b04a0fd8ffbp-4)
    let whole = Pair(sum: k * 0x1.62e42fefa3000p-1, s.high + s.high)
    let rest = k * 0x1.3de6af278ece6p-42 + (z * s.high * p + (s.low + s.low))
    return Pair(sum: whole.high, whole.low + rest)
}

/// $\ln(1 + x)$ to some 64 bits, for finite x above −1.
@inline(__always)
func logarithm(ofOnePlus x: Pair) -> Pair {
    let sum = Pair(exactSum: 1, x.high)
    let (m, k) = sum.high.split()
    // Beyond 2⁶⁰ the rest is out of sight, and this power would leave the range.
    let scale = x.high > 0x1p60 ? 0 : Double.powerOfTwo(shifted: roundingShift - k)
    let f = Pair(sum: m - 1, sum.low * scale)
    return logarithm(ofOnePlus: Pair(f.high, f.low + x.low * scale), timesTwoTo: k)
}

/// $\ln x$: −∞ at 0, NaN below.
///
/// Within 1 ulp of the true value over the whole range, with the same bits on every processor.
///
/// Beside `import Foundation` a plain `log` of a number is the C library's; `RecurrentNetworks.log` is this one.
@inline(__always) @_disfavoredOverload
public func log(_ x: Double) -> Double {
    let isSubnormal = x < 0x1p-1022
    let (m, k) = (isSubnormal ? x * 0x1p54 : x).split()
    let result = logarithm(ofOnePlus: Pair(m - 1, 0), timesTwoTo: isSubnormal ? k - 54 : k).rounded
    return x > 0 && x < .infinity ? result : logarithmAtTheEdge(x)
}

/// $\ln(1 + x)$, accurate also near 0, where it is x: −∞ at −1, NaN below.
///
/// Within 1 ulp of the true value over the whole range, with the same bits on every processor.
///
/// Beside `import Foundation` a plain `log1p` of a number is the C library's; `RecurrentNetworks.log1p` is this one.
@inline(__always) @_disfavoredOverload
public func log1p(_ x: Double) -> Double {
    let result = logarithm(ofOnePlus: Pair(x, 0)).rounded
    let inside = x.magnitude < 0x1p-54 ? x : result
    return x > -1 && x < .infinity ? inside : logarithmAtTheEdge(x + 1)
}

/// $\ln x$ for x ≤ 0, +∞ or NaN.
@inline(__always)
private func logarithmAtTheEdge(_ x: Double) -> Double {
    let atZeroOrAbove = x == 0 ? -Double.infinity : x
    return x < 0 ? .nan : atZeroOrAbove
}
