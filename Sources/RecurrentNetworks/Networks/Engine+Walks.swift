// The walks of an engine over the segments of a batch.

extension Engine {
    func segmentStarts(_ inputs: Sequences) -> [Int] {
        Array(stride(from: 0, to: inputs.steps, by: segment))
    }

    /// Arrays that are still where they were while someone else holds them have not changed: one step after
    /// another costs no rearranging of weights.
    func loadUnlessHeld(_ network: Network<C>) {
        if loaded != nil && network.memory(is: loadedMemory) { return }
        load(network)
        loaded = network
        loadedMemory = network.memory
    }

    func load(_ network: Network<C>) {
        // Holding on to it would make an update copy the parameters.
        loaded = nil
        for (layer, tape) in zip(network.layers, tapes) { tape.load(layer) }
        head.load(network.head)
    }

    func start(_ network: Network<C>, _ batch: Int, continuing: Bool) {
        for (k, first) in checkpoints[0].enumerated() {
            if continuing && previousBatch > 0 {
                first.copy(ends[k])
            } else {
                first.set(network.layers[k].initialState)
            }
        }
        previousBatch = batch
    }

    func forward(_ network: Network<C>, _ inputs: Sequences, segment k: Int, from first: Int) {
        let length = min(segment, inputs.steps - first)
        for (l, tape) in tapes.enumerated() {
            tape.use(steps: length, batch: inputs.batch)
            tape.end(inputs.lengths, from: first)
            if l == 0 { tape.copyInputs(inputs, from: first) }
            checkpoints[k][l].restore(to: tape)
            tape.forward(network.layers[l])
            checkpoints[k + 1][l].keepEnd(of: tape)
            for b in 0..<inputs.batch {
                let isLastSegment = first + length == inputs.steps
                if let t = tape.lastStep(of: b, isLastSegment: isLastSegment) {
                    ends[l].keep(b, after: t, of: tape)
                }
            }
        }
    }

    /// The losses of the segment at hand.
    func evaluate(_ example: Example, _ loss: Loss, from first: Int, _ scale: Double) {
        let top = tapes[tapes.count - 1]
        head.forward(everyState)
        for t in 0..<top.steps {
            stepLosses[first + t] = head.evaluate(loss, example, row: t * top.batch, step: first + t, scale)
        }
    }

    /// Gradients of the hidden states where the only ones are those after each sequence's last step.
    func scatterEnds(isLastSegment: Bool) {
        let top = tapes[tapes.count - 1]
        top.used(top.dh).fill(0)
        for b in 0..<top.batch {
            guard let t = top.lastStep(of: b, isLastSegment: isLastSegment) else { continue }
            let row = t * top.batch + b
            top.dh.rows(row..<row + 1).copy(dEnds.view.rows(b..<b + 1))
        }
    }

    /// The top layer's hidden states in the segment at hand.
    var everyState: MatrixView {
        let top = tapes[tapes.count - 1]
        return top.used(top.outputs)
    }

    /// The top layer's hidden states after each sequence's last step.
    func endStates(_ inputs: Sequences) -> MatrixView {
        ends[ends.count - 1].h.rows(0..<inputs.batch)
    }
}
