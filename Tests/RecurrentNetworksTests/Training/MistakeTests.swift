import TestSupport
import Testing

@testable import RecurrentNetworks

@Suite("What cannot be right is an error that says what, and changes nothing")
struct MistakeTests {
    private let task = AddingTask(steps: 4)

    private func makeTrainer(
        _ rule: Optimiser.Rule = .sgd(rate: 0.1), clipping: Clipping? = nil, parts: Int = 1,
        prepare: (inout Network<LSTMCell>) -> Void = { _ in }
    ) -> Trainer<LSTMCell> {
        var generator = PCG64(seed: 1)
        var network = task.network(LSTMCell(inputs: 2, hidden: 3))
        network.initialise(.pyTorch, using: &generator)
        prepare(&network)
        return Trainer(
            network, loss: .squaredError, optimiser: rule, clipping: clipping, steps: 4, batch: 2,
            parts: parts)
    }

    private func makeBatch() -> Example {
        var generator = PCG64(seed: 2)
        return task.batch(of: 2, using: &generator)
    }

    @Test("settings without sense", arguments: 0..<9)
    func settings(_ index: Int) {
        let cases: [(Optimiser.Rule, Clipping?, String)] = [
            (.sgd(rate: 0.1), .norm(-1), "clipping is -1.0"),
            (.sgd(rate: 0.1), .norm(0), "clipping is 0.0"),
            (.sgd(rate: 0.1), .value(.nan), "clipping is nan"),
            (.sgd(rate: .nan), nil, "rate is nan"),
            (.sgd(rate: -0.5), nil, "rate is -0.5"),
            (.momentum(rate: 0.1, momentum: 1), nil, "momentum is 1.0"),
            (.adam(rate: 0.1, beta2: -0.1), nil, "beta2 is -0.1"),
            (.adam(rate: 0.1, epsilon: .nan), nil, "epsilon is nan"),
            (.adamW(rate: 0.1, decay: .infinity), nil, "decay is inf"),
        ]
        let (rule, clipping, words) = cases[index]
        let trainer = makeTrainer(rule, clipping: clipping)
        let before = trainer.network.flattened
        let error = #expect(throws: TrainingError.self) { try trainer.update(makeBatch()) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "no error")")
        #expect(trainer.network.flattened == before && trainer.updates == 0)
    }

