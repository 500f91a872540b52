extension Network {
    /// The states of all layers before the first step.
    public var initialStates: [State] { layers.map(\.initialState) }

    /// One step of one sequence through all layers and the head; `states` moves on.
    public func step(_ x: Vector, _ states: inout [State]) -> Vector {
        var signal = x
        for k in layers.indices {
            states[k] = layers[k].step(signal, states[k]).state
            signal = states[k].h
        }
        return head(signal)
    }

    /// One-to-many: the outputs that follow `first` when each is fed back as the next input.
    ///
    /// - Parameter feedback: Makes the next input from an output: the identity unless given; for characters,
    ///   a draw from the softmax.
    public func generate(
        from first: Vector, steps: Int, states: inout [State], feedback: (Vector) -> Vector = { $0 }
    ) -> [Vector] {
        var outputs: [Vector] = []
        var x = first
        for _ in 0..<steps {
            let y = step(x, &states)
            outputs.append(y)
            x = feedback(y)
        }
        return outputs
    }
}
