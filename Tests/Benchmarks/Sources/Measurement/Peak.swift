/// Floating-point operations per second of fused multiply-adds that stay in registers: what no product on one
/// thread can exceed.
public func measurePeak() -> Double {
    let rounds = 200_000
    var sink = SIMD8<Double>.zero
    let seconds = fastest(of: 30) { sink += multiplyAddLoop(rounds, factor: 0.5, summand: 1) }
    precondition(sink[0].isFinite)
    return Double(rounds * 6 * 8 * 2) / seconds
}

/// Six chains of eight lanes: enough to hide the latency, and no more than the registers of AVX2 hold.
@inline(never)
private func multiplyAddLoop(_ rounds: Int, factor: Double, summand: Double) -> SIMD8<Double> {
    let a = SIMD8(repeating: factor)
    let b = SIMD8(repeating: summand)
    var (x0, x1, x2, x3, x4, x5) = (a, a, a, a, a, a)
    for _ in 0..<rounds {
        x0 = b.addingProduct(x0, a)
        x1 = b.addingProduct(x1, a)
        x2 = b.addingProduct(x2, a)
        x3 = b.addingProduct(x3, a)
        x4 = b.addingProduct(x4, a)
        x5 = b.addingProduct(x5, a)
    }
    return x0 + x1 + x2 + x3 + x4 + x5
}
