extension Matrix {
    /// The sum of two matrices of one shape.
    public static func + (a: Matrix, b: Matrix) -> Matrix { a.combined(b, "sum") { $0 + $1 } }

    /// The difference of two matrices of one shape.
    public static func - (a: Matrix, b: Matrix) -> Matrix { a.combined(b, "difference") { $0 - $1 } }

    /// The Hadamard product of two matrices of one shape.
    public static func ⊙ (a: Matrix, b: Matrix) -> Matrix { a.combined(b, "Hadamard product") { $0 * $1 } }

    /// The matrix times −1.
    public static prefix func - (a: Matrix) -> Matrix { a.map { -$0 } }

    /// The matrix with each element multiplied by `scale`.
    public static func * (scale: Double, a: Matrix) -> Matrix { a.map { scale * $0 } }

    /// The matrix with each element divided by `divisor`.
    public static func / (a: Matrix, divisor: Double) -> Matrix { a.map { $0 / divisor } }

    /// The matrix of `c − x`, as in $(1 - z) \odot h$.
    public static func - (c: Double, a: Matrix) -> Matrix { a.map { c - $0 } }

    /// The matrix with `bias` added to each row: to each example of a batch.
    public static func + (a: Matrix, bias: Vector) -> Matrix {
        require(a.columns == bias.count, "sum by rows", a.shape, Shape(1, bias.count))
        var result = a
        for i in 0..<a.rows {
            for j in bias.indices { result.elements[i * a.columns + j] += bias[j] }
        }
        return result
    }

    /// Adds `b` in place.
    public static func += (a: inout Matrix, b: Matrix) { a.combine(b, "sum") { $0 + $1 } }

    /// Subtracts `b` in place.
    public static func -= (a: inout Matrix, b: Matrix) { a.combine(b, "difference") { $0 - $1 } }

    /// The matrix of `transform(x)` for each element x.
    public func map(_ transform: (Double) throws -> Double) rethrows -> Matrix {
        var result = self
        for i in elements.indices { result.elements[i] = try transform(elements[i]) }
        return result
    }

    /// The sums of the columns, added from the first row to the last: the gradient of a bias over a batch.
    public var columnSums: Vector {
        var sums = Vector.zeros(columns)
        for i in 0..<rows {
            for j in 0..<columns { sums[j] += elements[i * columns + j] }
        }
        return sums
    }

    /// The sum of the elements, added in the order of storage.
    public var sum: Double { elements.reduce(0, +) }

    /// The Frobenius norm: the Euclidean norm of the elements.
    public var frobeniusNorm: Double { euclideanNorm(elements) }

    @inline(__always)
    private func combined(_ b: Matrix, _ name: String, _ f: (Double, Double) -> Double) -> Matrix {
        var result = self
        result.combine(b, name, f)
        return result
    }

    @inline(__always)
    private mutating func combine(_ b: Matrix, _ name: String, _ f: (Double, Double) -> Double) {
        require(shape == b.shape, name, shape, b.shape)
        for i in elements.indices { elements[i] = f(elements[i], b.elements[i]) }
    }
}
