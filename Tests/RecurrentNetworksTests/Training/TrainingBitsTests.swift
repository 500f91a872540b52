import Testing

@testable import RecurrentNetworks

@Suite("A training run has the same bits")
struct TrainingBitsTests {
    /// Trains small networks and prints a hash of all their weights.
    private static let oneThread = """
        struct Experiment<C: Cell, T: SequenceTask> {
            let name: String
            let trainer: Trainer<C>
            private let task: T
            private var generator = PCG64(seed: 7)
            private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

            init(_ name: String, _ cell: C, _ task: T, _ rule: Optimiser.Rule) {
                self.name = name
                self.task = task
                var network = Network([cell], outputs: task.outputs, readout: task.readout)
                network.initialise(.glorotOrthogonal, using: &generator)
                trainer = Trainer(
                    network, loss: task.loss, optimiser: rule, clipping: .norm(1), steps: 15, batch: 5, segment: 4,
                    parts: 2)
            }

            mutating func batch() -> Example { task.batch(of: 5, using: &generator) }

            mutating func add(_ values: [Double]) {
                hash = values.reduce(hash) { ($0 ^ $1.bitPattern) &* 0x100_0000_01b3 }
            }

            mutating func conclude() {
                add(trainer.network.flattened)
                print("\\(name) \\(String(hash, radix: 16))")
            }
        }

        func rnn() -> Experiment<RNNCell, AddingTask> {
            Experiment("RNN", RNNCell(inputs: 2, hidden: 9), AddingTask(steps: 15), .momentum(rate: 0.05))
        }

        func lstm() -> Experiment<LSTMCell, CopyTask> {
            let task = CopyTask(symbols: 3, length: 4, delay: 6)
            return Experiment("LSTM", LSTMCell(inputs: 5, hidden: 17, form: .peepholes), task, .adam(rate: 0.01))
        }

        func gru() -> Experiment<GRUCell, CountingTask> {
            Experiment(
                "GRU", GRUCell(inputs: 3, hidden: 8, reset: .after), CountingTask(lengths: 1...7), .sgd(rate: 0.1))
        }

        func train<C, T>(_ experiment: Experiment<C, T>) {
            var experiment = experiment
            do throws(TrainingError) {
                for _ in 0..<6 {
                    let report = try experiment.trainer.update(experiment.batch())
                    experiment.add([report.loss, report.gradientNorm])
                }
                experiment.conclude()
            } catch {
                print(error.description)
            }
        }

        train(rnn())
        train(lstm())
        train(gru())

        """

    /// The same on two threads; Embedded Swift has but one.
    private static let twoThreads = """
        func trainTogether<C, T>(_ experiment: Experiment<C, T>) async throws(TrainingError) {
            var experiment = experiment
            for _ in 0..<6 {
                let report = try await experiment.trainer.update(experiment.batch(), threads: 2)
                experiment.add([report.loss, report.gradientNorm])
            }
            experiment.conclude()
        }

        try await trainTogether(rnn())
        try await trainTogether(lstm())
        try await trainTogether(gru())

        """

    private static let folders = [
        "Algebra", "Functions", "Random", "Cells", "Tapes", "Networks", "Gradients", "Training", "Tasks",
        "Layers",
        "Interchange", "Saving",
    ]

    @Test("unoptimised, optimised, with and without fused multiply-add, on another processor, on two threads")
    func variants() throws {
        var results: [(variant: BuildVariant, lines: [Substring])] = []
        for variant in BuildVariant.available {
            let probe = variant == .arm64 ? Self.oneThread : Self.oneThread + Self.twoThreads
            let lines = try variant.output(of: probe, folders: Self.folders).split(separator: "\n")
            try #require(lines.count == (variant == .arm64 ? 3 : 6))
            results.append((variant, lines))
        }
        let reference = results[0].lines.prefix(3)
        for (variant, lines) in results {
            #expect(lines.prefix(3) == reference, "\(variant) against \(results[0].variant)")
            #expect(lines.suffix(3) == reference, "\(variant): one thread and two")
        }
        print("same bits in \(results.map(\.variant.rawValue)):\n\(reference.joined(separator: "\n"))")
    }
}
