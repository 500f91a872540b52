/// Attention over the states of a sequence: a mean of `values`, weighted by how well their `keys` answer a `query`.
///
/// $$\alpha = \mathrm{softmax}(e), \quad c = \sum_s \alpha_s v_s$$
public struct Attention: Parameterised {
    /// How well a key answers a query.
    public enum Score: String, Hashable, Sendable {
        /// $e_s = v^\top \tanh(W q + U k_s)$ (Bahdanau, Cho & Bengio 2015).
        case additive
        /// $e_s = (W q)^\top k_s / \sqrt K$ with K the length of a key (Luong, Pham & Manning 2015, scaled as by
        /// Vaswani et al. 2017).
        case scaledDotProduct
    }

    /// How scores come about.
    public let score: Score
    /// W: from a query to A numbers, or to the length K of a key.
    public var w: Matrix
    /// U: from a key to A numbers. Empty for ``Score/scaledDotProduct``.
    public var u: Matrix
    /// v: A. Empty for ``Score/scaledDotProduct``.
    public var v: Vector

    /// What the way back needs.
    public struct Cache: Sendable {
        let query: Vector
        let keys: [Vector]
        let values: [Vector]
        /// The weights α, which add up to 1: where attention looks.
        public let weights: Vector
        /// $\tanh(W q + U k_s)$
        let hidden: [Vector]
    }

    /// Attention whose parameters are 0.
    ///
    /// - Parameter width: A, of additive scores.
    public init(_ score: Score, queries: Int, keys: Int, width: Int? = nil) {
        let a = score == .additive ? width ?? keys : keys
        self.score = score
        w = .zeros(a, queries)
        u = .zeros(score == .additive ? a : 0, score == .additive ? keys : 0)
        v = .zeros(score == .additive ? a : 0)
    }

    /// Draws the parameters.
    public mutating func initialise(using generator: inout PCG64) {
        w = .glorot(w.rows, w.columns, using: &generator)
        if score == .additive {
            u = .glorot(u.rows, u.columns, using: &generator)
            v = Matrix.glorot(1, v.count, using: &generator)[0]
        }
    }

    /// The weighted mean, and what the way back needs. Only the first `length` keys count, if it is given: padding
    /// gets no weight.
    public func forward(
        _ query: Vector, keys: [Vector], values: [Vector], length: Int? = nil
    ) -> (context: Vector, cache: Cache) {
        let count = length ?? keys.count
        require(
            keys.count == values.count && (1...max(keys.count, 1)).contains(count), "attention",
            Shape(keys.count, 1), Shape(values.count, count))
        let (keys, values) = (Array(keys[..<count]), Array(values[..<count]))
        let q = w * query
        var hidden: [Vector] = []
        let scores: Vector
        switch score {
        case .additive:
            hidden = keys.map { tanh(q + u * $0) }
            scores = Vector(hidden.map { v.dot($0) })
        case .scaledDotProduct:
            let scale = 1 / Double(q.count).squareRoot()
            scores = Vector(keys.map { scale * q.dot($0) })
        }
        let weights = softmax(scores)
        let context = zip(weights, values).reduce(Vector.zeros(values[0].count)) { $0 + $1.0 * $1.1 }
        return (context, Cache(query: query, keys: keys, values: values, weights: weights, hidden: hidden))
    }

    /// The way back: adds to `gradient` and returns the gradients with respect to the query, the keys and the values.
    public func back(
        _ d: Vector, _ cache: Cache, into gradient: inout Attention
    ) -> (query: Vector, keys: [Vector], values: [Vector]) {
        let alpha = cache.weights
        let dValues = alpha.map { $0 * d }
        let dAlpha = Vector(cache.values.map { d.dot($0) })
        let mean = dAlpha.dot(alpha)
        let de = alpha ⊙ dAlpha.map { $0 - mean }
        var dq = Vector.zeros(w.rows)
        var dKeys: [Vector] = []
        switch score {
        case .additive:
            for (s, t) in cache.hidden.enumerated() {
                let a = de[s] * v ⊙ tanhSlope(t)
                gradient.v += de[s] * t
                gradient.u.add(a, outer: cache.keys[s])
                dq += a
                dKeys.append(u.transposed * a)
            }
        case .scaledDotProduct:
            let scale = 1 / Double(w.rows).squareRoot()
            let q = w * cache.query
            for (s, key) in cache.keys.enumerated() {
                dq += scale * de[s] * key
                dKeys.append(scale * de[s] * q)
            }
        }
        gradient.w.add(dq, outer: cache.query)
        return (w.transposed * dq, dKeys, Array(dValues))
    }

    /// What the arrays of parameters are called.
    public var parameterNames: [String] { score == .additive ? ["w", "u", "v"] : ["w"] }

    /// The sizes of the arrays of parameters.
    public var parameterShapes: [[Int]] { score == .additive ? [w.sizes, u.sizes, [v.count]] : [w.sizes] }

    /// Visits w, and u and v of additive scores.
    public mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        try w.modifyElements(body)
        if score == .additive {
            try u.modifyElements(body)
            try body(&v.elements)
        }
    }
}

/// $e^{x_i} / \sum_j e^{x_j}$
public func softmax(_ x: Vector) -> Vector {
    let largest = x.isEmpty ? 0 : x[x.indexOfLargest]
    let weights = exp(x.map { $0 - largest })
    return weights / weights.sum
}

extension Vector {
    fileprivate var isEmpty: Bool { count == 0 }
}
