import TestSupport
import Testing

@testable import RecurrentNetworks

@Suite("Networks against PyTorch")
struct PyTorchTests {
    let fixtures = Fixtures.shared

    @Test("outputs, loss and every gradient", arguments: Fixtures.shared.networks.indices)
    func network(_ index: Int) throws {
        let c = fixtures.networks[index]
        let (d, h) = (fixtures.sizes.inputs, fixtures.sizes.hidden)
        let count = max(c.layers, 1)
        let inputs = (0..<count).map { $0 == 0 ? d : h }
        switch c.cell {
        case "RNN":
            try check(c, inputs.map { RNNCell(inputs: $0, hidden: h, activation: c.activation) })
        case "LSTM": try check(c, inputs.map { LSTMCell(inputs: $0, hidden: h, form: c.form) })
        default:
            let reset: GRUCell.Reset = c.options.first == "before" ? .before : .after
            let update: GRUCell.Update = c.options.last == "replaces" ? .replaces : .keeps
            try check(c, inputs.map { GRUCell(inputs: $0, hidden: h, reset: reset, update: update) })
        }
    }

    @Test("clipping and three updates", arguments: Fixtures.shared.updates.indices)
    func update(_ index: Int) throws {
        let c = fixtures.updates[index]
        let sizes = fixtures.sizes
        let shape = Network(
            [LSTMCell(inputs: sizes.inputs, hidden: sizes.hidden)], outputs: sizes.outputs, readout: .every)
        var network = plain(shape, c.start)
        let end = plain(shape, c.end)
        let example = Example(
            inputs: fixtures.sequences(c.inputs, width: sizes.inputs),
            targets: fixtures.sequences(c.targets, width: sizes.outputs))
        let engine = Engine(network, steps: sizes.steps, batch: sizes.batch)
        let rule: Optimiser.Rule =
            switch c.optimiser {
            case "sgd": .sgd(rate: 0.1)
            case "momentum": .momentum(rate: 0.1)
            default: .adam(rate: 0.01)
            }
        var optimiser = Optimiser(rule)
        var gradient = network.zeros
        var norms: [Double] = []
        for _ in c.norms {
            _ = try engine.gradient(network, example, loss: .squaredError, into: &gradient)
            let norm = gradient.norm
            norms.append(norm)
            switch c.clip {
            case "norm": Clipping.norm(0.3).apply(to: &gradient, norm: norm)
            case "value": Clipping.value(0.05).apply(to: &gradient, norm: norm)
            default: break
            }
            optimiser.update(&network, gradient)
        }
        let errors = [relativeError(network.flattened, end.flattened), relativeError(norms, c.norms)]
        print("PyTorch, \(c.optimiser), clipped by \(c.clip): parameters \(errors[0]), norms \(errors[1])")
        for error in errors { #expect(error < 1e-12) }
    }

    @Test("one-to-many, gradients through the feedback")
    func feedback() throws {
        let c = fixtures.feedback
        let (h, o) = (fixtures.sizes.hidden, fixtures.sizes.outputs)
        var network = Network([LSTMCell(inputs: o, hidden: h)], outputs: o, readout: .every)
        try network.load(pyTorch: c.parameters.map(\.named))
        let targets = stride(from: 0, to: c.targets.count, by: o).map { Vector(c.targets[$0..<$0 + o]) }
        let found = network.feedbackGradient(from: Vector(c.first), targets: targets, loss: .squaredError)
        let expected = try gradient(c.gradients, like: network)
        let errors = [
            relativeError(found.outputs.flatMap(\.elements), c.outputs),
            relativeError([found.loss], [c.value]),
            relativeError(found.gradient.flattened, expected.flattened),
        ]
        print("PyTorch, feedback: \(errors)")
        for error in errors { #expect(error < 1e-12) }

        var states = network.initialStates
        let generated = network.generate(from: Vector(c.first), steps: targets.count, states: &states)
        #expect(generated == found.outputs)
    }

    @Test("weights come back from PyTorch's order as they went")
    func roundTrip() throws {
        var numbers = SeededGenerator(seed: 1)
        let cells = [4, 3].map { GRUCell(inputs: $0, hidden: 3, reset: .after, update: .keeps) }
        let network = Network(cells, outputs: 2, readout: .last).filled(using: &numbers)
        var copy = network.zeros
        try copy.load(pyTorch: network.pyTorchTensors)
        #expect(copy.flattened == network.flattened)
        #expect(try network.pyTorchTensors.map(\.name).prefix(2) == ["weight_ih_l0", "weight_hh_l0"])
    }

    @Test("what does not fit is named")
    func misfits() throws {
        var network = Network([LSTMCell(inputs: 2, hidden: 3)], outputs: 1, readout: .last)
        let tensors = try network.pyTorchTensors
        #expect(throws: InterchangeError.missing("weight_hh_l0")) {
            try network.load(pyTorch: tensors.filter { $0.name != "weight_hh_l0" })
        }
        #expect(throws: InterchangeError.shape("weight_ih_l0", expected: [12, 4], found: [12, 2])) {
            var other = Network([LSTMCell(inputs: 4, hidden: 3)], outputs: 1, readout: .last)
            try other.load(pyTorch: tensors)
        }
        let cho = Network([GRUCell(inputs: 2, hidden: 3)], outputs: 1, readout: .last)
        #expect(throws: InterchangeError.self) { try cho.pyTorchTensors }
    }

