/// $e^x = 2^k\,(high + low)$ with high + low in $[\sqrt{1/2}, \sqrt 2]$ to some 64 bits.
///
/// Cody and Waite's reduction $x = k\ln 2 + r$ with ln 2 in two parts, then $1 + r + r^2/2 + r^3 q(r)$ with
/// all but the last term added exactly, so that $e^x - 1$ keeps its digits.
struct ExponentialParts {
    /// k, a whole number.
    let exponent: Double
    let significand: Pair

    /// For x of magnitude below 2000, or NaN.
    @inline(__always)
    init(_ x: Double) {
        exponent = roundingShift.addingProduct(x, 0x1.71547652b82fep+0) - roundingShift
        // The high part of ln 2 ends in 11 zeros: its product with k is exact.
        let t = x.addingProduct(exponent, -0x1.62e42fefa3000p-1)
        let correction = exponent * 0x1.3de6af278ece6p-42
        let r = t - correction
        let lostFromR = (t - r) - correction

        let linear = Pair(sum: 1, r)
        let quadratic = Pair(sum: linear.high, 0.5 * r * r)
        let q = polynomial(
            r, 0x1.5555555555557p-3, 0x1.5555555555556p-5, 0x1.11111111100d5p-7, 0x1.6c16c16c162d1p-10,
            0x1.a01a01abeb69fp-13, 0x1.a01a01a6da7e2p-16, 0x1.71de0226bd07ap-19, 0x1.27e4db5e389d2p-22,
            0x1.af4e000e84be8p-26 + 0x1.1f73102e57f8bp-29 * r)
        let cubic = r * r * r * q + lostFromR
        significand = Pair(sum: quadratic.high, linear.low + quadratic.low + cubic)
    }

    /// $e^x$ for k in −1022…1023.
    @inline(__always)
    var value: Pair { significand * .powerOfTwo(shifted: exponent + roundingShift) }

    /// $e^x$ rounded to one number, for any k.
    @inline(__always)
    var rounded: Double { significand.rounded.scaled(byTwoTo: exponent) }

    /// $e^x - 1$, for k in −60…1023.
    @inline(__always)
    var minusOne: Pair {
        let value = value
        let difference = Pair(exactSum: value.high, -1)
        return Pair(sum: difference.high, difference.low + value.low)
    }
}

/// $e^x$: 0 below −745.2, infinite above 709.8.
///
/// Within 1 ulp of the true value over the whole range, with the same bits on every processor.
///
/// Beside `import Foundation` a plain `exp` of a number is the C library's; `RecurrentNetworks.exp` is this one.
@inline(__always) @_disfavoredOverload
public func exp(_ x: Double) -> Double { ExponentialParts(x.clamped(-750, 750)).rounded }

/// $e^x - 1$, accurate also near 0, where it is x.
///
/// Within 1 ulp of the true value over the whole range, with the same bits on every processor.
///
/// Beside `import Foundation` a plain `expm1` of a number is the C library's; `RecurrentNetworks.expm1` is this one.
@inline(__always) @_disfavoredOverload
public func expm1(_ x: Double) -> Double {
    let parts = ExponentialParts(x.clamped(-40, 750))
    let result = x > 40 ? parts.rounded : parts.minusOne.rounded
    return x.magnitude < 0x1p-54 ? x : result
}
