/// A matrix that is zero below its first subdiagonal, with the eigenvalues of the one it was made of.
struct HessenbergMatrix {
    private var h: Matrix

    /// Reduces a square matrix by reflections from both sides.
    init(_ matrix: Matrix) {
        h = matrix
        let size = h.rows
        for k in 0..<max(size - 2, 0) {
            let reflection = Reflection(mapping: h.column(k)[k + 1..<size])
            reflect(k + 1, by: reflection, rows: 0..<size, columns: k..<size)
        }
    }

    /// Splits off blocks of one and two at the end until nothing is left.
    mutating func eigenvalues() -> [Eigenvalue] {
        var found: [Eigenvalue] = []
        var end = h.rows
        var steps = 0
        while end > 0 {
            let start = activeBlock(endingAt: end)
            switch end - start {
            case 1: found.append(Eigenvalue(real: h[start, start], imaginary: 0))
            case 2: found += eigenvaluesOfTwo(start)
            default:
                steps += 1
                if steps > 60 * h.rows { return undefined }
                francisStep(start..<end, isExceptional: steps % 10 == 0)
                continue
            }
            end = start
        }
        return found
    }

    /// No matrix is known on which the exceptional shifts fail.
    private var undefined: [Eigenvalue] {
        Array(repeating: Eigenvalue(real: .nan, imaginary: .nan), count: h.rows)
    }

    /// Where the last block begins that no negligible subdiagonal element splits.
    private mutating func activeBlock(endingAt end: Int) -> Int {
        for i in stride(from: end - 1, to: 0, by: -1) {
            let neighbours = h[i - 1, i - 1].magnitude + h[i, i].magnitude
            if h[i, i - 1].magnitude <= 0x1p-53 * (neighbours == 0 ? 1 : neighbours) {
                h[i, i - 1] = 0
                return i
            }
        }
        return 0
    }

    private func eigenvaluesOfTwo(_ i: Int) -> [Eigenvalue] {
        let (a, b, c, d) = (h[i, i], h[i, i + 1], h[i + 1, i], h[i + 1, i + 1])
        let half = (a - d) / 2
        let discriminant = half * half + b * c
        if discriminant < 0 {
            let imaginary = (-discriminant).squareRoot()
            return [imaginary, -imaginary].map { Eigenvalue(real: (a + d) / 2, imaginary: $0) }
        }
        // The eigenvalue farther from d first; the other by the product, which does not cancel.
        let shift = half + (half < 0 ? -1 : 1) * discriminant.squareRoot()
        let other = shift == 0 ? d : d - b * c / shift
        return [d + shift, other].map { Eigenvalue(real: $0, imaginary: 0) }
    }

    /// One implicit QR step with the two eigenvalues of the last 2×2 block as shifts.
    private mutating func francisStep(_ block: Range<Int>, isExceptional: Bool) {
        let (first, last) = (block.lowerBound, block.upperBound - 1)
        var trace = h[last - 1, last - 1] + h[last, last]
        var determinant =
            h[last - 1, last - 1] * h[last, last] - h[last - 1, last] * h[last, last - 1]
        if isExceptional {
            let size = h[last, last - 1].magnitude + h[last - 1, last - 2].magnitude
            (trace, determinant) = (1.5 * size, size * size)
        }
        let corner = h[first, first]
        var bulge: Vector = [
            corner * (corner - trace) + determinant + h[first, first + 1] * h[first + 1, first],
            h[first + 1, first] * (corner + h[first + 1, first + 1] - trace),
            h[first + 1, first] * h[first + 2, first + 1],
        ]
        for k in first..<last {
            let reflection = Reflection(mapping: bulge)
            reflect(
                k, by: reflection, rows: first..<min(k + 4, last + 1), columns: max(k - 1, first)..<last + 1)
            bulge = h.column(k)[k + 1..<min(k + 4, last + 1)]
        }
    }

    /// Applies a reflection of the rows, and of the columns, from `k` on.
    private mutating func reflect(_ k: Int, by reflection: Reflection, rows: Range<Int>, columns: Range<Int>)
    {
        let range = k..<k + reflection.vector.count
        for j in columns {
            let factor = reflection.factor(range.map { h[$0, j] })
            for i in range { h[i, j] -= factor * reflection.vector[i - k] }
        }
        for i in rows {
            let factor = reflection.factor(range.map { h[i, $0] })
            for j in range { h[i, j] -= factor * reflection.vector[j - k] }
        }
    }
}

/// Householder's $I - \beta v v^\top$, which maps a given vector to a multiple of the first axis.
private struct Reflection {
    let vector: Vector
    let beta: Double

    init(mapping x: Vector) {
        let norm = x.norm
        var v = x
        v[0] += x[0] < 0 ? -norm : norm
        vector = v
        let square = v.dot(v)
        beta = square == 0 ? 0 : 2 / square
    }

    /// $\beta\, v^\top x$.
    func factor(_ x: [Double]) -> Double {
        var sum = 0.0
        for i in x.indices { sum.addProduct(vector[i], x[i]) }
        return beta * sum
    }
}
