import AllocationCount
import Measurement
import RecurrentNetworks

/// The sizes of a training step.
struct Size {
    let batch: Int
    let steps: Int
    let inputs: Int
    let hidden: Int
}

/// What a training step took.
struct StepCost {
    let seconds: Double
    /// Floating-point operations of the matrix products, forward and backward.
    let operations: Double
    /// Allocations in one update after the first.
    let allocations: Int
    /// The time on the clock with two threads and with one, the batch in two parts.
    let speedUp: Double
}

/// A network of one layer, a linear head at every step, and a batch.
struct Workload<C: GatedCell> {
    let network: Network<C>
    let example: Example
    let size: Size

    init(_ cell: C, _ size: Size) {
        var generator = PCG64(seed: 0)
        var network = Network([cell], outputs: 1, readout: .every)
        network.initialise(.pyTorch, using: &generator)
        var inputs = Sequences(steps: size.steps, batch: size.batch, width: size.inputs)
        for t in 0..<size.steps {
            for b in 0..<size.batch { inputs[t, b] = generator.uniform(size.inputs) }
        }
        let targets = Sequences(steps: size.steps, batch: size.batch, width: 1)
        self.network = network
        self.size = size
        example = Example(inputs: inputs, targets: targets)
    }

    func measure() async throws -> StepCost {
        let trainer = makeTrainer(parts: 1)
        try trainer.update(example)
        let before = allocation_count()
        try trainer.update(example)
        let allocations = allocation_count() - before
        var seconds = Double.infinity
        var spent = 0.0
        while spent < 1.5 {
            var failure: (any Error)?
            let took = fastest(of: 1) { do { try trainer.update(example) } catch { failure = error } }
            if let failure { throw failure }
            seconds = min(seconds, took)
            spent += took
        }
        let gates = Double(network.layers[0].w.rows)
        let rows = Double(size.steps * size.batch)
        let operations = 2 * rows * gates * Double(2 * size.inputs + 3 * size.hidden)
        return StepCost(
            seconds: seconds, operations: operations, allocations: allocations, speedUp: try await speedUp())
    }

    /// Updates in a row, for the system takes some milliseconds to move a thread to a processor of its own.
    private func speedUp() async throws -> Double {
        guard size.batch > 1 else { return 1 }
        var times: [Double] = []
        let clock = ContinuousClock()
        for threads in [1, 2] {
            let trainer = makeTrainer(parts: 2)
            let start = clock.now
            var best = Double.infinity
            while clock.now - start < .seconds(1.5) {
                let before = clock.now
                try await trainer.update(example, threads: threads)
                best = min(best, (clock.now - before) / .seconds(1))
            }
            times.append(best)
        }
        return times[0] / times[1]
    }

    private func makeTrainer(parts: Int) -> Trainer<C> {
        Trainer(
            network, loss: .squaredError, optimiser: .sgd(rate: 1e-3), steps: size.steps, batch: size.batch,
            parts: parts)
    }
}
