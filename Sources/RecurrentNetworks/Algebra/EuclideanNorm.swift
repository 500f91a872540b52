/// The Euclidean norm of `x`, one chain of fused multiply-adds in ascending order.
///
/// When the squares leave the safe range the sum is taken again over elements scaled by a power of two,
/// which changes no digit; infinities and NaN come through.
func euclideanNorm(_ x: [Double]) -> Double {
    let sum = sumOfSquares(x, scale: 1)
    if sum > 0x1p-900 && sum < 0x1p1000 { return sum.squareRoot() }
    let largest = x.reduce(0) { Double.maximum($0, $1.magnitude) }
    guard largest > 0 && largest.isFinite else { return x.contains { $0.isNaN } ? .nan : largest }
    let scale = Double(sign: .plus, exponent: -max(largest.exponent, -1000), significand: 1)
    return sumOfSquares(x, scale: scale).squareRoot() / scale
}

private func sumOfSquares(_ x: [Double], scale: Double) -> Double {
    var sum = 0.0
    for i in x.indices {
        let y = x[i] * scale
        sum.addProduct(y, y)
    }
    return sum
}
