extension Network {
    /// One-to-many, for training: each output is the next input, and gradients go back through that path
    /// too.
    ///
    /// - Parameters:
    ///   - first: The first input, as long as an output.
    ///   - targets: What the outputs should be: as many as there are steps.
    /// - Returns: The mean loss over the steps, its gradient, and the outputs.
    public func feedbackGradient(
        from first: Vector, targets: [Vector], loss: Loss
    ) -> (loss: Double, gradient: Network<C>, outputs: [Vector]) {
        require(inputs == outputs, "feed back", Shape(outputs, 1), Shape(inputs, 1))
        var (x, states) = (first, initialStates)
        var caches: [[C.Cache]] = []
        var hidden: [Vector] = []
        var answers: [Vector] = []
        for _ in targets {
            var stepCaches: [C.Cache] = []
            for k in layers.indices {
                let (state, cache) = layers[k].step(x, states[k])
                stepCaches.append(cache)
                (states[k], x) = (state, state.h)
            }
            caches.append(stepCaches)
            hidden.append(x)
            x = head(x)
            answers.append(x)
        }

        var gradient = zeros
        var total = 0.0
        var carried = layers.map(\.initialState)
        var dx = Vector.zeros(inputs)
        for t in targets.indices.reversed() {
            let (own, dy) = loss.withGradient(answers[t], target: targets[t])
            total += own
            var signal = head.stepBack(
                (1 / Double(targets.count)) * dy + dx, hidden[t], into: &gradient.head)
            for k in layers.indices.reversed() {
                let d = carried[k] + State(h: signal, c: .zeros(carried[k].c.count))
                (signal, carried[k]) = layers[k].stepBack(d, caches[t][k], into: &gradient.layers[k])
            }
            dx = signal
        }
        return (total / Double(targets.count), gradient, answers)
    }
}