    @Test("weights that are not numbers, or all of them 0", arguments: [1, 2])
    func weights(_ parts: Int) {
        var batch = makeBatch()
        let trainer = makeTrainer(parts: parts)
        batch.weights = [1, .nan]
        #expect(throws: TrainingError.data(.notFinite("weights of the targets", step: 0, sequence: 1))) {
            try trainer.update(batch)
        }
        batch.weights = [0, 0]
        let error = #expect(throws: TrainingError.self) { try trainer.update(batch) }
        #expect(error == .data(.noWeight(0)))
        #expect(
            error?.description == "the weights of the targets add up to 0: at least one target must count")
        batch.weights = [0, 1]
        batch.targets[0, 0, 0] = .nan
        #expect(throws: Never.self) { try trainer.update(batch) }
    }

    @Test("a parameter that is not a number before the update does not blame the learning rate")
    func parameters() {
        let trainer = makeTrainer { $0.layers[0].u[2, 1] = .nan }
        let error = #expect(throws: TrainingError.self) { try trainer.update(makeBatch()) }
        #expect(error == .network(parameter: "layer 0: u"))
        #expect(error?.description.contains("learning rate") == false)
    }

    @Test(
        "an update that overflows is taken back, network and optimiser",
        arguments: [Optimiser.Rule.sgd(rate: 1e308), .momentum(rate: 0.1), .adamW(rate: 0.1, decay: 10)])
    func overflow(_ rule: Optimiser.Rule) throws {
        let trainer = makeTrainer(rule)
        if rule != .sgd(rate: 1e308) { try trainer.update(makeBatch()) }
        let (network, memory) = (trainer.network, trainer.optimiser.memory)
        trainer.optimiser.rule.rate = 1e308
        var batch = makeBatch()
        batch.targets[0, 0, 0] = 1e10
        let error = #expect(throws: TrainingError.self) { try trainer.update(batch) }
        if case .parameter = error {} else { Issue.record("\(String(describing: error))") }
        #expect(trainer.network.flattened == network.flattened && trainer.optimiser.memory == memory)
    }

    @Test("a rule of another kind begins anew, one of the same kind goes on")
    func rules() throws {
        let trainer = makeTrainer(.momentum(rate: 0.1))
        try trainer.update(makeBatch())
        trainer.optimiser.rule = .adam(rate: 0.01)
        #expect(trainer.optimiser.memory == Optimiser.Memory())
        let fresh = Trainer(
            trainer.network, loss: .squaredError, optimiser: .adam(rate: 0.01), steps: 4, batch: 2)
        for _ in 0..<3 {
            try trainer.update(makeBatch())
            try fresh.update(makeBatch())
        }
        #expect(trainer.network.flattened == fresh.network.flattened)
        trainer.optimiser.rule.rate = 0.1
        #expect(trainer.optimiser.memory == fresh.optimiser.memory)
    }

    @Test("networks and gradients of another size than the memory was made for", arguments: 0..<9)
    func sizes(_ index: Int) throws {
        let network = makeTrainer().network
        let engine = Engine(network, steps: 4, batch: 2)
        var (other, gradient) = (network, network.zeros)
        let expected: DataError
        switch index {
        case 0:
            other.layers[0].b = .zeros(13)
            expected = .size(of: "layer 0: b of the network", expected: 12, found: 13)
        case 1:
            other.layers[0].w = .zeros(13, 2)
            expected = .size(of: "layer 0: w of the network", expected: 24, found: 26)
        case 2:
            other.head.b = .zeros(2)
            expected = .size(of: "head: b of the network", expected: 1, found: 2)
        case 3:
            other.layers.append(LSTMCell(inputs: 3, hidden: 3))
            expected = .size(of: "layers of the network", expected: 1, found: 2)
        case 4:
            other = task.network(LSTMCell(inputs: 2, hidden: 4))
            expected = .size(of: "hidden values of layer 0 of the network", expected: 3, found: 4)
        case 5:
            other.layers[0].w = .zeros(6, 4)
            expected = .size(of: "inputs of layer 0 of the network", expected: 2, found: 4)
        case 6:
            other = Network([LSTMCell(inputs: 2, hidden: 3)], outputs: 1, readout: .every)
            expected = .readout(expected: .last, found: .every)
        case 7:
            other = task.network(LSTMCell(inputs: 2, hidden: 3, form: .peepholes))
            expected = .size(of: "layer 0: p of the network", expected: 3, found: 9)
        default:
            gradient.layers[0].u = .zeros(13, 3)
            expected = .size(of: "layer 0: u of the gradient", expected: 36, found: 39)
        }
        #expect(throws: expected) {
            try engine.gradient(other, makeBatch(), loss: .squaredError, into: &gradient)
        }
        if index < 8 {
            #expect(throws: expected) { try engine.outputs(other, makeBatch().inputs) }
            gradient = other
            #expect(throws: (any Error).self) {
                try engine.gradient(network, makeBatch(), loss: .squaredError, into: &gradient)
            }
        }
    }

    @Test("lengths and truncations that do not fit the sequences", arguments: 0..<7)
    func lengths(_ index: Int) {
        var batch = makeBatch()
        var truncation = Truncation.none
        let cases: [(DataError, () -> Void)] = [
            (.size(of: "lengths", expected: 2, found: 1), { batch.inputs.lengths = [4] }),
            (.size(of: "length of sequence 1", expected: 4, found: 0), { batch.inputs.lengths = [4, 0] }),
            (.size(of: "length of sequence 0", expected: 4, found: 5), { batch.inputs.lengths = [5, 1] }),
            (
                .truncation("a window of 0 steps; it takes at least 1"), { truncation = .windows(0) }
            ),
            (
                .size(of: "factors of the truncation", expected: 4, found: 2),
                { truncation = .weighted([1, 1]) }
            ),
            (.truncation("a factor is not a finite number"), { truncation = .weighted([1, 1, .nan, 1]) }),
            (
                .size(of: "sequences of the targets", expected: 2, found: 1),
                { batch.targets = Sequences(steps: 1, batch: 1, width: 1) }
            ),
        ]
        cases[index].1()
        for parts in [1, 2] {
            #expect(throws: TrainingError.data(cases[index].0)) {
                try makeTrainer(parts: parts).update(batch, truncation: truncation)
            }
        }
    }

    @Test("PyTorch's weights of two layers do not go into one, nor does one name twice")
    func pyTorch() throws {
        let two = Network(
            [LSTMCell(inputs: 2, hidden: 3), LSTMCell(inputs: 3, hidden: 3)], outputs: 1, readout: .last)
        var one = makeTrainer().network
        let tensors = try two.pyTorchTensors
        #expect(throws: InterchangeError.unexpected("weight_ih_l1")) { try one.load(pyTorch: tensors) }
        let own = try one.pyTorchTensors
        #expect(throws: InterchangeError.unexpected("head.bias")) {
            try one.load(pyTorch: own + [own[own.count - 1]])
        }
        #expect(throws: Never.self) { try one.load(pyTorch: own) }
    }

    @Test("memory is out of reach for what does not fit, with a message")
    func memory() async {
        await #expect(processExitsWith: .failure) {
            var sequences = Sequences(steps: 2, batch: 2, width: 2)
            sequences[0, 0, 2] = 1
        }
        await #expect(processExitsWith: .failure) {
            var matrix = Matrix(2, 2)
            matrix.modifyElements { $0.append(1) }
        }
        await #expect(processExitsWith: .failure) {
            var cell = GRUCell(inputs: 2, hidden: 3)
            cell.b = .zeros(10)
            _ = cell.step([1, 2], cell.initialState)
        }
        await #expect(processExitsWith: .failure) {
            var gradient = Network([RNNCell(inputs: 1, hidden: 2)], outputs: 1, readout: .last)
            Clipping.norm(-1).apply(to: &gradient, norm: 3)
        }
    }
}
