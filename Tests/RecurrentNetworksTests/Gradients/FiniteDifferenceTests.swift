import TestSupport
import Testing

@testable import RecurrentNetworks

@Suite("Backpropagation through time against central differences")
struct FiniteDifferenceTests {
    @Test("every cell, all parameters, inputs and the first state", arguments: 0..<18)
    func stepByStep(_ index: Int) { check(CellCases.all()[index], seed: UInt64(index)) }

    private func check<C: Cell>(_ shape: C, seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        let cell = shape.filled(using: &numbers)
        let inputs = (0..<7).map { _ in numbers.vector(cell.inputs) }
        let start = State(h: numbers.vector(cell.hidden), c: numbers.vector(cell.initialState.c.count))
        let weights = inputs.map { _ in numbers.vector(cell.hidden) }
        func loss(_ cell: C, _ inputs: [Vector], _ start: State) -> Double {
            zip(cell.run(inputs, from: start).outputs, weights).map { $0.dot($1) }.reduce(0, +)
        }

        let found = cell.run(inputs, from: start).backpropagate(weights)
        let parameters = centralDifferences(cell.flattened) {
            var moved = cell
            moved.flattened = $0
            return loss(moved, inputs, start)
        }
        let inputGradients = centralDifferences(inputs.flatMap(\.elements)) { moved in
            let rows = inputs.indices.map { Vector(moved[$0 * cell.inputs..<($0 + 1) * cell.inputs]) }
            return loss(cell, rows, start)
        }
        let stateGradient = centralDifferences(start.elements) { loss(cell, inputs, start.with($0)) }

        let errors = [
            relativeError(found.gradient.flattened, parameters),
            relativeError(found.inputs.flatMap(\.elements), inputGradients),
            relativeError(found.states[0].elements, stateGradient),
        ]
        print("finite differences, \(C.self) \(seed): \(errors)")
        for error in errors { #expect(error < 1e-8) }
    }

    private func centralDifferences(_ point: [Double], _ f: ([Double]) -> Double) -> [Double] {
        let h = 1e-5
        return point.indices.map { i in
            var (above, below) = (point, point)
            above[i] += h
            below[i] -= h
            return (f(above) - f(below)) / (above[i] - below[i])
        }
    }
}
