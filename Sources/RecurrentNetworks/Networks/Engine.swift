/// Computes outputs and gradients of networks of one shape on batches of one size, in memory that it
/// allocates once.
public final class Engine<C: Cell> {
    /// The number of steps of the longest sequence that fits.
    public let steps: Int
    /// The number of sequences in a batch.
    public let batch: Int

    let readout: Readout
    let tapes: [Tape]
    let head: HeadTape
    let segment: Int
    /// The states of the layers at the start of each segment, and after the last one.
    private let checkpoints: [[Checkpoint]]
    /// How many segments the previous batch had: where its last states are.
    private var end = 0
    var stepLosses: [Double]

    /// Memory for networks of the shape of `network`.
    ///
    /// - Parameter segment: Keep what the way back needs for so many steps only, and compute it again segment
    ///   by segment from the states between them. With about √T steps to a segment, memory grows like √T
    ///   instead of T for one more way forward. The gradients are the same to the last bit.
    public init(_ network: Network<C>, steps: Int, batch: Int, segment: Int? = nil) {
        let length = min(max(segment ?? steps, 1), max(steps, 1))
        var tapes: [Tape] = []
        for layer in network.layers {
            tapes.append(layer.makeTape(steps: length, batch: batch, below: tapes.last))
        }
        self.steps = steps
        self.batch = batch
        self.segment = length
        self.tapes = tapes
        readout = network.readout
        head = HeadTape(network.head, rows: (readout == .every ? length : 1) * batch)
        checkpoints = (0...(steps + length - 1) / length).map { _ in tapes.map { Checkpoint($0) } }
        stepLosses = Array(repeating: 0, count: steps)
    }

    /// The outputs: one for each step, or only the last.
    ///
    /// - Parameter continuing: Start from the states in which the previous batch ended, not from zeros.
    /// - Throws: ``DataError``
    public func outputs(
        _ network: Network<C>, _ inputs: Sequences, continuing: Bool = false
    ) throws(DataError) -> Sequences {
        try check(inputs, for: network)
        load(network)
        start(continuing: continuing)
        var result = Sequences(
            steps: readout == .every ? inputs.steps : 1, batch: batch, width: network.outputs)
        for (k, first) in segmentStarts(inputs).enumerated() {
            forward(network, inputs, segment: k, from: first)
            if answers(from: first, of: inputs) {
                head.forward(answered)
                head.write(to: &result, from: readout == .every ? first : 0)
            }
        }
        return result
    }

    /// The loss and its gradient, by backpropagation through time.
    ///
    /// - Parameters:
    ///   - gradient: Receives the gradient; give it the network's shape.
    ///   - totalWeight: What the sum of losses is divided by, when the batch is part of a larger one.
    ///   - continuing: Start from the states in which the previous batch ended, not from zeros: the state is
    ///     carried on, the gradient is not.
    /// - Returns: The loss: the weighted mean over steps and sequences.
    /// - Throws: ``DataError``
    public func gradient(
        _ network: Network<C>, _ example: Example, loss: Loss, into gradient: inout Network<C>,
        truncation: Truncation = .none, totalWeight: Double? = nil, continuing: Bool = false
    ) throws(DataError) -> Double {
        try check(example, for: network)
        load(network)
        start(continuing: continuing)
        let starts = segmentStarts(example.inputs)
        for (k, first) in starts.enumerated() { forward(network, example.inputs, segment: k, from: first) }

        for tape in tapes { tape.clearGradients() }
        head.clearGradients()
        let scale = 1 / (totalWeight ?? example.totalWeight)
        for (k, first) in starts.enumerated().reversed() {
            if k < starts.count - 1 { forward(network, example.inputs, segment: k, from: first) }
            backward(network, example, loss, from: first, scale, truncation)
        }
        for k in network.layers.indices { gradient.layers[k].store(from: tapes[k]) }
        head.store(to: &gradient.head)
        return stepLosses[..<example.targets.steps].reduce(0, +) * scale
    }

    private func segmentStarts(_ inputs: Sequences) -> [Int] {
        Array(stride(from: 0, to: inputs.steps, by: segment))
    }

    private func load(_ network: Network<C>) {
        for (layer, tape) in zip(network.layers, tapes) { layer.load(to: tape) }
        head.load(network.head)
    }

    private func start(continuing: Bool) {
        for (k, first) in checkpoints[0].enumerated() {
            if continuing { first.copy(checkpoints[end][k]) } else { first.clear() }
        }
    }

    private func forward(_ network: Network<C>, _ inputs: Sequences, segment k: Int, from first: Int) {
        let length = min(segment, inputs.steps - first)
        tapes[0].copyInputs(inputs, from: first, steps: length)
        for (l, tape) in tapes.enumerated() {
            tape.steps = length
            checkpoints[k][l].restore(to: tape)
            network.layers[l].forward(on: tape)
            checkpoints[k + 1][l].keepEnd(of: tape)
        }
        end = k + 1
    }

    private func backward(
        _ network: Network<C>, _ example: Example, _ loss: Loss, from first: Int, _ scale: Double,
        _ truncation: Truncation
    ) {
        let top = tapes[tapes.count - 1]
        if readout == .last { top.used(top.dh).fill(0) }
        if answers(from: first, of: example.inputs) {
            let from = readout == .every ? first : 0
            head.forward(answered)
            for t in 0..<answered.rows / batch {
                stepLosses[from + t] = head.evaluate(loss, example, row: t * batch, step: from + t, scale)
            }
            head.backward(
                answered, into: top.dh.rows(top.used(top.dh).rows - answered.rows..<top.used(top.dh).rows))
        }
        for (layer, tape) in zip(network.layers, tapes).reversed() {
            layer.backward(on: tape, truncation: truncation, firstStep: first)
        }
    }

    /// Whether there is an output within the segment from `first` on.
    private func answers(from first: Int, of inputs: Sequences) -> Bool {
        readout == .every || first + segment >= inputs.steps
    }

    /// The hidden states that the head reads, in the segment at hand.
    private var answered: MatrixView {
        let top = tapes[tapes.count - 1]
        let rows = top.steps * batch
        return top.outputs.rows(readout == .every ? 0..<rows : rows - batch..<rows)
    }
}
