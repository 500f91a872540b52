/// Layer normalisation (Ba, Kiros & Hinton 2016): a vector is brought to mean 0 and variance 1, then scaled and moved,
/// number by number.
///
/// $$y = g \odot \frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}} + b$$
public struct LayerNormalisation: Parameterised {
    /// g, which starts at 1.
    public var gain: Vector
    /// b, which starts at 0.
    public var bias: Vector
    /// ε
    public let epsilon: Double

    /// What the way back needs.
    public struct Cache: Sendable {
        /// The vector with mean 0 and variance 1.
        public let normalised: Vector
        /// $1 / \sqrt{\sigma^2 + \varepsilon}$
        public let scale: Double
    }

    /// A normalisation of vectors of this length.
    public init(_ count: Int, epsilon: Double = 1e-5) {
        gain = .ones(count)
        bias = .zeros(count)
        self.epsilon = epsilon
    }

    /// The normalised vector.
    public func callAsFunction(_ x: Vector) -> Vector { forward(x).y }

    /// The normalised vector, and what the way back needs.
    public func forward(_ x: Vector) -> (y: Vector, cache: Cache) {
        let n = Double(x.count)
        let mean = x.sum / n
        let centred = x.map { $0 - mean }
        let scale = 1 / (centred.dot(centred) / n + epsilon).squareRoot()
        let normalised = scale * centred
        return (gain ⊙ normalised + bias, Cache(normalised: normalised, scale: scale))
    }

    /// The way back: adds to `gradient` and returns the gradient with respect to the vector.
    public func back(_ dy: Vector, _ cache: Cache, into gradient: inout LayerNormalisation) -> Vector {
        let x = cache.normalised
        gradient.gain += dy ⊙ x
        gradient.bias += dy
        let d = gain ⊙ dy
        let n = Double(d.count)
        let (mean, along) = (d.sum / n, d.dot(x) / n)
        return cache.scale * (d.map { $0 - mean } - along * x)
    }

    /// What the arrays of parameters are called.
    public var parameterNames: [String] { ["gain", "bias"] }

    /// Visits gain and bias.
    public mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        try body(&gain.elements)
        try body(&bias.elements)
    }
}
