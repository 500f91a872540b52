import TestSupport
import Testing

@testable import RecurrentNetworks

@Suite("Parts of models against PyTorch in float64")
struct ModelTests {
    @Test("layer normalisation")
    func layerNormalisation() throws {
        let fixture = try ModelCase.named("layer normalisation")
        let layer = fixture.filled(LayerNormalisation(4))
        var gradient = layer.zeros
        let steps = fixture.x.map(layer.forward)
        let dx = zip(steps, fixture.dy).map { layer.back($1, $0.cache, into: &gradient) }
        #expect(fixture.error(steps.map(\.y), gradient, dx) < 1e-14)
    }

    @Test("embedding")
    func embedding() throws {
        let fixture = try ModelCase.named("embedding")
        let layer = fixture.filled(Embedding(symbols: 6, width: 4))
        let symbols = try #require(fixture.symbols)
        var gradient = layer.zeros
        for (symbol, d) in zip(symbols, fixture.dy) { layer.back(d, symbol, into: &gradient) }
        #expect(fixture.error(layer(symbols), gradient) < 1e-15)
    }

    @Test("two directions")
    func bidirectional() throws {
        let fixture = try ModelCase.named("bidirectional LSTM")
        let cell = LSTMCell(inputs: 3, hidden: 4)
        let run = fixture.filled(Bidirectional(forward: cell, backward: cell)).run(fixture.x)
        let back = run.backpropagate(fixture.dy)
        #expect(fixture.error(run.outputs, back.gradient, back.inputs) < 1e-14)
    }

    @Test("dropout on inputs and recurrence")
    func dropout() throws {
        let fixture = try ModelCase.named("dropout")
        let cell = fixture.filled(LSTMCell(inputs: 3, hidden: 4))
        let masks = try #require(fixture.masks).map { (x: Vector($0[0]), h: Vector($0[1])) }
        let run = cell.run(fixture.x, masks: masks)
        let back = run.backpropagate(fixture.dy)
        #expect(fixture.error(run.outputs, back.gradient, back.inputs) < 1e-14)
    }

    @Test("a first state that is learnt, in steps and in an engine")
    func learntStart() throws {
        let fixture = try ModelCase.named("learnt start")
        let cell = fixture.filled(LearntStart(LSTMCell(inputs: 3, hidden: 4)))
        let run = cell.run(fixture.x)
        let back = run.backpropagate(fixture.dy)
        #expect(fixture.error(run.outputs, back.gradient, back.inputs) < 1e-14)
        try checkEngine(cell)
    }

    @Test("a diagonal recurrence, and its scan")
    func diagonal() throws {
        let fixture = try ModelCase.named("diagonal")
        let cell = fixture.filled(DiagonalCell(inputs: 3, hidden: 4))
        let run = cell.run(fixture.x)
        let back = run.backpropagate(fixture.dy)
        #expect(fixture.error(run.outputs, back.gradient, back.inputs) < 1e-14)
        try checkEngine(cell)
        try checkScan(cell) { cell.scan($0, from: $1) }
    }

    @Test("a selective recurrence, and its scan")
    func selective() throws {
        let fixture = try ModelCase.named("selective")
        let cell = fixture.filled(SelectiveCell(inputs: 3, perChannel: 2))
        let run = cell.run(fixture.x)
        let back = run.backpropagate(fixture.dy)
        #expect(fixture.error(run.outputs, back.gradient, back.inputs) < 1e-14)
        try checkEngine(cell)
        try checkScan(cell) { cell.scan($0, from: $1) }
    }

    @Test("attention", arguments: [Attention.Score.additive, .scaledDotProduct])
    func attention(_ score: Attention.Score) throws {
        let fixture = try ModelCase.named(score.rawValue)
        let layer = fixture.filled(Attention(score, queries: 3, keys: 4, width: 3))
        let keys = Array(fixture.x.dropFirst())
        let (context, cache) = layer.forward(fixture.x[0], keys: keys, values: keys)
        var gradient = layer.zeros
        let back = layer.back(fixture.dy[0], cache, into: &gradient)
        let dInputs = [back.query] + zip(back.keys, back.values).map { $0 + $1 }
        #expect(fixture.error([context], gradient, dInputs) < 1e-14)
        #expect(abs(cache.weights.sum - 1) < 1e-15)
        // What lies behind the end is not looked at.
        let padded = layer.forward(
            fixture.x[0], keys: keys + [[.nan, 0, 0, 0]], values: keys + [.ones(4)], length: 5)
        #expect(padded.context == context)
    }

