import Foundation
import TestSupport
import Testing

@testable import RecurrentNetworks

@Suite("What is saved comes back bit for bit")
struct SavingTests {
    private func copy<Value: Codable>(_ value: Value, _ isJSON: Bool = true) throws -> Value {
        isJSON
            ? try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
            : try PropertyListDecoder().decode(Value.self, from: PropertyListEncoder().encode(value))
    }

    @Test("numbers of all kinds", arguments: [true, false])
    func numbers(_ isJSON: Bool) throws {
        let values = [
            0.1, -0.0, .nan, -.nan, .infinity, 0x1p-1074, 1e308, Double(bitPattern: 0x7ff8_0000_dead_beef),
            1 / 3.0,
        ]
        let vector = try copy(Vector(values), isJSON)
        #expect(vector.elements.map(\.bitPattern) == values.map(\.bitPattern))
        let matrix = try copy(Matrix(3, 3, elements: values), isJSON)
        #expect(matrix.shape == Shape(3, 3))
        #expect(matrix.elements.map(\.bitPattern) == values.map(\.bitPattern))
        var sequences = try Sequences(steps: 3, batch: 3, width: 1, elements: values)
        sequences.lengths = [1, 2, 3]
        let read = try copy(sequences, isJSON)
        #expect(read.lengths == [1, 2, 3] && read.steps == 3 && read.batch == 3)
        #expect(read.elements.map(\.bitPattern) == values.map(\.bitPattern))
        #expect(try copy(State(h: [1, 2], c: [3]), isJSON) == State(h: [1, 2], c: [3]))
    }

    @Test("every cell in a network", arguments: 0..<18)
    func networks(_ index: Int) throws {
        var numbers = SeededGenerator(seed: UInt64(index))
        func check<C: Cell & Codable>(_ shape: C) throws {
            let network = Network([shape], outputs: 2, readout: .every).filled(using: &numbers)
            let read = try copy(network)
            #expect(read.flattened == network.flattened && read.readout == .every)
            #expect(read.layers[0].run([[1, 2, 3]]).states == network.layers[0].run([[1, 2, 3]]).states)
        }
        let cell = CellCases.all()[index]
        switch cell {
        case let cell as RNNCell: try check(cell)
        case let cell as LSTMCell: try check(cell)
        case let cell as GRUCell: try check(cell)
        default: Issue.record("an unknown cell")
        }
    }

    @Test("a generator, whose next draws are the ones it had before it")
    func generators() throws {
        var generator = PCG64(seed: [7, 1_099_511_627_776])
        _ = generator.spawn(2)
        // An odd number of half draws leaves one over.
        for _ in 0..<5 { _ = generator.integer(in: 0..<10) }
        var read = try copy(generator)
        #expect(read == generator)
        var (a, b) = (generator.spawn(1)[0], read.spawn(1)[0])
        for _ in 0..<5 {
            #expect(read.integer(in: 0..<1000) == generator.integer(in: 0..<1000))
            #expect(a.normal() == b.normal())
        }
    }

    @Test(
        "a training run that is saved, ended and resumed has the bits of one that was not",
        arguments: 0..<5, [1, 2])
    func resuming(_ index: Int, _ parts: Int) throws {
        let own = OwnRule("heavy ball") { parameters, gradient, memory, update in
            if update == 1 { memory = [.zeros(gradient.count)] }
            memory[0] = 0.9 * memory[0] + gradient
            parameters -= 0.1 / Double(update) * memory[0]
        }
        let rules: [Optimiser.Rule] = [
            .sgd(rate: 0.1), .momentum(rate: 0.1), .adam(rate: 0.01), .adamW(rate: 0.01), .own(own),
        ]
        let task = DelayTask(steps: 6, delay: 2)
        func makeTrainer() -> Trainer<LSTMCell> {
            var generator = PCG64(seed: 1)
            var network = task.network(LSTMCell(inputs: 1, hidden: 4))
            network.initialise(.pyTorch, using: &generator)
            return Trainer(
                network, loss: task.loss, optimiser: rules[index], clipping: .norm(1), steps: 6, batch: 3,
                segment: 2, parts: parts)
        }
        func train(_ trainer: Trainer<LSTMCell>, _ generator: inout PCG64) throws {
            for _ in 0..<3 {
                try trainer.update(task.batch(of: 3, using: &generator), continuing: trainer.updates > 0)
            }
        }
        var generator = PCG64(seed: 2)
        let whole = makeTrainer()
        try train(whole, &generator)
        let saved = try JSONEncoder().encode(whole.state)
        var later = try copy(generator)
        try train(whole, &generator)

        let resumed = makeTrainer()
        try resumed.resume(JSONDecoder().decode(TrainingState<LSTMCell>.self, from: saved))
        #expect(resumed.updates == 3)
        try train(resumed, &later)
        #expect(resumed.network.flattened == whole.network.flattened)
        #expect(resumed.optimiser.memory == whole.optimiser.memory && later == generator)
    }

