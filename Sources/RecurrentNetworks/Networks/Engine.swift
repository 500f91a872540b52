/// Computes outputs and gradients of networks of one shape on batches of up to one size, in memory that it
/// allocates once.
public final class Engine<C: Cell> {
    /// The number of steps of the longest sequence that fits.
    public let steps: Int
    /// The largest number of sequences in a batch.
    public let batch: Int

    let plan: NetworkPlan
    let tapes: [Tape<C>]
    let head: HeadTape
    let segment: Int
    /// The states of the layers at the start of each segment.
    let checkpoints: [[Checkpoint]]
    /// The states of the layers after each sequence's last step.
    let ends: [Checkpoint]
    /// Gradients of the hidden states after each sequence's last step: what a head at the last step hands back.
    let dEnds: MatrixBuffer
    /// How many sequences the previous batch had; 0 if there was none.
    var previousBatch = 0
    var stepLosses: [Double]
    /// The network whose weights the tapes hold, kept so that its memory shows whether they are still the same.
    var loaded: Network<C>?
    var loadedMemory: [UnsafeRawPointer?] = []

    /// Memory for networks of the shape of `network`.
    ///
    /// - Parameter segment: Keep what the way back needs for so many steps only, and compute it again segment
    ///   by segment from the states between them. With about √T steps to a segment, memory grows like √T
    ///   instead of T for one more way forward. The gradients are the same to the last bit.
    public init(_ network: Network<C>, steps: Int, batch: Int, segment: Int? = nil) {
        let (steps, batch) = (max(steps, 0), max(batch, 0))
        let length = min(max(segment ?? steps, 1), max(steps, 1))
        var tapes: [Tape<C>] = []
        for layer in network.layers {
            tapes.append(layer.makeTape(steps: length, batch: batch, below: tapes.last))
        }
        self.steps = steps
        self.batch = batch
        self.segment = length
        self.tapes = tapes
        plan = NetworkPlan(network)
        head = HeadTape(network.head, rows: (network.readout == .every ? length : 1) * batch)
        checkpoints = (0...(steps + length - 1) / length).map { _ in tapes.map { $0.makeCheckpoint() } }
        ends = tapes.map { $0.makeCheckpoint() }
        dEnds = MatrixBuffer(batch, network.head.w.columns)
        stepLosses = Array(repeating: 0, count: steps)
    }

    /// The outputs: one for each step, or only the last of each sequence.
    ///
    /// - Parameter continuing: Start from the states in which the previous batch ended, not from the cells'
    ///   initial states.
    /// - Throws: ``DataError``
    public func outputs(
        _ network: Network<C>, _ inputs: Sequences, continuing: Bool = false
    ) throws(DataError) -> Sequences {
        try check(network, "network")
        try check(inputs, continuing: continuing)
        loadUnlessHeld(network)
        start(network, inputs.batch, continuing: continuing)
        let isEvery = plan.readout == .every
        var result = Sequences(
            steps: isEvery ? inputs.steps : 1, batch: inputs.batch, width: network.outputs)
        if isEvery { result.lengths = inputs.lengths }
        for (k, first) in segmentStarts(inputs).enumerated() {
            forward(network, inputs, segment: k, from: first)
            if isEvery {
                head.forward(everyState)
                head.write(to: &result, from: first)
            }
        }
        if !isEvery {
            head.forward(endStates(inputs))
            head.write(to: &result, from: 0)
        }
        return result
    }

    /// The loss and its gradient, by backpropagation through time.
    ///
    /// - Parameters:
    ///   - gradient: Receives the gradient; give it the network's shape.
    ///   - totalWeight: What the sum of losses is divided by, when the batch is part of a larger one.
    ///   - continuing: Start from the states in which the previous batch ended, not from the cells' initial
    ///     states: the state is carried on, the gradient is not.
    /// - Returns: The loss: the weighted mean over steps and sequences.
    /// - Throws: ``DataError``
    public func gradient(
        _ network: Network<C>, _ example: Example, loss: Loss, into gradient: inout Network<C>,
        truncation: Truncation = .none, totalWeight: Double? = nil, continuing: Bool = false
    ) throws(DataError) -> Double {
        try check(network, "network")
        try check(gradient, "gradient")
        try check(example, truncation, totalWeight: totalWeight, continuing: continuing)
        load(network)
        start(network, example.inputs.batch, continuing: continuing)
        let starts = segmentStarts(example.inputs)
        for (k, first) in starts.enumerated() { forward(network, example.inputs, segment: k, from: first) }

        for (layer, tape) in zip(network.layers, tapes) { tape.startBackward(layer) }
        head.clearGradients()
        let scale = 1 / (totalWeight ?? example.totalWeight)
        if plan.readout == .last {
            let states = endStates(example.inputs)
            head.forward(states)
            stepLosses[0] = head.evaluate(loss, example, row: 0, step: 0, scale)
            head.backward(states, into: dEnds.view.rows(0..<states.rows))
        }
        for (k, first) in starts.enumerated().reversed() {
            if k < starts.count - 1 { forward(network, example.inputs, segment: k, from: first) }
            if plan.readout == .every {
                evaluate(example, loss, from: first, scale)
                head.backward(everyState, into: tapes[tapes.count - 1].used(tapes[tapes.count - 1].dh))
            } else {
                scatterEnds(isLastSegment: k == starts.count - 1)
            }
            for (layer, tape) in zip(network.layers, tapes).reversed() {
                tape.backward(
                    layer, truncation: truncation, firstStep: first, fromStart: k == 0 && !continuing)
            }
        }
        for k in network.layers.indices { tapes[k].store(to: &gradient.layers[k]) }
        head.store(to: &gradient.head)
        return stepLosses[..<example.targets.steps].reduce(0, +) * scale
    }

    /// The loss alone, without its gradient.
    ///
    /// - Throws: ``DataError``
    public func loss(
        _ network: Network<C>, _ example: Example, loss: Loss, continuing: Bool = false
    ) throws(DataError) -> Double {
        try check(network, "network")
        try check(example, .none, totalWeight: nil, continuing: continuing)
        load(network)
        start(network, example.inputs.batch, continuing: continuing)
        let scale = 1 / example.totalWeight
        for (k, first) in segmentStarts(example.inputs).enumerated() {
            forward(network, example.inputs, segment: k, from: first)
            if plan.readout == .every { evaluate(example, loss, from: first, scale) }
        }
        if plan.readout == .last {
            head.forward(endStates(example.inputs))
            stepLosses[0] = head.evaluate(loss, example, row: 0, step: 0, scale)
        }
        return stepLosses[..<example.targets.steps].reduce(0, +) * scale
    }
}
