import RecurrentNetworks
import Testing

@Suite("Losses, rules, starts and schedules of one's own")
struct OwnPartsTests {
    private let task = DelayTask(steps: 6, delay: 1)

    private func train(
        loss: Loss = .squaredError, _ rule: Optimiser.Rule, _ how: Initialisation = .pyTorch
    ) throws -> [Double] {
        var generator = PCG64(seed: 1)
        var network = task.network(RNNCell(inputs: 1, hidden: 5))
        network.initialise(how, using: &generator)
        let trainer = Trainer(network, loss: loss, optimiser: rule, steps: 6, batch: 4)
        try trainer.train(on: task, updates: 5, using: &generator)
        return trainer.network.flattened
    }

    @Test("a loss written out gives the bits of the library's own")
    func loss() throws {
        let own = OwnLoss("squares") { y, target in
            let error = y - target
            return (error.dot(error), 2 * error)
        }
        #expect(try train(loss: .own(own), .sgd(rate: 0.1)) == train(.sgd(rate: 0.1)))
        #expect(Loss.own(own)([1, 2], target: [0, 0]) == 5)
    }

    @Test("a rule written as equations gives the bits of the library's own")
    func rule() throws {
        let own = OwnRule("heavy ball") { parameters, gradient, memory, update in
            if update == 1 { memory = [.zeros(gradient.count)] }
            memory[0] = 0.9 * memory[0] + gradient
            parameters -= 0.1 * memory[0]
        }
        #expect(try train(.own(own)) == train(.momentum(rate: 0.1)))
    }

    @Test("a start of one's own draws as it is told, gate by gate")
    func start() {
        let own = OwnInitialisation("constant") { rows, columns, _ in
            Matrix(rows, columns, repeating: 2)
        } recurrent: { size, _, generator in
            .orthogonal(size, using: &generator)
        }
        var generator = PCG64(seed: 2)
        var network = Network([LSTMCell(inputs: 2, hidden: 3)], outputs: 1, readout: .last)
        network.initialise(.own(own), using: &generator)
        let cell = network.layers[0]
        #expect(cell.w == Matrix(12, 2, repeating: 2) && network.head.w == Matrix(1, 3, repeating: 2))
        for gate in 0..<4 {
            let u = cell.u[gate * 3..<gate * 3 + 3]
            #expect((u * u.transposed - .identity(3)).frobeniusNorm < 1e-14)
        }
        #expect(cell.b == .zeros(12))
    }

    @Test("schedules")
    func schedules() {
        let cosine = Schedule.cosine(from: 1, to: 0.2, over: 8)
        // 0.2 + 0.4 (1 + cos(π t / 8)), to sixteen digits.
        let expected = [
            1, 0.969551813004514715, 0.882842712474619010, 0.753073372946035853, 0.6, 0.446926627053964147,
            0.317157287525380990, 0.230448186995485285, 0.2, 0.2,
        ]
        for (t, rate) in expected.enumerated() { #expect(abs(cosine.rate(t) - rate) < 1e-14) }
        let steps = Schedule.steps(from: 1, every: 2, factor: 0.5)
        #expect((0..<6).map(steps.rate) == [1, 1, 0.5, 0.5, 0.25, 0.25])
        let warm = Schedule.constant(2).warmedUp(over: 4)
        #expect((0..<6).map(warm.rate) == [0.5, 1, 1.5, 2, 2, 2])
        var rule = Optimiser.Rule.adamW(rate: 1, decay: 0.5)
        rule.rate = warm.rate(0)
        #expect(rule == .adamW(rate: 0.5, decay: 0.5))
    }

    @Test("gradients of batches are accumulated to that of one batch of all")
    func accumulation() throws {
        var generator = PCG64(seed: 3)
        var network = task.network(GRUCell(inputs: 1, hidden: 4))
        network.initialise(.pyTorch, using: &generator)
        let whole = task.batch(of: 5, using: &generator)
        func sequences(_ range: Range<Int>) -> Example {
            Example(
                inputs: whole.inputs.sequences(range), targets: whole.targets.sequences(range),
                weights: whole.weights.map { all in
                    (0..<6).flatMap { t in range.map { all[t * 5 + $0] } }
                })
        }
        func trainer(_ batch: Int, parts: Int = 1) -> Trainer<GRUCell> {
            Trainer(
                network, loss: .squaredError, optimiser: .sgd(rate: 0.1), clipping: .norm(1), steps: 6,
                batch: batch, parts: parts)
        }
        let one = trainer(5)
        let expected = try one.update(whole)
        for parts in [1, 2] {
            let several = trainer(2, parts: parts)
            let report = try several.update(
                accumulating: [sequences(0..<2), sequences(2..<4), sequences(4..<5)])
            #expect(abs(report.loss - expected.loss) < 1e-14)
            #expect(abs(report.gradientNorm - expected.gradientNorm) < 1e-14)
            let difference = Vector(several.network.flattened) - Vector(one.network.flattened)
            #expect(difference.norm < 1e-14 && several.updates == 1)
        }
        #expect(try abs(trainer(5).loss(of: whole) - expected.loss) < 1e-15)
        #expect(throws: TrainingError.data(.empty)) { try trainer(2).update(accumulating: []) }
    }

    @Test("a smaller last batch, also in parts of which some have nothing to do")
    func smallerBatch() throws {
        var generator = PCG64(seed: 4)
        var network = task.network(RNNCell(inputs: 1, hidden: 4))
        network.initialise(.pyTorch, using: &generator)
        let batches = [4, 3, 1, 4].map { task.batch(of: $0, using: &generator) }
        let results = try [1, 3, 4].map { parts in
            let trainer = Trainer(
                network, loss: .squaredError, optimiser: .sgd(rate: 0.1), steps: 6, batch: 4, parts: parts)
            for batch in batches { try trainer.update(batch) }
            return Vector(trainer.network.flattened)
        }
        for result in results { #expect((result - results[0]).norm < 1e-14) }
    }
}
