extension Vector {
    /// The sum of two vectors of one length.
    public static func + (a: Vector, b: Vector) -> Vector { a.combined(b, "sum") { $0 + $1 } }

    /// The difference of two vectors of one length.
    public static func - (a: Vector, b: Vector) -> Vector { a.combined(b, "difference") { $0 - $1 } }

    /// The Hadamard product of two vectors of one length.
    public static func ⊙ (a: Vector, b: Vector) -> Vector { a.combined(b, "Hadamard product") { $0 * $1 } }

    /// The vector times −1.
    public static prefix func - (a: Vector) -> Vector { a.map { -$0 } }

    /// The vector with each element multiplied by `scale`.
    public static func * (scale: Double, a: Vector) -> Vector { a.map { scale * $0 } }

    /// The vector with each element divided by `divisor`.
    public static func / (a: Vector, divisor: Double) -> Vector { a.map { $0 / divisor } }

    /// The vector of `c − x`, as in $(1 - z) \odot h$.
    public static func - (c: Double, a: Vector) -> Vector { a.map { c - $0 } }

    /// Adds `b` in place.
    public static func += (a: inout Vector, b: Vector) { a.combine(b, "sum") { $0 + $1 } }

    /// Subtracts `b` in place.
    public static func -= (a: inout Vector, b: Vector) { a.combine(b, "difference") { $0 - $1 } }

    /// The scalar product $a^\top b$: one chain of fused multiply-adds in ascending order.
    public func dot(_ other: Vector) -> Double {
        require(count == other.count, "scalar product", shape, other.shape)
        var sum = 0.0
        for i in elements.indices { sum.addProduct(elements[i], other.elements[i]) }
        return sum
    }

    /// The outer product $a b^\top$, `a.count×b.count`.
    public static func ⊗ (a: Vector, b: Vector) -> Matrix { Matrix(a.count, b.count) { a[$0] * b[$1] } }

    /// The sum of the elements, added in ascending order.
    public var sum: Double { elements.reduce(0, +) }

    /// The Euclidean norm $\sqrt{\sum x_i^2}$; exact scaling keeps it from overflowing or vanishing on the way.
    public var norm: Double { euclideanNorm(elements) }

    @inline(__always)
    private func combined(_ b: Vector, _ name: String, _ f: (Double, Double) -> Double) -> Vector {
        var result = self
        result.combine(b, name, f)
        return result
    }

    @inline(__always)
    private mutating func combine(_ b: Vector, _ name: String, _ f: (Double, Double) -> Double) {
        require(count == b.count, name, shape, b.shape)
        for i in elements.indices { elements[i] = f(elements[i], b.elements[i]) }
    }
}