    @Test("teacher forcing")
    func teacherForcing() throws {
        let fixture = try ModelCase.named("teacher forcing")
        let network = fixture.filled(
            Network([LSTMCell(inputs: 2, hidden: 4)], outputs: 2, readout: .every))
        let targets = Array(fixture.x.dropFirst())
        let found = network.feedbackGradient(
            from: fixture.x[0], targets: targets, loss: .squaredError, forced: try #require(fixture.forced))
        #expect(fixture.error(found.outputs, found.gradient) < 1e-14)
        #expect(abs(found.loss - (try #require(fixture.value))) < 1e-14)
        var generator = PCG64(seed: 1)
        let never = network.feedbackGradient(
            from: fixture.x[0], targets: targets, loss: .squaredError, teacherForcing: 0, using: &generator)
        let plain = network.feedbackGradient(from: fixture.x[0], targets: targets, loss: .squaredError)
        #expect(never.gradient.flattened == plain.gradient.flattened)
    }

    @Test("an encoder and a decoder that looks back")
    func encoderDecoder() throws {
        let fixture = try ModelCase.named("encoder-decoder")
        let model = fixture.filled(
            EncoderDecoder(
                encoder: LSTMCell(inputs: 3, hidden: 4), decoder: LSTMCell(inputs: 6, hidden: 4),
                attention: Attention(.additive, queries: 4, keys: 4, width: 3), outputs: 2))
        let (source, targets) = (Array(fixture.x[..<5]), Array(fixture.x[6...]))
        let found = model.gradient(from: source, first: fixture.x[5], targets: targets, loss: .squaredError)
        #expect(abs(found.loss - (try #require(fixture.value))) < 1e-14)
        var given = targets.makeIterator()
        let said = model.generate(from: source, first: fixture.x[5], steps: 3) { given.next() ?? $0 }
        #expect(fixture.error(said.outputs, found.gradient) < 1e-14)
    }

    @Test("decoupled weight decay")
    func adamW() throws {
        let fixture = try ModelCase.named("AdamW")
        var cell = fixture.filled(LSTMCell(inputs: 3, hidden: 4))
        var optimiser = Optimiser(.adamW(rate: 0.01, decay: 0.1))
        for values in fixture.inputs {
            var gradient = cell.zeros
            gradient.flattened = values
            optimiser.update(&cell, gradient)
        }
        #expect(relativeError(cell.flattened, fixture.gradient) < 1e-15)
    }

    /// Batches, segments and truncation against the steps, with sequences of different lengths.
    private func checkEngine<C: Cell>(_ cell: C) throws {
        checkForwardMode(cell)
        var numbers = SeededGenerator(seed: 9)
        let network = Network([cell], outputs: 2, readout: .last).filled(using: &numbers)
        var inputs = numbers.sequences(7, 3, cell.inputs)
        inputs.lengths = [7, 3, 5]
        let example = Example(inputs: inputs, targets: numbers.sequences(1, 3, 2))
        var expected = network.zeros
        for b in 0..<3 {
            let run = network.layers[0].run(inputs[sequence: b])
            let h = run.outputs[run.outputs.count - 1]
            let dy = Loss.squaredError.withGradient(network.head(h), target: example.targets[0, b]).gradient
            var losses = run.outputs.map { _ in Vector.zeros(cell.hidden) }
            losses[losses.count - 1] = network.head.stepBack((1 / 3.0) * dy, h, into: &expected.head)
            expected.layers[0] += run.backpropagate(losses).gradient
        }
        for segment in [7, 2] {
            var gradient = network.zeros
            _ = try Engine(network, steps: 7, batch: 3, segment: segment).gradient(
                network, example, loss: .squaredError, into: &gradient)
            #expect(relativeError(gradient.flattened, expected.flattened) < 1e-14)
        }
    }

    /// The derivative along a direction, forward in time, against the gradient.
    private func checkForwardMode<C: Cell>(_ cell: C) {
        var numbers = SeededGenerator(seed: 11)
        let direction = cell.filled(using: &numbers)
        let inputs = (0..<6).map { _ in
            Dual(numbers.vector(cell.inputs), tangent: numbers.vector(cell.inputs))
        }
        let weights = inputs.map { _ in numbers.vector(cell.hidden) }
        var state = cell.initialState(along: direction)
        var forward = 0.0
        for (x, weight) in zip(inputs, weights) {
            state = cell.step(x, state, along: direction)
            forward += weight.dot(state.h.tangent)
        }
        let back = cell.run(inputs.map(\.value)).backpropagate(weights)
        var backward = Vector(back.gradient.flattened).dot(Vector(direction.flattened))
        for (x, dx) in zip(inputs, back.inputs) { backward += dx.dot(x.tangent) }
        #expect(abs(forward - backward) < 1e-12 * max(1, abs(forward)))
        let realTime = cell.realTimeGradient(inputs.map(\.value), losses: weights)
        #expect(relativeError(realTime.flattened, back.gradient.flattened) < 1e-13)
    }

    private func checkScan<C: Cell>(_ cell: C, _ scan: ([Vector], State) -> [Vector]) throws {
        var numbers = SeededGenerator(seed: 10)
        for steps in [0, 1, 2, 3, 8, 13] {
            let inputs = (0..<steps).map { _ in numbers.vector(cell.inputs) }
            let start = State(h: numbers.vector(cell.hidden))
            let run = cell.run(inputs, from: start)
            let found = scan(inputs, start)
            #expect(
                relativeError(found.flatMap(\.elements), run.outputs.flatMap(\.elements)) < 1e-14
                    || steps == 0 && found.isEmpty)
        }
    }
}
