extension PCG64 {
    /// A vector of normal numbers.
    public mutating func normal(_ count: Int, standardDeviation: Double = 1) -> Vector {
        Vector((0..<count).map { _ in normal(standardDeviation: standardDeviation) })
    }

    /// A matrix of normal numbers, drawn row after row.
    public mutating func normal(_ rows: Int, _ columns: Int, standardDeviation: Double = 1) -> Matrix {
        Matrix(rows, columns) { _, _ in normal(standardDeviation: standardDeviation) }
    }

    /// A vector of numbers uniform in `range`.
    public mutating func uniform(_ count: Int, in range: Range<Double> = 0..<1) -> Vector {
        Vector((0..<count).map { _ in uniform(in: range) })
    }

    /// A matrix of numbers uniform in `range`, drawn row after row.
    public mutating func uniform(_ rows: Int, _ columns: Int, in range: Range<Double> = 0..<1) -> Matrix {
        Matrix(rows, columns) { _, _ in uniform(in: range) }
    }
}
