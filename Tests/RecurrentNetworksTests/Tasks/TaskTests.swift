import Testing

@testable import RecurrentNetworks

@Suite("Tasks")
struct TaskTests {
    var generator = PCG64(seed: 3)

    @Test("adding: two marks, one in each half; the target is their sum; ignorance costs 1/6")
    mutating func adding() {
        let task = AddingTask(steps: 11)
        let batch = task.batch(of: 2000, using: &generator)
        var cost = 0.0
        for b in 0..<2000 {
            let sequence = batch.inputs[sequence: b]
            let marked = sequence.indices.filter { sequence[$0][1] == 1 }
            #expect(marked.count == 2 && marked[0] < 5 && marked[1] >= 5)
            #expect(sequence.allSatisfy { (0..<1).contains($0[0]) && [0, 1].contains($0[1]) })
            let sum = sequence[marked[0]][0] + sequence[marked[1]][0]
            #expect(batch.targets[0, b, 0] == sum)
            cost += task.loss([1], target: batch.targets[0, b]) / 2000
        }
        #expect(abs(cost - 1.0 / 6) < 0.02)
    }

    @Test("temporal order: the class is the order of the two symbols")
    mutating func order() {
        let task = TemporalOrderTask(steps: 30)
        let batch = task.batch(of: 200, using: &generator)
        for b in 0..<200 {
            let symbols = batch.inputs[sequence: b].map(\.indexOfLargest)
            let places = symbols.indices.filter { symbols[$0] < 2 }
            #expect(places.count == 2 && (3..<6).contains(places[0]) && (15..<18).contains(places[1]))
            #expect(batch.targets[0, b] == .oneHot(2 * symbols[places[0]] + symbols[places[1]], of: 4))
        }
    }

    @Test(
        "copy: what came before the signal comes after it",
        arguments: [CopyTask.Arrangement.together, .scattered])
    mutating func copy(_ arrangement: CopyTask.Arrangement) {
        let task = CopyTask(symbols: 5, length: 4, delay: 7, arrangement: arrangement)
        let batch = task.batch(of: 50, using: &generator)
        #expect(batch.inputs.steps == task.steps && task.steps == 16)
        #expect(batch.totalWeight == 200)
        for b in 0..<50 {
            let symbols = batch.inputs[sequence: b].map(\.indexOfLargest)
            let given = symbols.filter { $0 < 5 }
            #expect(given.count == 4 && symbols[11] == 6 && symbols[12...].allSatisfy { $0 == 5 })
            #expect((12..<16).map { batch.targets[$0, b].indexOfLargest } == given)
            if arrangement == .together { #expect(symbols.prefix(4).allSatisfy { $0 < 5 }) }
        }
        #expect(task.accuracy(of: batch.targets, on: batch) == 1)
    }

    @Test("delay: each sign comes back, those before the first echo do not count")
    mutating func delay() {
        let batch = DelayTask(steps: 9, delay: 4).batch(of: 3, using: &generator)
        #expect(batch.totalWeight == 15)
        for b in 0..<3 {
            for t in 4..<9 { #expect(batch.targets[t, b] == batch.inputs[t - 4, b]) }
        }
        #expect(batch.inputs.elements.allSatisfy { abs($0) == 1 })
    }

    @Test("counting: what may follow each symbol of a word")
    func counting() {
        let task = CountingTask(lengths: 1...3)
        let batch = task.words([2, 3, 1])
        let symbols = { (b: Int) in (0..<task.steps).map { batch.inputs[$0, b] } }
        #expect(symbols(0)[..<5] == [[1, 0, 0], [0, 1, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1]])
        let follows = (0..<5).map { batch.targets[$0, 0] }
        // Columns: the end, an a, a b.
        #expect(follows == [[0, 1, 0], [0, 1, 1], [0, 1, 1], [0, 0, 1], [1, 0, 0]])
        #expect((0..<5).map { batch.targets[$0, 2] }[..<3] == [[0, 1, 0], [0, 1, 1], [1, 0, 0]])
        #expect(batch.totalWeight == 5 + 7 + 3)
    }

    @Test("characters: windows continue one another, targets are the next characters")
    mutating func characters() throws {
        let text = "the cat sat on the mat; the rat ran"
        let characters = Characters(text)
        #expect(characters.alphabet == Set(text).sorted())
        let windows = characters.windows(steps: 4, batch: 2)
        #expect(windows.count == 4)
        let read = { (b: Int) in
            String(
                windows.flatMap { w in (0..<4).map { characters.alphabet[w.inputs[$0, b].indexOfLargest] } })
        }
        #expect(read(0) == String(text.prefix(16)))
        #expect(read(1) == String(text.dropFirst(17).prefix(16)))
        #expect(windows[0].targets[3, 0] == windows[1].inputs[0, 0])
        #expect(characters.vector("q") == nil)

        var counts: [Character: Int] = [:]
        var outputs = Vector.zeros(characters.alphabet.count)
        outputs[0] = 3
        for _ in 0..<400 { counts[characters.draw(outputs, using: &generator), default: 0] += 1 }
        let share = Double(counts[characters.alphabet[0]] ?? 0) / 400
        let expected = exp(3) / (exp(3) + Double(outputs.count - 1))
        #expect(abs(share - expected) < 0.08)
    }

    @Test("the same seed gives the same batch, another seed another")
    func seeds() {
        let tasks: [any SequenceTask] = [
            AddingTask(steps: 10), TemporalOrderTask(steps: 20), CopyTask(delay: 3),
            DelayTask(steps: 9, delay: 2),
            CountingTask(lengths: 2...5),
        ]
        for task in tasks {
            let batches = [1, 1, 2].map { seed in
                var generator = PCG64(seed: seed)
                return task.batch(of: 4, using: &generator)
            }
            #expect(batches[0] == batches[1])
            #expect(batches[0] != batches[2])
        }
    }
}
