import TestSupport

@testable import RecurrentNetworks

/// Every cell and form that the library has, parameters away from zero.
enum CellCases {
    static let forms: [LSTMCell.Form] = [
        .vanilla, .peepholes, .coupledGates, [.peepholes, .coupledGates], .of1997, .noInputGate,
        .noOutputGate,
        .noInputActivation, .noOutputActivation, [.peepholes, .noForgetGate], [.peepholes, .noOutputGate],
    ]

    static func all(inputs: Int = 3, hidden: Int = 5) -> [any Cell] {
        let rnns = [Activation.tanh, .relu, .identity].map {
            RNNCell(inputs: inputs, hidden: hidden, activation: $0)
        }
        let lstms = forms.map { LSTMCell(inputs: inputs, hidden: hidden, form: $0) }
        let grus = [GRUCell.Reset.before, .after].flatMap { reset in
            [GRUCell.Update.replaces, .keeps].map { update in
                GRUCell(inputs: inputs, hidden: hidden, reset: reset, update: update)
            }
        }
        return (rnns as [any Cell]) + lstms + grus
    }
}

extension SeededGenerator {
    mutating func number(_ size: Double = 1) -> Double { .random(in: -size...size, using: &self) }

    mutating func vector(_ count: Int, _ size: Double = 1) -> Vector {
        Vector((0..<count).map { _ in number(size) })
    }

    mutating func sequences(_ steps: Int, _ batch: Int, _ width: Int) -> Sequences {
        var result = Sequences(steps: steps, batch: batch, width: width)
        for i in result.elements.indices { result.elements[i] = number() }
        return result
    }
}

extension Parameterised {
    /// The same shapes with every parameter drawn at random.
    func filled(_ size: Double = 0.7, using numbers: inout SeededGenerator) -> Self {
        var copy = self
        copy.flattened = flattened.map { _ in numbers.number(size) }
        return copy
    }
}

/// The distance of two lists of numbers, relative to the length of the second.
func relativeError(_ found: [Double], _ expected: [Double]) -> Double {
    guard found.count == expected.count else { return .infinity }
    var (error, size) = (0.0, 0.0)
    for (a, b) in zip(found, expected) {
        error += (a - b) * (a - b)
        size += b * b
    }
    return (error / max(size, 1e-300)).squareRoot()
}
