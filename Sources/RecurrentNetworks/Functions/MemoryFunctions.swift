// The elementary functions over memory: in place, or into memory that does not overlap the source. Plain loops
// over branch-free functions, which the compiler turns into vector code.

func exp(_ source: UnsafePointer<Double>, into target: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<count { target[i] = exp(source[i]) }
}

func expm1(_ source: UnsafePointer<Double>, into target: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<count { target[i] = expm1(source[i]) }
}

func log(_ source: UnsafePointer<Double>, into target: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<count { target[i] = log(source[i]) }
}

func log1p(_ source: UnsafePointer<Double>, into target: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<count { target[i] = log1p(source[i]) }
}

func tanh(_ source: UnsafePointer<Double>, into target: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<count { target[i] = hyperbolicTangent(source[i]) }
}

func sigmoid(_ source: UnsafePointer<Double>, into target: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<count { target[i] = sigmoid(source[i]) }
}

func softplus(_ source: UnsafePointer<Double>, into target: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<count { target[i] = softplus(source[i]) }
}
