import TestSupport
import Testing

@testable import RecurrentNetworks

@Suite("Backpropagation through time against forward modes")
struct ForwardModeTests {
    @Test("dual numbers, along random directions", arguments: 0..<18)
    func dualNumbers(_ index: Int) { checkDual(CellCases.all()[index], seed: UInt64(index)) }

    @Test("real-time recurrent learning", arguments: 0..<18)
    func realTime(_ index: Int) {
        checkRealTime(CellCases.all(inputs: 2, hidden: 3)[index], seed: UInt64(index))
    }

    private func checkDual<C: Cell>(_ shape: C, seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        let cell = shape.filled(using: &numbers)
        let direction = shape.filled(using: &numbers)
        let inputs = (0..<12).map { _ in
            Dual(numbers.vector(cell.inputs), tangent: numbers.vector(cell.inputs))
        }
        let memory = cell.initialState.c.count
        let start = State(h: numbers.vector(cell.hidden), c: numbers.vector(memory))
        let startTangent = State(h: numbers.vector(cell.hidden), c: numbers.vector(memory))
        let weights = inputs.map { _ in numbers.vector(cell.hidden) }

        var state = DualState(start, tangent: startTangent)
        var forward = 0.0
        var terms: [Double] = []
        for (x, weight) in zip(inputs, weights) {
            state = cell.step(x, state, along: direction)
            terms.append(weight.dot(state.h.tangent))
            forward += terms[terms.count - 1]
        }

        let run = cell.run(inputs.map(\.value), from: start)
        #expect(run.states[12].h == state.h.value)
        let back = run.backpropagate(weights)
        var backward = Vector(back.gradient.flattened).dot(Vector(direction.flattened))
        backward += Vector(back.states[0].elements).dot(Vector(startTangent.elements))
        for (x, dx) in zip(inputs, back.inputs) { backward += dx.dot(x.tangent) }
        // Relative to the terms of the sum, which cancel.
        let error = abs(forward - backward) / Vector(terms).norm
        print("dual numbers, \(C.self) \(seed): \(error)")
        #expect(error < 1e-13)
    }

    private func checkRealTime<C: Cell>(_ shape: C, seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        let cell = shape.filled(using: &numbers)
        let inputs = (0..<6).map { _ in numbers.vector(cell.inputs) }
        let losses = inputs.map { _ in numbers.vector(cell.hidden) }
        let forward = cell.realTimeGradient(inputs, losses: losses)
        let backward = cell.run(inputs).backpropagate(losses).gradient
        let error = relativeError(forward.flattened, backward.flattened)
        print("real-time recurrent learning, \(C.self) \(seed): \(error)")
        #expect(error < 1e-13)
    }
}
