import TestSupport
import Testing

@testable import RecurrentNetworks

@Suite("Checkpoints, continued batches, readouts, masks, lengths and layers")
struct ContinuationTests {
    /// All combinations against networks that go one step of one sequence at a time, without an engine.
    @Test(
        "give what the steps give, in every combination",
        arguments: [1, 2, 3], [nil, 1, 2, 3, 5, 7] as [Int?])
    func everyCombination(_ layers: Int, _ segment: Int?) throws {
        var worst = 0.0
        for readout in [Readout.every, .last] {
            for isMasked in [false, true] {
                for hasLengths in [false, true] {
                    worst = max(
                        worst,
                        try difference(
                            layers: layers, segment: segment, readout, isMasked: isMasked,
                            hasLengths: hasLengths))
                }
            }
        }
        #expect(worst < 1e-13)
    }

    private func difference(
        layers: Int, segment: Int?, _ readout: Readout, isMasked: Bool, hasLengths: Bool
    ) throws -> Double {
        var numbers = SeededGenerator(seed: UInt64(layers))
        let cells = (0..<layers).map { LSTMCell(inputs: $0 == 0 ? 2 : 3, hidden: 3) }
        let network = Network(cells, outputs: 2, readout: readout).filled(using: &numbers)
        let (steps, batch) = (5, 3)
        let engine = Engine(network, steps: steps, batch: batch, segment: segment)
        var states = (0..<batch).map { _ in network.initialStates }
        var worst = 0.0
        for turn in 0..<3 {
            var inputs = numbers.sequences(steps, batch, 2)
            if hasLengths { inputs.lengths = [5, 2, 3] }
            let answers = readout == .every ? steps : 1
            let weights = isMasked ? (0..<answers * batch).map { Double($0 % 3) } : nil
            let example = Example(
                inputs: inputs, targets: numbers.sequences(answers, batch, 2), weights: weights)
            let (loss, expected, ends) = oracle(network, example, states)
            states = ends
            var gradient = network.zeros
            // What lies behind the end of a sequence may be anything.
            var dirty = example
            for (b, length) in (inputs.lengths ?? []).enumerated() {
                for t in length..<steps {
                    dirty.inputs[t, b] = [.nan, .infinity]
                    if readout == .every { dirty.targets[t, b] = [.nan, 1e300] }
                }
            }
            let found = try engine.gradient(
                network, dirty, loss: .squaredError, into: &gradient, continuing: turn > 0)
            worst = max(worst, abs(found - loss), relativeError(gradient.flattened, expected.flattened))
        }
        return worst
    }

    /// Loss and gradient of the equations written out, and the states after each sequence's last step.
    private func oracle(
        _ network: Network<LSTMCell>, _ example: Example, _ starts: [[State]]
    ) -> (loss: Double, gradient: Network<LSTMCell>, ends: [[State]]) {
        var gradient = network.zeros
        var (loss, ends) = (0.0, starts)
        for b in 0..<example.inputs.batch {
            let inputs = example.inputs[sequence: b]
            var runs: [Run<LSTMCell>] = []
            for (k, layer) in network.layers.enumerated() {
                runs.append(layer.run(k == 0 ? inputs : runs[k - 1].outputs, from: starts[b][k]))
            }
            var d = inputs.map { _ in Vector.zeros(3) }
            for t in inputs.indices.reversed() where network.readout == .every || t == inputs.count - 1 {
                let step = network.readout == .every ? t : 0
                let weight = example.weights?[step * example.inputs.batch + b] ?? 1
                let h = runs[runs.count - 1].outputs[t]
                let own = Loss.squaredError.withGradient(network.head(h), target: example.targets[step, b])
                loss += weight * own.loss / example.totalWeight
                d[t] = network.head.stepBack(
                    weight / example.totalWeight * own.gradient, h, into: &gradient.head)
            }
            for k in network.layers.indices.reversed() {
                let back = runs[k].backpropagate(d)
                gradient.layers[k] += back.gradient
                d = back.inputs
                ends[b][k] = runs[k].states[inputs.count]
            }
        }
        return (loss, gradient, ends)
    }

    @Test("a smaller batch, or a shorter one, gives what memory of its size gives")
    func smaller() throws {
        var numbers = SeededGenerator(seed: 8)
        for readout in [Readout.every, .last] {
            let network = Network([GRUCell(inputs: 2, hidden: 9)], outputs: 2, readout: readout).filled(
                using: &numbers)
            let large = Engine(network, steps: 6, batch: 5, segment: 2)
            for (steps, batch) in [(6, 5), (4, 2), (5, 1), (6, 5)] {
                let example = Example(
                    inputs: numbers.sequences(steps, batch, 2),
                    targets: numbers.sequences(readout == .every ? steps : 1, batch, 2))
                let small = Engine(network, steps: steps, batch: batch)
                var (a, b) = (network.zeros, network.zeros)
                let losses = try (
                    large.gradient(network, example, loss: .squaredError, into: &a),
                    small.gradient(network, example, loss: .squaredError, into: &b)
                )
                #expect(losses.0 == losses.1 && a.flattened == b.flattened)
                #expect(
                    try large.outputs(network, example.inputs) == small.outputs(network, example.inputs))
            }
        }
    }
}
