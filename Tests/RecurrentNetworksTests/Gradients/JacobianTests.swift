import TestSupport
import Testing

@testable import RecurrentNetworks

@Suite("Jacobians of the state")
struct JacobianTests {
    @Test("agree with central differences over several steps", arguments: [0, 3, 4, 14, 16])
    func differences(_ index: Int) { check(CellCases.all(inputs: 2, hidden: 3)[index], seed: UInt64(index)) }

    private func check<C: Cell>(_ shape: C, seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        let cell = shape.filled(using: &numbers)
        let inputs = (0..<5).map { _ in numbers.vector(2) }
        let start = State(h: numbers.vector(3), c: numbers.vector(cell.initialState.c.count))
        let jacobian = cell.run(inputs, from: start).jacobian(from: 0)
        let size = start.elements.count
        let h = 1e-5
        for j in 0..<size {
            var (above, below) = (start.elements, start.elements)
            above[j] += h
            below[j] -= h
            let ends = [above, below].map { cell.run(inputs, from: start.with($0)).states[5].elements }
            let difference = (0..<size).map { (ends[0][$0] - ends[1][$0]) / (above[j] - below[j]) }
            #expect(relativeError(jacobian.column(j).elements, difference) < 1e-8)
        }
    }

    @Test("of a linear cell are its recurrent weights, whatever the input")
    func linear() {
        var cell = RNNCell(inputs: 1, hidden: 2, activation: .identity)
        cell.u = [[0.9, 5], [0, 0.9]]
        let run = cell.run([[1], [-2], [0]])
        #expect(run.jacobian(from: 1, to: 2) == cell.u)
        #expect(run.jacobian(from: 0) == cell.u * (cell.u * cell.u))
    }

    @Test("grow at the rate of the Lyapunov exponent: ln 0.9 where the largest singular value is 5.2")
    func lyapunov() {
        var cell = RNNCell(inputs: 1, hidden: 2, activation: .identity)
        cell.u = [[0.9, 5], [0, 0.9]]
        let run = cell.run(Array(repeating: [0], count: 4000))
        let exponent = run.lyapunovExponent(direction: State(h: [1, 1]), skipping: 2000)
        #expect(abs(exponent - log(0.9)) < 1e-3)

        cell.u = [[0, 1], [0, 0]]
        #expect(cell.run([[0], [0], [0]]).lyapunovExponent(direction: State(h: [1, 1])) == -.infinity)
    }
}
