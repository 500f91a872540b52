/// Neighbouring units of a layer, worked on together: eight in a vector register, or one.
protocol Lane: Elementwise {
    init(from address: UnsafeMutablePointer<Double>)
    func store(to address: UnsafeMutablePointer<Double>)
}

extension Lane {
    @inline(__always)
    func add(to address: UnsafeMutablePointer<Double>) { (Self(from: address) + self).store(to: address) }
}

// Arithmetic stands with each type: written once over the protocol it would go lane by lane.

extension SIMD8<Double>: Elementwise, Lane, VectorLane {
    @inline(__always)
    static func ⊙ (a: Self, b: Self) -> Self { a * b }

    @inline(__always)
    static func - (c: Double, a: Self) -> Self { Self(repeating: c) - a }

    @inline(__always)
    static func keep(_ x: Self, unlessBelowZero condition: Self) -> Self {
        x.replacing(with: Self(repeating: 0), where: condition .<= 0)
    }
}

extension SIMD16<Double>: Elementwise, Lane, VectorLane {
    @inline(__always)
    static func ⊙ (a: Self, b: Self) -> Self { a * b }

    @inline(__always)
    static func - (c: Double, a: Self) -> Self { Self(repeating: c) - a }

    @inline(__always)
    static func keep(_ x: Self, unlessBelowZero condition: Self) -> Self {
        x.replacing(with: Self(repeating: 0), where: condition .<= 0)
    }
}

/// A lane that fills vector registers.
protocol VectorLane: Lane, SIMD where Scalar == Double {}

extension VectorLane {
    @inline(__always)
    init(from address: UnsafeMutablePointer<Double>) {
        self = UnsafeRawPointer(address).loadUnaligned(as: Self.self)
    }

    @inline(__always)
    func store(to address: UnsafeMutablePointer<Double>) {
        UnsafeMutableRawPointer(address).storeBytes(of: self, as: Self.self)
    }

    @inline(__always)
    static func sigmoid(_ x: Self) -> Self { x.passed(to: sigmoidInPlace) }

    @inline(__always)
    static func tanh(_ x: Self) -> Self { x.passed(to: tanhInPlace) }

    @inline(__always)
    static func filled(_ value: Double, like x: Self) -> Self { Self(repeating: value) }

    @inline(__always)
    private func passed(to function: (UnsafeMutablePointer<Double>, Int) -> Void) -> Self {
        var result = self
        withUnsafeMutableBytes(of: &result) { bytes in
            if let start = bytes.baseAddress {
                function(start.assumingMemoryBound(to: Double.self), Self.scalarCount)
            }
        }
        return result
    }
}

// Out of line, and visible outside so that no caller's count is built in: a loop of unknown length is what
// the compiler vectorises best.

@usableFromInline @inline(never)
func sigmoidInPlace(_ x: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<count { x[i] = sigmoid(x[i]) }
}

@usableFromInline @inline(never)
func tanhInPlace(_ x: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<count { x[i] = hyperbolicTangent(x[i]) }
}

extension Double: Lane {
    @inline(__always)
    init(from address: UnsafeMutablePointer<Double>) { self = address.pointee }

    @inline(__always)
    func store(to address: UnsafeMutablePointer<Double>) { address.pointee = self }
}

extension Double: Elementwise {
    @inline(__always)
    static func ⊙ (a: Double, b: Double) -> Double { a * b }

    @inline(__always)
    static func sigmoid(_ x: Double) -> Double { RecurrentNetworks.sigmoid(x) }

    @inline(__always)
    static func tanh(_ x: Double) -> Double { hyperbolicTangent(x) }

    @inline(__always)
    static func filled(_ value: Double, like x: Double) -> Double { value }

    @inline(__always)
    static func keep(_ x: Double, unlessBelowZero condition: Double) -> Double { condition <= 0 ? 0 : x }
}

/// What is done to the units of a batch at one step.
protocol UnitKernel {
    /// Works on the units from `unit` on in row `row`, as many as the lane is wide.
    func apply<V: Lane>(_: V.Type, row: Int, unit: Int)
}

extension UnitKernel {
    /// Visits rows and units in ascending order, eight units at a time while they last.
    @inline(__always)
    func sweep(rows: Int, units: Int) {
        for row in 0..<rows { sweep(row, from: 0, to: units) }
    }

    /// The same for a kernel that calls functions, which are faster on many numbers at once.
    @inline(__always)
    func sweepWidely(rows: Int, units: Int) {
        for row in 0..<rows {
            var unit = 0
            while unit + 16 <= units {
                apply(SIMD16<Double>.self, row: row, unit: unit)
                unit += 16
            }
            sweep(row, from: unit, to: units)
        }
    }

    @inline(__always)
    private func sweep(_ row: Int, from first: Int, to units: Int) {
        var unit = first
        while unit + 8 <= units {
            apply(SIMD8<Double>.self, row: row, unit: unit)
            unit += 8
        }
        while unit < units {
            apply(Double.self, row: row, unit: unit)
            unit += 1
        }
    }
}
