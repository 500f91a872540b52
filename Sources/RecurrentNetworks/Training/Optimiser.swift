/// Turns gradients into updates of parameters, remembering what it needs between updates.
public struct Optimiser: Sendable {
    /// How an update follows from gradients.
    public enum Rule: Hashable, Sendable {
        /// $\theta \leftarrow \theta - \eta g$
        case sgd(rate: Double)
        /// $v \leftarrow \mu v + g,\ \theta \leftarrow \theta - \eta v$ (Polyak 1964, as PyTorch writes it).
        case momentum(rate: Double, momentum: Double = 0.9)
        /// $m \leftarrow \beta_1 m + (1 - \beta_1) g,\ v \leftarrow \beta_2 v + (1 - \beta_2) g^2,\
        /// \theta \leftarrow \theta - \eta\,\hat m / (\sqrt{\hat v} + \varepsilon)$ with
        /// $\hat m = m / (1 - \beta_1^t)$ and $\hat v$ likewise (Kingma & Ba 2015).
        case adam(rate: Double, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8)
    }

    /// The rule, whose rate may change between updates.
    public var rule: Rule
    private var moments: [Double] = []
    private var squares: [Double] = []
    /// $\beta_1^t$ and $\beta_2^t$.
    private var decay = (first: 1.0, second: 1.0)

    /// An optimiser that has seen no gradient.
    public init(_ rule: Rule) { self.rule = rule }

    /// Updates the parameters of `model` from a gradient of its type.
    public mutating func update<Model: Parameterised>(_ model: inout Model, _ gradient: Model) {
        if moments.isEmpty { makeRoom(gradient.parameterCount) }
        if case .adam(_, let beta1, let beta2, _) = rule {
            decay = (decay.first * beta1, decay.second * beta2)
        }
        var start = 0
        model.update(with: gradient) { values, gradients in
            apply(&values, gradients, from: start)
            start += values.count
        }
    }

    private mutating func makeRoom(_ count: Int) {
        switch rule {
        case .sgd: break
        case .momentum: moments = Array(repeating: 0, count: count)
        case .adam:
            moments = Array(repeating: 0, count: count)
            squares = moments
        }
    }

    private mutating func apply(_ values: inout [Double], _ gradients: [Double], from start: Int) {
        switch rule {
        case .sgd(let rate):
            for i in values.indices { values[i] -= rate * gradients[i] }
        case .momentum(let rate, let momentum):
            for i in values.indices {
                moments[start + i] = momentum * moments[start + i] + gradients[i]
                values[i] -= rate * moments[start + i]
            }
        case .adam(let rate, let beta1, let beta2, let epsilon):
            let (correction1, correction2) = (1 - decay.first, 1 - decay.second)
            for i in values.indices {
                let (k, g) = (start + i, gradients[i])
                moments[k] = beta1 * moments[k] + (1 - beta1) * g
                squares[k] = beta2 * squares[k] + (1 - beta2) * (g * g)
                let step = (moments[k] / correction1) / ((squares[k] / correction2).squareRoot() + epsilon)
                values[i] -= rate * step
            }
        }
    }
}
