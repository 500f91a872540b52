import Testing

@testable import RecurrentNetworks

@Suite("Dropout")
struct DropoutTests {
    private let cell = {
        var generator = PCG64(seed: 1)
        var cell = LSTMCell(inputs: 2, hidden: 50)
        cell.initialise(.pyTorch, using: &generator)
        return cell
    }()
    private let inputs = (0..<20).map { t in Vector([Double(t) / 20, 1]) }

    @Test("draws one mask for a sequence, or a fresh one at each step")
    func masks() {
        var generator = PCG64(seed: 2)
        let one = cell.run(
            inputs, dropout: Dropout(input: 0.2, recurrent: 0.3, .perSequence), using: &generator)
        #expect(one.masks.allSatisfy { $0.h == one.masks[0].h && $0.x == one.masks[0].x })
        let fresh = cell.run(
            inputs, dropout: Dropout(input: 0.2, recurrent: 0.3, .perStep), using: &generator)
        #expect(Set(fresh.masks.map(\.h)).count == 20)
        let all = Vector(fresh.masks.flatMap { $0.h.elements })
        #expect(all.allSatisfy { $0 == 0 || $0 == 1 / 0.7 })
        #expect(abs(all.sum / 1000 - 1) < 0.06)
    }

    @Test("with probability 0 is the cell itself")
    func nothing() {
        var generator = PCG64(seed: 3)
        let run = cell.run(inputs, dropout: Dropout(input: 0, recurrent: 0, .perStep), using: &generator)
        let plain = cell.run(inputs)
        #expect(run.outputs == plain.outputs)
        let losses = inputs.map { _ in Vector.ones(50) }
        #expect(
            run.backpropagate(losses).gradient.flattened == plain.backpropagate(losses).gradient.flattened)
    }
}
