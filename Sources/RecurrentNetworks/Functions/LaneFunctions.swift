// σ and tanh of several numbers that are in registers already, with the bits of the scalar functions.

func sigmoid(lanes x: SIMD8<Double>) -> SIMD8<Double> {
    var y = x
    withUnsafeMutablePointer(to: &y) {
        $0.withMemoryRebound(to: Double.self, capacity: 8) { sigmoid($0, into: $0, count: 8) }
    }
    return y
}

func tanh(lanes x: SIMD8<Double>) -> SIMD8<Double> {
    var y = x
    withUnsafeMutablePointer(to: &y) {
        $0.withMemoryRebound(to: Double.self, capacity: 8) { tanh($0, into: $0, count: 8) }
    }
    return y
}

@inline(__always)
func sigmoid(lanes x: Double) -> Double { sigmoid(x) }

@inline(__always)
func tanh(lanes x: Double) -> Double { tanh(x) }
