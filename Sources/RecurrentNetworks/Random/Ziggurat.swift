/// Normal numbers from 256 layers of equal area under $e^{-x^2/2}$: most draws fall into a layer's safe part and
/// cost one comparison. Marsaglia and Tsang, *The ziggurat method for generating random variables* (2000).
struct Ziggurat: Sendable {
    private static let layers = Ziggurat()

    /// Where the tail begins: with this value 256 layers close at the top.
    private static let tail = 3.6541528853610087963519472518

    /// The width of each layer over 2⁵²; layer 0 holds the tail.
    private let scale: [Double]
    /// Below this many 2⁻⁵² of its width a layer lies wholly under the curve.
    private let safe: [UInt64]
    /// The curve at the edge of each layer.
    private let height: [Double]

    private init() {
        var scale = Array(repeating: 0.0, count: 256)
        var safe = Array(repeating: UInt64(0), count: 256)
        var height = Array(repeating: 1.0, count: 256)
        let area = Self.curve(Self.tail) * (Self.tail + Self.millsRatio(Self.tail))
        let baseWidth = area / Self.curve(Self.tail)
        var x = Self.tail
        scale[0] = baseWidth * 0x1p-52
        safe[0] = UInt64(x / baseWidth * 0x1p52)
        for layer in (1...255).reversed() {
            height[layer] = Self.curve(x)
            scale[layer] = x * 0x1p-52
            if layer == 1 { break }
            let inner = (-2 * log(area / x + Self.curve(x))).squareRoot()
            safe[layer] = UInt64(inner / x * 0x1p52)
            x = inner
        }
        (self.scale, self.safe, self.height) = (scale, safe, height)
    }

    private static func curve(_ x: Double) -> Double { exp(-0.5 * x * x) }

    /// The area under the curve beyond x over the curve at x, by Laplace's continued fraction
    /// $\cfrac1{x + \cfrac1{x + \cfrac2{x + ⋯}}}$.
    private static func millsRatio(_ x: Double) -> Double {
        1 / (1...200).reversed().reduce(x) { x + Double($1) / $0 }
    }

    static func normal(using generator: inout PCG64) -> Double { layers.normal(using: &generator) }

    private func normal(using generator: inout PCG64) -> Double {
        while true {
            let draw = generator.next()
            let layer = Int(draw & 0xff)
            let position = (draw >> 9) & 0x000f_ffff_ffff_ffff
            let magnitude = Double(position) * scale[layer]
            let x = draw & 0x100 == 0 ? magnitude : -magnitude
            if position < safe[layer] { return x }
            if layer == 0 {
                let beyond = Self.tailDistance(using: &generator)
                return position & 0x100 == 0 ? Self.tail + beyond : -(Self.tail + beyond)
            }
            let y = height[layer] + (height[layer - 1] - height[layer]) * generator.uniform()
            if y < Self.curve(x) { return x }
        }
    }

    /// How far beyond the edge a draw from the tail lies (Marsaglia 1964).
    private static func tailDistance(using generator: inout PCG64) -> Double {
        while true {
            let x = -log1p(-generator.uniform()) / tail
            let y = -log1p(-generator.uniform())
            if y + y > x * x { return x }
        }
    }
}
