/// The decimal logarithm of a finite value above zero, within 2 ulps or 1e-16 of the true one.
///
/// It uses only operations that IEEE 754 rounds in one way, so that a point has the same place on every
/// machine. The mantissa m is brought between √½ and √2, where ln m = 2 artanh((m − 1) / (m + 1)) converges fast.
func commonLogarithm(_ value: Double) -> Double {
    var mantissa = value.significand
    var exponent = Double(value.exponent)
    if mantissa > 1.414_213_562_373_095_1 {
        mantissa *= 0.5
        exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var sum = 0.0
    for term in 0...12 {
        sum = sum * square + 1 / Double(25 - 2 * term)
    }
    return exponent * 0.301_029_995_663_981_2 + 2 * ratio * sum * 0.434_294_481_903_251_8
}
