import TestSupport
import Testing

@testable import RecurrentNetworks

@Suite("Truncated, checkpointed and continued backpropagation")
struct TruncationTests {
    @Test("checkpoints change no bit of the gradient", arguments: [1, 2, 3, 5, 11, 12, 40])
    func checkpoints(_ segment: Int) throws {
        for readout in [Readout.every, .last] {
            let (network, example) = stack(steps: 11, readout: readout)
            var whole = network.zeros
            var parts = network.zeros
            let engine = Engine(network, steps: 11, batch: 2)
            let small = Engine(network, steps: 11, batch: 2, segment: segment)
            for truncation in [Truncation.none, .windows(4)] {
                let loss = try engine.gradient(
                    network, example, loss: .squaredError, into: &whole, truncation: truncation)
                let again = try small.gradient(
                    network, example, loss: .squaredError, into: &parts, truncation: truncation)
                #expect(loss == again)
                #expect(whole.flattened == parts.flattened)
            }
            let outputs = try (
                engine.outputs(network, example.inputs), small.outputs(network, example.inputs)
            )
            #expect(outputs.0 == outputs.1)
        }
    }

    @Test("windows equal batches that continue from one another")
    func windows() throws {
        let (network, example) = stack(steps: 12, readout: .every)
        var whole = network.zeros
        _ = try Engine(network, steps: 12, batch: 2).gradient(
            network, example, loss: .squaredError, into: &whole, truncation: .windows(4))
        var sum = network.zeros
        var part = network.zeros
        let engine = Engine(network, steps: 4, batch: 2)
        for first in [0, 4, 8] {
            let window = Example(
                inputs: example.inputs.steps(first..<first + 4),
                targets: example.targets.steps(first..<first + 4))
            _ = try engine.gradient(
                network, window, loss: .squaredError, into: &part, totalWeight: 24, continuing: first > 0)
            sum += part
        }
        #expect(relativeError(sum.flattened, whole.flattened) < 1e-14)
    }

    @Test("the step-by-step way cuts where the engine cuts")
    func sameCuts() throws {
        var numbers = SeededGenerator(seed: 5)
        let cell = LSTMCell(inputs: 2, hidden: 3).filled(using: &numbers)
        let network = Network([cell], outputs: 1, readout: .every).filled(using: &numbers)
        let example = Example(inputs: numbers.sequences(9, 1, 2), targets: numbers.sequences(9, 1, 1))
        var generator = PCG64(seed: 5)
        for truncation in [Truncation.windows(3), .random(probability: 0.4, steps: 9, using: &generator)] {
            var gradient = network.zeros
            _ = try Engine(network, steps: 9, batch: 1).gradient(
                network, example, loss: .squaredError, into: &gradient, truncation: truncation)
            let run = network.layers[0].run(example.inputs[sequence: 0])
            var unused = network.head
            let dh = (0..<9).map { t in
                let dy = Loss.squaredError.withGradient(
                    network.head(run.outputs[t]), target: example.targets[t, 0])
                return network.head.stepBack((1 / 9.0) * dy.gradient, run.outputs[t], into: &unused)
            }
            #expect(
                run.backpropagate(dh, truncation: truncation).gradient.flattened
                    == gradient.layers[0].flattened)
        }
    }

    @Test("a horizon as long as the sequence cuts nothing, one of 1 leaves the step's own terms")
    func horizons() {
        var numbers = SeededGenerator(seed: 6)
        let cell = GRUCell(inputs: 2, hidden: 3).filled(using: &numbers)
        let run = cell.run((0..<8).map { _ in numbers.vector(2) })
        let losses = (0..<8).map { _ in numbers.vector(3) }
        let whole = run.backpropagate(losses).gradient.flattened
        #expect(relativeError(run.backpropagate(losses, horizon: 8).gradient.flattened, whole) < 1e-14)
        let own = run.backpropagate(losses, truncation: .windows(1)).gradient.flattened
        #expect(relativeError(run.backpropagate(losses, horizon: 1).gradient.flattened, own) < 1e-14)
    }

    @Test("random truncation has the whole gradient as its mean")
    func randomTruncation() {
        var numbers = SeededGenerator(seed: 7)
        let cell = RNNCell(inputs: 1, hidden: 2).filled(using: &numbers)
        let run = cell.run((0..<4).map { _ in numbers.vector(1) })
        let losses = (0..<4).map { _ in numbers.vector(2) }
        let whole = run.backpropagate(losses).gradient.flattened
        // All 2³ ways to cut before steps 1, 2 and 3, each with its probability.
        let p = 0.3
        var mean = Vector.zeros(whole.count)
        for cuts in 0..<8 {
            let isCut = (0..<3).map { cuts >> $0 & 1 == 1 }
            let probability = isCut.reduce(1) { $0 * ($1 ? p : 1 - p) }
            let factors = [1] + isCut.map { $0 ? 0 : 1 / (1 - p) }
            let gradient = run.backpropagate(losses, truncation: .weighted(factors)).gradient
            mean += probability * Vector(gradient.flattened)
        }
        #expect(relativeError(mean.elements, whole) < 1e-14)
    }

    private func stack(steps: Int, readout: Readout) -> (Network<GRUCell>, Example) {
        var numbers = SeededGenerator(seed: 3)
        let cells = [GRUCell(inputs: 2, hidden: 3), GRUCell(inputs: 3, hidden: 4, reset: .after)]
        let network = Network(cells, outputs: 2, readout: readout).filled(using: &numbers)
        let example = Example(
            inputs: numbers.sequences(steps, 2, 2),
            targets: numbers.sequences(readout == .every ? steps : 1, 2, 2))
        return (network, example)
    }
}
