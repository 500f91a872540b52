/// $c_0 + c_1 x + … + c_8 x^8$ by Estrin's scheme, whose short chains keep a processor's pipelines full.
@inline(__always)
func polynomial(
    _ x: Double, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double, _ c5: Double,
    _ c6: Double, _ c7: Double, _ c8: Double
) -> Double {
    let x2 = x * x
    let x4 = x2 * x2
    let low = (c0 + c1 * x) + (c2 + c3 * x) * x2
    let high = (c4 + c5 * x) + (c6 + c7 * x) * x2
    return low + (high + c8 * x4) * x4
}