    @Test("a run is not resumed where it does not fit, and the trainer stays as it was")
    func misfits() throws {
        let task = DelayTask(steps: 4, delay: 1)
        func makeTrainer(_ rule: Optimiser.Rule, hidden: Int = 3, parts: Int = 1) throws -> Trainer<GRUCell> {
            var generator = PCG64(seed: 1)
            var network = task.network(GRUCell(inputs: 1, hidden: hidden))
            network.initialise(.pyTorch, using: &generator)
            let trainer = Trainer(
                network, loss: task.loss, optimiser: rule, steps: 4, batch: 2, parts: parts)
            try trainer.update(task.batch(of: 2, using: &generator))
            return trainer
        }
        let trainer = try makeTrainer(.adam(rate: 0.1))
        let before = trainer.network.flattened
        for other in try [
            makeTrainer(.adam(rate: 0.1), hidden: 4), makeTrainer(.momentum(rate: 0.1)),
            makeTrainer(.sgd(rate: 0.1)), makeTrainer(.adam(rate: 0.1), parts: 2),
        ] {
            #expect(throws: DataError.self) { try trainer.resume(other.state) }
            #expect(trainer.network.flattened == before)
        }
    }

    @Test("what was damaged is an error")
    func damage() throws {
        func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
            try JSONDecoder().decode(type, from: Data(text.utf8))
        }
        for text in [
            #"{"rows": 2, "columns": 2, "elements": [0]}"#, #"{"rows": -1, "columns": -1, "elements": [0]}"#,
            #"{"rows": 9223372036854775807, "columns": 3, "elements": [0]}"#,
        ] { #expect(throws: DecodingError.self) { try read(Matrix.self, text) } }
        #expect(throws: DecodingError.self) {
            try read(
                RNNCell.self,
                #"{"inputs": 1, "hidden": 2, "activation": "tanh", "parameters": [[0, 0], [0], [0, 0]]}"#)
        }
        #expect(throws: DecodingError.self) {
            try read(
                Sequences.self, #"{"steps": 1, "batch": 1, "width": 1, "lengths": [2], "elements": [0]}"#)
        }
        let text = try String(
            decoding: JSONEncoder().encode(
                Network([RNNCell(inputs: 1, hidden: 1)], outputs: 1, readout: .last)),
            as: UTF8.self)
        #expect(throws: DecodingError.self) {
            try read(Network<RNNCell>.self, text.replacing("\"layers\":[", with: "\"layers\":[],\"other\":["))
        }
    }
}

@Suite("Beside Foundation")
struct FoundationTests {
    @Test("exp and its kin are not ambiguous, and the library's own go by its name")
    func functions() {
        let x: Double = 0.5
        let theirs = [exp(x), log(x), tanh(x), expm1(x), log1p(x)]
        let ours = [
            RecurrentNetworks.exp(x), RecurrentNetworks.log(x), RecurrentNetworks.tanh(x),
            RecurrentNetworks.expm1(x), RecurrentNetworks.log1p(x),
        ]
        for (a, b) in zip(theirs, ours) { #expect(abs(a - b) < 1e-15) }
        #expect(exp([0.5] as Vector) == [RecurrentNetworks.exp(0.5)])
    }
}
