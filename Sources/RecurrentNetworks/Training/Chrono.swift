extension LSTMCell {
    /// Chrono initialisation (Tallec & Ollivier 2018): forget biases $\ln u$ with u uniform in
    /// $1…T_{\max} - 1$ and input biases their opposites, so that units forget over all times up to
    /// $T_{\max}$.
    public mutating func initialiseChrono(longest: Int, using generator: inout PCG64) {
        forgetBias = chronoBiases(hidden, longest, using: &generator)
        inputBias = -forgetBias
    }
}

extension GRUCell {
    /// Chrono initialisation (Tallec & Ollivier 2018) of the update gate: biases under which units keep their
    /// state over all times up to `longest`.
    public mutating func initialiseChrono(longest: Int, using generator: inout PCG64) {
        let biases = chronoBiases(hidden, longest, using: &generator)
        updateBias = convention == .keeps ? biases : -biases
    }
}

private func chronoBiases(_ count: Int, _ longest: Int, using generator: inout PCG64) -> Vector {
    log(generator.uniform(count, in: 1..<Double(max(longest - 1, 2))))
}
