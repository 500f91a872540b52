import Testing

@testable import RecurrentNetworks

@Suite("Initialisation and losses")
struct InitialisationTests {
    var generator = PCG64(seed: 5)

    @Test("orthogonal matrices are orthogonal, gate by gate", arguments: [1, 2, 13, 40])
    mutating func orthogonal(_ size: Int) {
        var cell = GRUCell(inputs: 2, hidden: size)
        cell.initialise(.glorotOrthogonal, using: &generator)
        for gate in 0..<3 {
            let u = cell.u[gate * size..<(gate + 1) * size]
            #expect(relativeError((u * u.transposed).elements, Matrix.identity(size).elements) < 1e-14)
        }
        let bound = (6.0 / Double(size + 2)).squareRoot()
        #expect(cell.w.elements.allSatisfy { abs($0) <= bound })
        #expect(cell.b.allSatisfy { $0 == 0 })
    }

    @Test("PyTorch's bounds hold for every parameter")
    mutating func pyTorch() {
        var network = Network([LSTMCell(inputs: 3, hidden: 16)], outputs: 2, readout: .last)
        network.initialise(.pyTorch, using: &generator)
        #expect(network.flattened.allSatisfy { abs($0) <= 0.25 && $0 != 0 })
        #expect((network.flattened.map(abs).max() ?? 0) > 0.24)
    }

    @Test("identity and chrono")
    mutating func others() {
        var cell = LSTMCell(inputs: 1, hidden: 50)
        cell.initialise(.identity(scale: 0.5), using: &generator)
        #expect(cell.u[150..<200] == 0.5 * Matrix.identity(50))
        cell.initialiseChrono(longest: 60, using: &generator)
        #expect(cell.forgetBias.allSatisfy { (0...log(59)).contains($0) })
        #expect(cell.inputBias == -cell.forgetBias)
        var gru = GRUCell(inputs: 1, hidden: 5)
        gru.initialiseChrono(longest: 60, using: &generator)
        #expect(gru.updateBias.allSatisfy { $0 <= 0 })
    }

    @Test("the two conventions of a GRU's update gate agree once z's parameters are negated")
    mutating func conventions() {
        var cell = GRUCell(inputs: 2, hidden: 4, update: .replaces)
        cell.initialise(.pyTorch, using: &generator)
        var other = GRUCell(inputs: 2, hidden: 4, update: .keeps)
        (other.w, other.u, other.b) = (cell.w, cell.u, cell.b)
        other.w[0..<4] = -cell.w[0..<4]
        other.u[0..<4] = -cell.u[0..<4]
        other.updateBias = -cell.updateBias
        let inputs = (0..<10).map { _ in generator.normal(2) }
        for (a, b) in zip(cell.run(inputs).outputs, other.run(inputs).outputs) {
            #expect(relativeError(a.elements, b.elements) < 1e-14)
        }
    }

    @Test("losses at extreme outputs stay finite and right")
    func extremes() {
        let softmax = Loss.softmaxCrossEntropy.withGradient([1000, 0, -1000], target: [0, 1, 0])
        #expect(softmax.loss == 1000 && softmax.gradient == [1, -1, 0])
        let logistic = Loss.logisticCrossEntropy.withGradient([800, -800], target: [0, 0])
        #expect(logistic.loss == 800 && logistic.gradient == [1, 0])
        #expect(Loss.squaredError([1, 2], target: [0, 0]) == 5)
    }

    @Test("gradients of losses against central differences", arguments: [0, 1, 2])
    mutating func lossGradients(_ index: Int) {
        let loss = [Loss.squaredError, .softmaxCrossEntropy, .logisticCrossEntropy][index]
        let (y, target) = (generator.normal(4), generator.uniform(4))
        let found = loss.withGradient(y, target: target).gradient
        for j in 0..<4 {
            var (above, below) = (y, y)
            above[j] += 1e-5
            below[j] -= 1e-5
            let difference =
                (loss(above, target: target) - loss(below, target: target)) / (above[j] - below[j])
            #expect(abs(found[j] - difference) < 1e-9)
        }
    }
}
