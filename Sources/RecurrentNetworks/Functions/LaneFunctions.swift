@inline(__always)
func sigmoid(lanes x: Double) -> Double { sigmoid(x) }

@inline(__always)
func tanh(lanes x: Double) -> Double { tanh(x) }
