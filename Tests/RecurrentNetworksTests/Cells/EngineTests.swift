import TestSupport
import Testing

@testable import RecurrentNetworks

@Suite("The batched engine and the steps a chapter shows")
struct EngineTests {
    @Test("have the same bits for one sequence, forward and backward", arguments: 0..<18)
    func sameBits(_ index: Int) throws {
        for hidden in [1, 5, 11] {
            try compare(CellCases.all(hidden: hidden)[index], seed: UInt64(index), steps: 9, batch: 1)
        }
    }

    @Test("agree for a batch", arguments: 0..<18)
    func batches(_ index: Int) throws {
        try compare(CellCases.all(hidden: 9)[index], seed: UInt64(index), steps: 6, batch: 3)
    }

    @Test("do so for a single step of a single number")
    func smallest() throws {
        for (index, cell) in CellCases.all(inputs: 1, hidden: 1).enumerated() {
            try compare(cell, seed: UInt64(index), steps: 1, batch: 1)
        }
    }

    private func compare<C: Cell>(_ shape: C, seed: UInt64, steps: Int, batch: Int) throws {
        var numbers = SeededGenerator(seed: seed)
        let cell = shape.filled(using: &numbers)
        let network = Network([cell], outputs: 2, readout: .every).filled(using: &numbers)
        let example = Example(
            inputs: numbers.sequences(steps, batch, cell.inputs), targets: numbers.sequences(steps, batch, 2))

        let engine = Engine(network, steps: steps, batch: batch)
        var gradient = network.zeros
        let loss = try engine.gradient(network, example, loss: .squaredError, into: &gradient)

        var expected = network.zeros
        var expectedLoss = 0.0
        for b in 0..<batch {
            let run = network.layers[0].run(example.inputs[sequence: b])
            var dh: [Vector] = []
            for t in 0..<steps {
                let h = run.outputs[t]
                let (own, dy) = Loss.squaredError.withGradient(network.head(h), target: example.targets[t, b])
                expectedLoss += own
                dh.append((1 / Double(steps * batch)) * dy)
            }
            for t in (0..<steps).reversed() {
                dh[t] = network.head.stepBack(dh[t], run.outputs[t], into: &expected.head)
            }
            expected.layers[0] += run.backpropagate(dh).gradient
        }
        if batch == 1 {
            #expect(gradient.flattened == expected.flattened, "\(C.self) \(seed)")
            #expect(loss == expectedLoss * (1 / Double(steps)))
        } else {
            #expect(relativeError(gradient.flattened, expected.flattened) < 1e-14)
        }
    }
}
