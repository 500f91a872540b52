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
        /// ``adam(rate:beta1:beta2:epsilon:)`` after $\theta \leftarrow (1 - \eta\lambda)\,\theta$ with λ the `decay`:
        /// weight decay that is no part of the gradient (Loshchilov & Hutter 2019).
        case adamW(
            rate: Double, decay: Double = 0.01, beta1: Double = 0.9, beta2: Double = 0.999,
            epsilon: Double = 1e-8)
        /// A rule of your own.
        case own(OwnRule)
    }

    /// What an optimiser remembers between updates.
    public struct Memory: Hashable, Sendable {
        /// The momentum, or the first moments of Adam: a number for each parameter, or none.
        public internal(set) var moments: [Double] = []
        /// The second moments of Adam.
        public internal(set) var squares: [Double] = []
        /// $\beta_1^t$
        public internal(set) var firstDecay = 1.0
        /// $\beta_2^t$
        public internal(set) var secondDecay = 1.0
        /// What a rule of one's own remembers.
        public internal(set) var own: [Vector] = []
        /// How many updates there have been under this rule.
        public internal(set) var updates = 0
    }

    /// The rule, whose rate may change between updates. A rule of another kind begins with nothing remembered.
    public var rule: Rule {
        didSet { if !rule.remembers(like: oldValue) { memory = Memory() } }
    }
    /// What is remembered.
    public internal(set) var memory = Memory()

    /// An optimiser that has seen no gradient.
    public init(_ rule: Rule) { self.rule = rule }

    /// Updates the parameters of `model` from a gradient of its type.
    public mutating func update<Model: Parameterised>(_ model: inout Model, _ gradient: Model) {
        if memory.updates == 0 { makeRoom(gradient.parameterCount) }
        memory.updates += 1
        switch rule {
        case .adam(_, let beta1, let beta2, _), .adamW(_, _, let beta1, let beta2, _):
            memory.firstDecay *= beta1
            memory.secondDecay *= beta2
        case .own(let rule):
            var parameters = Vector(model.flattened)
            rule.update(&parameters, Vector(gradient.flattened), &memory.own, memory.updates)
            model.flattened = parameters.elements
            return
        case .sgd, .momentum: break
        }
        var start = 0
        model.update(with: gradient) { values, gradients in
            require(
                values.count == gradients.count, "update", Shape(values.count, 1), Shape(gradients.count, 1))
            apply(&values, gradients, from: start)
            start += values.count
        }
    }

    private mutating func makeRoom(_ count: Int) {
        switch rule {
        case .sgd, .own: break
        case .momentum: memory.moments = Array(repeating: 0, count: count)
        case .adam, .adamW:
            memory.moments = Array(repeating: 0, count: count)
            memory.squares = memory.moments
        }
    }

    private mutating func apply(_ values: inout [Double], _ gradients: [Double], from start: Int) {
        switch rule {
        case .sgd(let rate):
            for i in values.indices { values[i] -= rate * gradients[i] }
        case .momentum(let rate, let momentum):
            for i in values.indices {
                memory.moments[start + i] = momentum * memory.moments[start + i] + gradients[i]
                values[i] -= rate * memory.moments[start + i]
            }
        case .adam(let rate, let beta1, let beta2, let epsilon):
            applyAdam(&values, gradients, from: start, rate, beta1, beta2, epsilon)
        case .adamW(let rate, let decay, let beta1, let beta2, let epsilon):
            for i in values.indices { values[i] *= 1 - rate * decay }
            applyAdam(&values, gradients, from: start, rate, beta1, beta2, epsilon)
        case .own: break
        }
    }

    private mutating func applyAdam(
        _ values: inout [Double], _ gradients: [Double], from start: Int, _ rate: Double, _ beta1: Double,
        _ beta2: Double, _ epsilon: Double
    ) {
        let (correction1, correction2) = (1 - memory.firstDecay, 1 - memory.secondDecay)
        for i in values.indices {
            let (k, g) = (start + i, gradients[i])
            memory.moments[k] = beta1 * memory.moments[k] + (1 - beta1) * g
            memory.squares[k] = beta2 * memory.squares[k] + (1 - beta2) * (g * g)
            let size = (memory.squares[k] / correction2).squareRoot() + epsilon
            values[i] -= rate * ((memory.moments[k] / correction1) / size)
        }
    }
}
