import TestSupport
import Testing

@testable import RecurrentNetworks

@Suite("The fast path of the library's cells and the steps that any cell can do")
struct StepTapeTests {
    @Test("agree on random networks, batches, lengths and truncations", arguments: 0..<18)
    func agree(_ index: Int) throws {
        var worst = 0.0
        for seed in 0..<8 {
            let shape = CellCases.all(inputs: 2, hidden: [1, 4, 8, 19][seed % 4])[index]
            worst = max(worst, try difference(shape, seed: UInt64(100 * index + seed)))
        }
        print("fast path and steps, case \(index): \(worst)")
        #expect(worst < 1e-12)
    }

    @Test("see a changed weight, though they keep those that have not changed")
    func heldWeights() throws {
        var numbers = SeededGenerator(seed: 5)
        for index in 0..<18 {
            func check<C: Cell>(_ shape: C) throws {
                var network = Network([shape], outputs: 2, readout: .every).filled(using: &numbers)
                let engine = Engine(network, steps: 1, batch: 1)
                let x = numbers.sequences(1, 1, 3)
                for turn in 0..<6 {
                    var states = network.initialStates
                    let expected = network.step(x[0, 0], &states)
                    #expect(try engine.outputs(network, x)[0, 0] == expected)
                    #expect(try engine.outputs(network, x)[0, 0] == expected)
                    if turn == 0 { network.head.b[0] += 1 }
                    if turn == 1 { network.flattened[turn] += 1 }
                    if turn == 2 { network = network.filled(using: &numbers) }
                    if turn == 3 {
                        var gradient = network.zeros
                        let example = Example(inputs: x, targets: Sequences(steps: 1, batch: 1, width: 2))
                        let other = network.filled(using: &numbers)
                        _ = try engine.gradient(other, example, loss: .squaredError, into: &gradient)
                    }
                }
            }
            try check(CellCases.all()[index])
        }
    }

    private func difference<C: Cell>(_ shape: C, seed: UInt64) throws -> Double {
        var numbers = SeededGenerator(seed: seed)
        let batch = Int.random(in: 1...4, using: &numbers)
        let steps = Int.random(in: 1...9, using: &numbers)
        let readout = Bool.random(using: &numbers) ? Readout.every : .last
        let isMasked = Bool.random(using: &numbers)
        let cell = shape.filled(0.4, using: &numbers)
        let fast = Network([cell], outputs: 2, readout: readout).filled(using: &numbers)
        var slow = Network([StepByStep(cell: cell)], outputs: 2, readout: readout)
        slow.flattened = fast.flattened
        var inputs = numbers.sequences(steps, batch, 2)
        if Bool.random(using: &numbers) {
            inputs.lengths = (0..<batch).map { _ in .random(in: 1...steps, using: &numbers) }
        }
        let answers = readout == .every ? steps : 1
        let example = Example(
            inputs: inputs, targets: numbers.sequences(answers, batch, 2),
            weights: isMasked ? (0..<answers * batch).map { Double($0 % 3) + ($0 == 0 ? 1 : 0) } : nil)
        let segment = Int.random(in: 1...steps, using: &numbers)
        let truncation = Bool.random(using: &numbers) ? Truncation.none : .windows(3)

        let (one, two) = (
            Engine(fast, steps: steps, batch: batch, segment: segment),
            Engine(slow, steps: steps, batch: batch)
        )
        var worst = 0.0
        for continuing in [false, true] {
            var (a, b) = (fast.zeros, slow.zeros)
            let losses = try (
                one.gradient(
                    fast, example, loss: .squaredError, into: &a, truncation: truncation,
                    continuing: continuing),
                two.gradient(
                    slow, example, loss: .squaredError, into: &b, truncation: truncation,
                    continuing: continuing)
            )
            worst = max(worst, relativeError(a.flattened, b.flattened))
            worst = max(worst, abs(losses.0 - losses.1) / losses.1)
            let outputs = try (one.outputs(fast, inputs).elements, two.outputs(slow, inputs).elements)
            worst = max(worst, relativeError(outputs.0, outputs.1))
        }
        return worst
    }
}

/// A cell of the library without its fast path.
struct StepByStep<Base: Cell>: Cell {
    var cell: Base

    var inputs: Int { cell.inputs }
    var hidden: Int { cell.hidden }
    var initialState: State { cell.initialState }
    var parameterNames: [String] { cell.parameterNames }

    func step(_ x: Vector, _ previous: State) -> (state: State, cache: Base.Cache) {
        cell.step(x, previous)
    }

    func stepBack(
        _ d: State, _ cache: Base.Cache, into gradient: inout StepByStep
    ) -> (x: Vector, previous: State) {
        cell.stepBack(d, cache, into: &gradient.cell)
    }

    mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        try cell.modifyParameters(body)
    }
}
