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
        feedbackGradient(from: first, targets: targets, loss: loss, forced: targets.map { _ in false })
    }

    /// The same with teacher forcing (Williams & Zipser 1989): at each step, with the given probability, the target is
    /// the next input instead of the output, and no gradient goes back there. At 1 a network only ever sees what is
    /// right, at 0 only what it said; a rate in between, lowered as training goes on, is scheduled sampling (Bengio et
    /// al. 2015).
    public func feedbackGradient(
        from first: Vector, targets: [Vector], loss: Loss, teacherForcing rate: Double,
        using generator: inout PCG64
    ) -> (loss: Double, gradient: Network<C>, outputs: [Vector]) {
        let forced = targets.map { _ in generator.uniform() < rate }
        return feedbackGradient(from: first, targets: targets, loss: loss, forced: forced)
    }

    func feedbackGradient(
        from first: Vector, targets: [Vector], loss: Loss, forced: [Bool]
    ) -> (loss: Double, gradient: Network<C>, outputs: [Vector]) {
        require(inputs == outputs, "feed back", Shape(outputs, 1), Shape(inputs, 1))
        var (x, states) = (first, initialStates)
        var caches: [[C.Cache]] = []
        var hidden: [Vector] = []
        var answers: [Vector] = []
        for (t, target) in targets.enumerated() {
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
            if forced[t] { x = target }
        }

        var gradient = zeros
        var total = 0.0
        var carried = layers.map { $0.initialState.zeros }
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
            dx = t > 0 && forced[t - 1] ? .zeros(inputs) : signal
        }
        for k in layers.indices { layers[k].startBack(carried[k], into: &gradient.layers[k]) }
        return (total / Double(targets.count), gradient, answers)
    }
}
