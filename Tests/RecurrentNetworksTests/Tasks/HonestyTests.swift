import Testing

@testable import RecurrentNetworks

@Suite("What went wrong does not look right")
struct HonestyTests {
    @Test("a network that blew up does not look dead: ReLU lets NaN through", arguments: [2, 8, 16, 17])
    func blownUp(_ hidden: Int) throws {
        var cell = RNNCell(inputs: 1, hidden: hidden, activation: .relu)
        cell.u = 1e200 * .identity(hidden)
        cell.u[0, hidden - 1] = 1e200
        cell.w = Matrix(hidden, 1, repeating: 1)
        let inputs: [Vector] = [[1], [0], [0], [-1]]
        cell.u[0, 0] = -1e200
        let network = Network([cell], outputs: 1, readout: .every)
        var weighted = network
        weighted.head.w = Matrix(1, hidden, repeating: 1)
        let run = cell.run(inputs)
        #expect(run.outputs[3].contains { !$0.isFinite })
        let outputs = try Engine(weighted, steps: 4, batch: 1).outputs(weighted, Sequences(inputs))
        #expect((0..<4).map { outputs[$0, 0, 0].isNaN } == run.outputs.map { weighted.head($0)[0].isNaN })
        let relu = Activation.relu([.nan, -1, 0, -0.0, 2] as Vector)
        #expect(relu[0].isNaN && relu[1..<5] == [0, 0, 0, 2])
        let lanes = Activation.relu(SIMD8<Double>(.nan, -1, 0, -0.0, 2, -.infinity, .infinity, -.nan))
        #expect(lanes[0].isNaN && lanes[7].isNaN && (1..<7).map { lanes[$0] } == [0, 0, 0, 2, 0, .infinity])
    }

    @Test("a constant answer does not solve the adding problem, an answer near the sum does")
    func accuracy() {
        let task = AddingTask(steps: 10)
        var generator = PCG64(seed: 3)
        let batch = task.batch(of: 200, using: &generator)
        var outputs = batch.targets
        #expect(task.accuracy(of: outputs, on: batch) == 1)
        for b in 0..<200 { outputs[0, b, 0] = 1 }
        #expect(task.accuracy(of: outputs, on: batch) < 0.2)
        for b in 0..<200 { outputs[0, b, 0] = batch.targets[0, b, 0] + (b < 100 ? 0.03 : 0.05) }
        #expect(task.accuracy(of: outputs, on: batch) == 0.5)
        for b in 0..<200 { outputs[0, b, 0] = .nan }
        #expect(task.accuracy(of: outputs, on: batch) == 0)
        let counting = CountingTask(lengths: 1...3).words([1, 2])
        var blown = counting.targets
        for i in blown.elements.indices { blown.elements[i] = .nan }
        #expect(CountingTask(lengths: 1...3).accuracy(of: blown, on: counting) == 0)
    }

    @Test("a draw at temperature 0 is the most likely character")
    func draws() {
        let characters = Characters("abc")
        var generator = PCG64(seed: 4)
        for _ in 0..<5 { #expect(characters.draw([1, 3, 2], temperature: 0, using: &generator) == "b") }
        #expect(characters.draw([1, .infinity, 2], using: &generator) == "b")
    }

    @Test("a draw from nothing stops the program with a message")
    func impossibleDraws() async {
        await #expect(processExitsWith: .failure) {
            var generator = PCG64(seed: 4)
            _ = Characters("ab").draw([1, .nan], using: &generator)
        }
        await #expect(processExitsWith: .failure) {
            var generator = PCG64(seed: 4)
            _ = Characters("ab").draw([1, 2], temperature: .nan, using: &generator)
        }
    }

    @Test("several texts share one alphabet, or say that they do not")
    func alphabets() throws {
        let texts = Characters.sharingAlphabet(["banana", "cab"])
        #expect(texts.map(\.alphabet) == [["a", "b", "c", "n"], ["a", "b", "c", "n"]])
        #expect(texts[1].indices == [2, 0, 1])
        let more = try #require(Characters("can", alphabetOf: texts[0]))
        #expect(more.indices == [2, 0, 3] && more.alphabet == texts[0].alphabet)
        #expect(Characters("dab", alphabetOf: texts[0]) == nil)
    }
}
