import Testing

@testable import RecurrentNetworks

@Suite("Training")
struct TrainerTests {
    @Test("one thread and two, in turn and at once, give the same bits")
    func threads() async throws {
        let task = AddingTask(steps: 6)
        let network = makeNetwork(task)
        var results: [[Double]] = []
        for threads in [0, 1, 2, 3] {
            let trainer = Trainer(
                network, loss: .squaredError, optimiser: .adam(rate: 0.01), clipping: .norm(1), steps: 6,
                batch: 7, parts: 3)
            var generator = PCG64(seed: 2)
            for _ in 0..<4 {
                let batch = task.batch(of: 7, using: &generator)
                if threads == 0 {
                    try trainer.update(batch)
                } else {
                    try await trainer.update(batch, threads: threads)
                }
            }
            results.append(trainer.network.flattened)
        }
        #expect(results.allSatisfy { $0 == results[0] })
        #expect(results[0] != network.flattened)
    }

    @Test("parts of a batch add up to the whole")
    func parts() throws {
        let task = CopyTask(symbols: 2, length: 2, delay: 2)
        let network = makeNetwork(task)
        var generator = PCG64(seed: 3)
        let batch = task.batch(of: 5, using: &generator)
        let reports = try [1, 2, 5].map { parts in
            try Trainer(
                network, loss: task.loss, optimiser: .sgd(rate: 0.1), steps: task.steps, batch: 5,
                parts: parts
            ).update(batch)
        }
        for report in reports {
            #expect(abs(report.loss - reports[0].loss) < 1e-14)
            #expect(abs(report.gradientNorm - reports[0].gradientNorm) < 1e-14)
        }
    }

    @Test("seeds in parallel come back in order, as they would alone")
    func seeds() async throws {
        let task = AddingTask(steps: 4)
        let train = { @Sendable (seed: Int) throws -> [Double] in
            var generator = PCG64(seed: seed)
            var network = task.network(RNNCell(inputs: 2, hidden: 3))
            network.initialise(.pyTorch, using: &generator)
            let trainer = Trainer(
                network, loss: task.loss, optimiser: .momentum(rate: 0.1), steps: 4, batch: 4)
            try trainer.train(on: task, updates: 3, using: &generator)
            return trainer.network.flattened
        }
        let together = try await parallel(0..<5) { try train($0) }
        #expect(together == (try (0..<5).map(train)))
        #expect(Set(together).count == 5)
    }

    @Test("a learning rate that is too large is an error that names the update and the parameter")
    func unstable() throws {
        let task = AddingTask(steps: 8)
        var network = task.network(RNNCell(inputs: 2, hidden: 4, activation: .identity))
        var generator = PCG64(seed: 1)
        network.initialise(.glorotOrthogonal, using: &generator)
        let trainer = Trainer(network, loss: .squaredError, optimiser: .sgd(rate: 50), steps: 8, batch: 4)
        let error = #expect(throws: TrainingError.self) {
            try trainer.train(on: task, updates: 100, using: &generator)
        }
        let message = error?.description ?? ""
        #expect(message.contains("update \(trainer.updates)"))
        #expect(network.parameterNames.contains { message.contains($0) })
        print("unstable: \(message)")
    }

    @Test("data that does not fit is an error that says how", arguments: 0..<6)
    func misfits(_ index: Int) throws {
        let network = makeNetwork(AddingTask(steps: 4))
        func example(steps: Int = 4, batch: Int = 2, width: Int = 2, outputs: Int = 1) -> Example {
            Example(
                inputs: Sequences(steps: steps, batch: batch, width: width),
                targets: Sequences(steps: 1, batch: batch, width: outputs))
        }
        var withNaN = example()
        withNaN.inputs[3, 1, 0] = .nan
        var weighted = example()
        weighted.weights = [1]
        let cases: [(Example, DataError)] = [
            (example(steps: 0), .empty),
            (example(width: 3), .size(of: "width of the inputs", expected: 2, found: 3)),
            (example(steps: 5), .size(of: "steps of the inputs", expected: 4, found: 5)),
            (example(outputs: 2), .size(of: "width of the targets", expected: 1, found: 2)),
            (withNaN, .notFinite("inputs", step: 3, sequence: 1)),
            (weighted, .size(of: "weights of the targets", expected: 2, found: 1)),
        ]
        for parts in [1, 2] {
            let trainer = Trainer(
                network, loss: .squaredError, optimiser: .sgd(rate: 1), steps: 4, batch: 2, parts: parts)
            let error = #expect(throws: TrainingError.self) { try trainer.update(cases[index].0) }
            #expect(error == .data(cases[index].1))
            #expect(trainer.network.flattened == network.flattened)
        }
    }

    @Test("a target that is not a number is an error, not a silent NaN")
    func targetNaN() throws {
        let task = AddingTask(steps: 4)
        var generator = PCG64(seed: 4)
        var batch = task.batch(of: 2, using: &generator)
        batch.targets[0, 1, 0] = .nan
        let trainer = Trainer(
            makeNetwork(task), loss: .squaredError, optimiser: .sgd(rate: 1), steps: 4, batch: 2)
        #expect(throws: TrainingError.data(.notFinite("targets", step: 0, sequence: 1))) {
            try trainer.update(batch)
        }
    }

    @Test("the adding problem is learnt")
    func learns() throws {
        let task = AddingTask(steps: 4)
        var generator = PCG64(seed: 5)
        let trainer = Trainer(
            makeNetwork(task), loss: task.loss, optimiser: .adam(rate: 0.02), clipping: .norm(1), steps: 4,
            batch: 16)
        var losses: [Double] = []
        try trainer.train(on: task, updates: 150, using: &generator) { losses.append($0.loss) }
        #expect(losses.count == 150)
        #expect(losses.suffix(10).reduce(0, +) / 10 < 0.05)
    }

    private func makeNetwork(_ task: some SequenceTask) -> Network<LSTMCell> {
        var generator = PCG64(seed: 1)
        var network = task.network(LSTMCell(inputs: task.inputs, hidden: 6))
        network.initialise(.glorotOrthogonal, using: &generator)
        return network
    }
}
