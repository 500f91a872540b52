// Not @testable: what a reader has who adds the package.
import RecurrentNetworks
import TestSupport
import Testing

/// A cell that the library does not know: the minimal gated unit of Zhou et al. (2016), whose forget gate also resets.
///
/// $$f = \sigma(W_f x + U_f h + b_f), \quad \tilde h = \tanh(W_h x + U_h (f \odot h) + b_h), \quad
/// h' = (1 - f) \odot h + f \odot \tilde h$$
struct MinimalGatedCell: Cell {
    var w: [Matrix]
    var u: [Matrix]
    var b: [Vector]

    init(inputs: Int, hidden: Int) {
        w = [.zeros(hidden, inputs), .zeros(hidden, inputs)]
        u = [.zeros(hidden, hidden), .zeros(hidden, hidden)]
        b = [.zeros(hidden), .zeros(hidden)]
    }

    var inputs: Int { w[0].columns }
    var hidden: Int { u[0].columns }

    struct Cache: Sendable {
        let x, previous, f, candidate: Vector
    }

    func step(_ x: Vector, _ previous: State) -> (state: State, cache: Cache) {
        let h = previous.h
        let f = sigmoid(w[0] * x + u[0] * h + b[0])
        let candidate = tanh(w[1] * x + u[1] * (f ⊙ h) + b[1])
        return (
            State(h: (1 - f) ⊙ h + f ⊙ candidate), Cache(x: x, previous: h, f: f, candidate: candidate)
        )
    }

    func stepBack(
        _ d: State, _ cache: Cache, into gradient: inout MinimalGatedCell
    ) -> (x: Vector, previous: State) {
        let (h, f, candidate) = (cache.previous, cache.f, cache.candidate)
        let ah = d.h ⊙ f ⊙ (1 - candidate ⊙ candidate)
        let dReset = u[1].transposed * ah
        let af = (d.h ⊙ (candidate - h) + dReset ⊙ h) ⊙ f ⊙ (1 - f)
        for (k, a) in [af, ah].enumerated() {
            gradient.w[k].add(a, outer: cache.x)
            gradient.u[k].add(a, outer: k == 0 ? h : f ⊙ h)
            gradient.b[k] += a
        }
        let dx = w[0].transposed * af + w[1].transposed * ah
        return (dx, State(h: d.h ⊙ (1 - f) + dReset ⊙ f + u[0].transposed * af))
    }

    var parameterNames: [String] { ["wf", "wh", "uf", "uh", "bf", "bh"] }

    mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        for k in 0..<2 { try w[k].modifyElements(body) }
        for k in 0..<2 { try u[k].modifyElements(body) }
        for k in 0..<2 { try body(&b[k].elements) }
    }
}

@Suite("A cell of one's own: a step and its way back")
struct OwnCellTests {
    private let cell = {
        var generator = PCG64(seed: 4)
        var cell = MinimalGatedCell(inputs: 3, hidden: 4)
        cell.initialise(.pyTorch, using: &generator)
        return cell
    }()

    @Test("learns the adding problem")
    func learns() throws {
        let task = AddingTask(steps: 6)
        var generator = PCG64(seed: 5)
        var network = task.network(MinimalGatedCell(inputs: 2, hidden: 12))
        network.initialise(.pyTorch, using: &generator)
        let trainer = Trainer(
            network, loss: task.loss, optimiser: .adam(rate: 0.02), clipping: .norm(1), steps: 6, batch: 16,
            parts: 2)
        var losses: [Double] = []
        try trainer.train(on: task, updates: 250, using: &generator) { losses.append($0.loss) }
        let last = losses.suffix(10).reduce(0, +) / 10
        print("a cell of one's own, adding: loss \(losses[0]) to \(last)")
        #expect(last < 0.01)
    }

    @Test("runs in batches, two layers deep, with checkpoints, truncation and both readouts, as its steps do")
    func batches() throws {
        var generator = PCG64(seed: 6)
        for readout in [Readout.every, .last] {
            var network = Network(
                [cell, MinimalGatedCell(inputs: 4, hidden: 4)], outputs: 2, readout: readout)
            network.initialise(.pyTorch, using: &generator)
            var inputs = Sequences(steps: 9, batch: 3, width: 3)
            for t in 0..<9 { for b in 0..<3 { inputs[t, b] = generator.normal(3) } }
            let outputs = try Engine(network, steps: 9, batch: 3).outputs(network, inputs)
            for b in 0..<3 {
                var states = network.initialStates
                let all = inputs[sequence: b].map { network.step($0, &states) }
                let expected = readout == .every ? all : [all[8]]
                #expect((0..<outputs.steps).map { outputs[$0, b] } == expected)
            }

            let targets = Sequences(steps: readout == .every ? 9 : 1, batch: 3, width: 2)
            let example = Example(inputs: inputs, targets: targets)
            for truncation in [Truncation.none, .windows(4)] {
                var gradients: [[Double]] = []
                for segment in [nil, 2, 4] as [Int?] {
                    var gradient = network.zeros
                    _ = try Engine(network, steps: 9, batch: 3, segment: segment).gradient(
                        network, example, loss: .squaredError, into: &gradient, truncation: truncation)
                    gradients.append(gradient.flattened)
                }
                #expect(gradients[1] == gradients[0] && gradients[2] == gradients[0])
                #expect(gradients[0].contains { $0 != 0 })
            }
        }
    }

    @Test("goes forward with derivatives, and its gradient is that of central differences")
    func derivatives() {
        var generator = PCG64(seed: 7)
        let inputs = (0..<6).map { _ in generator.normal(3) }
        let weights = (0..<6).map { _ in generator.normal(4) }
        let back = cell.run(inputs).backpropagate(weights)

        let direction = Vector((0..<cell.parameterCount).map { _ in generator.normal() })
        var along = cell
        along.flattened = direction.elements
        var state = cell.initialState(along: along)
        var forward = 0.0
        for (x, weight) in zip(inputs, weights) {
            state = cell.step(Dual(x), state, along: along)
            forward += weight.dot(state.h.tangent)
        }
        #expect(abs(forward - Vector(back.gradient.flattened).dot(direction)) < 1e-12)

        func loss(_ step: Double) -> Double {
            var moved = cell
            moved.flattened = (Vector(cell.flattened) + step * direction).elements
            return zip(moved.run(inputs).outputs, weights).reduce(0) { $0 + $1.0.dot($1.1) }
        }
        #expect(abs((loss(1e-5) - loss(-1e-5)) / 2e-5 - forward) < 1e-8)
        let realTime = cell.realTimeGradient(inputs, losses: weights).flattened
        #expect((Vector(realTime) - Vector(back.gradient.flattened)).norm < 1e-12)
    }
}
