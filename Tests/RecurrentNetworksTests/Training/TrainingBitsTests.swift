import Testing

@testable import RecurrentNetworks

@Suite("A training run has the same bits")
struct TrainingBitsTests {
    /// Trains small networks and prints a hash of all their weights, with one thread and with two.
    static let probe = """
        func hash(_ values: [Double], _ start: UInt64) -> UInt64 {
            values.reduce(start) { ($0 ^ $1.bitPattern) &* 0x100_0000_01b3 }
        }

        func train<C: Cell>(_ cell: C, _ task: some SequenceTask, _ rule: Optimiser.Rule, threads: Int) async throws {
            var generator = PCG64(seed: 7)
            var network = Network([cell], outputs: task.outputs, readout: task.readout)
            network.initialise(.glorotOrthogonal, using: &generator)
            let trainer = Trainer(
                network, loss: task.loss, optimiser: rule, clipping: .norm(1), steps: 15, batch: 5, segment: 4,
                parts: 2)
            var state: UInt64 = 0xcbf2_9ce4_8422_2325
            for _ in 0..<6 {
                let report = try await trainer.update(task.batch(of: 5, using: &generator), threads: threads)
                state = hash([report.loss, report.gradientNorm], state)
            }
            print(C.self, threads, String(hash(trainer.network.flattened, state), radix: 16))
        }

        for threads in [1, 2] {
            let adding = AddingTask(steps: 15)
            let copying = CopyTask(symbols: 3, length: 4, delay: 6)
            try await train(RNNCell(inputs: 2, hidden: 9), adding, .momentum(rate: 0.05), threads: threads)
            try await train(
                LSTMCell(inputs: 5, hidden: 17, form: .peepholes), copying, .adam(rate: 0.01), threads: threads)
            try await train(
                GRUCell(inputs: 3, hidden: 8, reset: .after), CountingTask(lengths: 1...7), .sgd(rate: 0.1),
                threads: threads)
        }

        """

    @Test("unoptimised, optimised, with and without fused multiply-add, on one thread and two")
    func variants() throws {
        let folders = [
            "Algebra", "Functions", "Random", "Cells", "Networks", "Gradients", "Training", "Tasks",
        ]
        let outputs = try BuildVariant.available.map { try $0.output(of: Self.probe, folders: folders) }
        for (variant, output) in zip(BuildVariant.available, outputs) {
            let lines = output.split(separator: "\n").map { $0.split(separator: " ") }
            try #require(lines.count == 6)
            for k in 0..<3 { #expect(lines[k][2] == lines[k + 3][2], "\(variant): one thread and two") }
            #expect(output == outputs[0], "\(variant) against \(BuildVariant.available[0])")
        }
        print("same bits in \(BuildVariant.available.map(\.rawValue)):\n\(outputs[0])")
    }
}
