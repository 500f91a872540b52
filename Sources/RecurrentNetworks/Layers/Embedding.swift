/// A vector for each of a number of symbols, learnt: the product of a one-hot vector and a matrix, without the product.
public struct Embedding: Parameterised {
    /// The vectors, one to a row: `symbols×width`.
    public var vectors: Matrix

    /// Vectors of zeros.
    public init(symbols: Int, width: Int) { vectors = .zeros(symbols, width) }

    /// Draws the numbers from the normal distribution.
    public mutating func initialise(standardDeviation: Double = 1, using generator: inout PCG64) {
        vectors = generator.normal(vectors.rows, vectors.columns, standardDeviation: standardDeviation)
    }

    /// The vector of a symbol.
    public func callAsFunction(_ symbol: Int) -> Vector { vectors[symbol] }

    /// The vectors of symbols, as the inputs of a cell.
    public func callAsFunction(_ symbols: [Int]) -> [Vector] { symbols.map { vectors[$0] } }

    /// The way back: adds the gradient with respect to a symbol's vector to its row.
    public func back(_ d: Vector, _ symbol: Int, into gradient: inout Embedding) {
        gradient.vectors[symbol] = gradient.vectors[symbol] + d
    }

    /// What the array of parameters is called.
    public var parameterNames: [String] { ["vectors"] }

    /// The sizes of the array of parameters.
    public var parameterShapes: [[Int]] { [vectors.sizes] }

    /// Visits the vectors.
    public mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        try vectors.modifyElements(body)
    }
}
