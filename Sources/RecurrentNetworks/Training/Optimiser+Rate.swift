extension Optimiser.Rule {
    /// The learning rate: what a ``Schedule`` changes. A rule of one's own keeps its rate to itself: 1, and setting it
    /// does nothing.
    public var rate: Double {
        get {
            switch self {
            case .sgd(let rate), .momentum(let rate, _), .adam(let rate, _, _, _),
                .adamW(let rate, _, _, _, _):
                rate
            case .own: 1
            }
        }
        set {
            switch self {
            case .sgd: self = .sgd(rate: newValue)
            case .momentum(_, let momentum): self = .momentum(rate: newValue, momentum: momentum)
            case .adam(_, let beta1, let beta2, let epsilon):
                self = .adam(rate: newValue, beta1: beta1, beta2: beta2, epsilon: epsilon)
            case .adamW(_, let decay, let beta1, let beta2, let epsilon):
                self = .adamW(rate: newValue, decay: decay, beta1: beta1, beta2: beta2, epsilon: epsilon)
            case .own: break
            }
        }
    }

    /// Whether what was remembered under one rule serves the other.
    func remembers(like other: Optimiser.Rule) -> Bool {
        switch (self, other) {
        case (.sgd, .sgd), (.momentum, .momentum), (.adam, .adam), (.adamW, .adamW), (.adam, .adamW),
            (.adamW, .adam):
            true
        case (.own(let a), .own(let b)): a == b
        default: false
        }
    }

    /// What is wrong with the numbers, if anything is.
    var mistake: String? {
        if !rate.isFinite || rate < 0 { return "the learning rate is \(rate); it must be a number from 0 on" }
        let shares: [(String, Double)] =
            switch self {
            case .momentum(_, let momentum): [("momentum", momentum)]
            case .adam(_, let beta1, let beta2, _), .adamW(_, _, let beta1, let beta2, _):
                [("beta1", beta1), ("beta2", beta2)]
            case .sgd, .own: []
            }
        for (name, share) in shares where !(share >= 0 && share < 1) {
            return "\(name) is \(share); it must be a number from 0 on and below 1"
        }
        switch self {
        case .adam(_, _, _, let epsilon), .adamW(_, _, _, _, let epsilon):
            if !(epsilon >= 0) { return "epsilon is \(epsilon); it must be a number from 0 on" }
        default: break
        }
        if case .adamW(_, let decay, _, _, _) = self, !(decay >= 0 && decay.isFinite) {
            return "the weight decay is \(decay); it must be a number from 0 on"
        }
        return nil
    }
}
