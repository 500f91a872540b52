/// An eigenvalue of a real matrix, which may be complex.
public struct Eigenvalue: Hashable, Sendable {
    /// The real part.
    public let real: Double
    /// The imaginary part.
    public let imaginary: Double

    /// The distance from 0: by what factor a power of the matrix grows along the eigenvector at each step.
    public var modulus: Double { Vector([real, imaginary]).norm }
}

extension Matrix {
    /// The eigenvalues of a square matrix, largest modulus first.
    ///
    /// Householder reflections bring the matrix to Hessenberg form, and Francis's double-shift QR steps to
    /// blocks of one and two (Golub & Van Loan, *Matrix Computations*, §7.5). NaN if an element is not
    /// finite.
    public var eigenvalues: [Eigenvalue] {
        require(rows == columns, "eigenvalues", shape, Shape(rows, rows))
        guard let (scaled, inverse) = scaledNearOne() else {
            return Array(repeating: Eigenvalue(real: .nan, imaginary: .nan), count: rows)
        }
        var hessenberg = HessenbergMatrix(scaled)
        return hessenberg.eigenvalues()
            .map { Eigenvalue(real: inverse * $0.real, imaginary: inverse * $0.imaginary) }
            .sorted { ($0.modulus, $0.real, $0.imaginary) > ($1.modulus, $1.real, $1.imaginary) }
    }

    /// The spectral radius: the largest modulus of an eigenvalue, the rate at which powers of the matrix grow
    /// or decay in the end.
    public var spectralRadius: Double { eigenvalues.first?.modulus ?? 0 }
}
