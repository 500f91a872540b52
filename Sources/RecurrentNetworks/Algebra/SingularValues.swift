extension Matrix {
    /// The singular values, largest first: by how much the matrix stretches space along orthogonal axes.
    ///
    /// One-sided Jacobi rotations make the columns orthogonal; their lengths are the singular values, small
    /// ones to high relative accuracy (Hestenes 1958; Demmel & Veselić 1992). NaN if an element is not
    /// finite.
    public var singularValues: Vector {
        let tall = rows < columns ? transposed : self
        guard let (scaled, inverse) = tall.scaledNearOne() else {
            return Vector(repeating: .nan, count: tall.columns)
        }
        var columns = (0..<tall.columns).map { scaled.column($0) }
        // Convergence is quadratic: some ten sweeps suffice for any size that fits memory.
        for _ in 0..<60 where orthogonalise(&columns) {}
        return Vector(columns.map { inverse * $0.norm }.sorted(by: >))
    }

    /// The spectral norm: the largest singular value, the most a vector can be stretched.
    public var spectralNorm: Double { singularValues.elements.first ?? 0 }
}

/// Turns each pair of vectors to be orthogonal; whether any pair was not yet.
private func orthogonalise(_ vectors: inout [Vector]) -> Bool {
    var isTurned = false
    for p in vectors.indices {
        for q in vectors.indices.dropFirst(p + 1) {
            let (alpha, beta) = (vectors[p].dot(vectors[p]), vectors[q].dot(vectors[q]))
            let gamma = vectors[p].dot(vectors[q])
            if gamma == 0 || gamma.magnitude <= 0x1p-52 * (alpha.squareRoot() * beta.squareRoot()) {
                continue
            }
            isTurned = true
            let zeta = (beta - alpha) / (2 * gamma)
            let tangent = (zeta < 0 ? -1 : 1) / (zeta.magnitude + (1 + zeta * zeta).squareRoot())
            let cosine = 1 / (1 + tangent * tangent).squareRoot()
            let (x, y) = (vectors[p], vectors[q])
            vectors[p] = cosine * (x - tangent * y)
            vectors[q] = cosine * (y + tangent * x)
        }
    }
    return isTurned
}