    private func check<C: PyTorchCell>(_ c: Fixtures.NetworkCase, _ cells: [C]) throws {
        let (sizes, readout) = (fixtures.sizes, c.readout == "every" ? Readout.every : .last)
        let shape = Network(cells, outputs: sizes.outputs, readout: readout)
        let network: Network<C>
        let expected: [Double]
        if c.layers > 0 {
            var own = shape
            try own.load(pyTorch: c.parameters.map(\.named))
            network = own
            expected = try gradient(c.gradients, like: shape).flattened
        } else {
            network = plain(shape, c.parameters)
            expected = plain(shape, c.gradients).flattened
        }
        let inputs = fixtures.sequences(c.inputs, width: sizes.inputs)
        let example = Example(
            inputs: inputs, targets: fixtures.sequences(c.targets, width: sizes.outputs), weights: c.weights)
        let engine = Engine(network, steps: sizes.steps, batch: sizes.batch)
        var found = network.zeros
        let outputs = try engine.outputs(network, inputs)
        let loss = try engine.gradient(network, example, loss: c.lossFunction, into: &found)
        let errors = [
            relativeError(outputs.elements, c.outputs), relativeError([loss], [c.value]),
            relativeError(found.flattened, expected),
        ]
        print("PyTorch, \(c.name): outputs \(errors[0]), loss \(errors[1]), gradient \(errors[2])")
        for error in errors { #expect(error < 1e-12) }
    }

    /// Parameters under the library's own names.
    private func plain<C: Cell>(_ shape: Network<C>, _ tensors: [Fixtures.Tensor]) -> Network<C> {
        var network = shape
        network.flattened = tensors.flatMap(\.values)
        return network
    }

    /// Gradients in PyTorch's order. Both of its biases have the gradient of the cell's one bias.
    private func gradient<C: PyTorchCell>(
        _ tensors: [Fixtures.Tensor], like shape: Network<C>
    ) throws -> Network<C> {
        var result = shape
        let keepsBoth = C.self == GRUCell.self
        try result.load(
            pyTorch: tensors.map { tensor in
                guard tensor.name.hasPrefix("bias_hh") else { return tensor.named }
                let shared = keepsBoth ? tensor.values.count * 2 / 3 : tensor.values.count
                let values = Array(repeating: 0, count: shared) + tensor.values[shared...]
                return NamedTensor(name: tensor.name, shape: tensor.shape, values: values)
            })
        return result
    }
}
