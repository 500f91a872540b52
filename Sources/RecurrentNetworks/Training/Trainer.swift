/// Trains a network: batches in, updates and reports out. The same numbers come out however many threads
/// compute them.
public final class Trainer<C: Cell> {
    /// The network as it is now.
    public private(set) var network: Network<C>
    /// The optimiser, whose rate may change between updates.
    public var optimiser: Optimiser
    /// How many updates there have been.
    public private(set) var updates = 0

    private let loss: Loss
    private let clipping: Clipping?
    private let parts: [Part<C>]

    /// - Parameters:
    ///   - steps: The number of steps of the longest sequence.
    ///   - batch: The number of sequences in each batch.
    ///   - segment: See ``Engine/init(_:steps:batch:segment:)``.
    ///   - parts: Into how many parts to split each batch. Parts can run at the same time; their gradients
    ///     are added in order. The number of parts decides the last bits of the result, that of threads
    ///     does not.
    public init(
        _ network: Network<C>, loss: Loss, optimiser: Optimiser.Rule, clipping: Clipping? = nil, steps: Int,
        batch: Int, segment: Int? = nil, parts: Int = 1
    ) {
        self.network = network
        self.loss = loss
        self.clipping = clipping
        self.optimiser = Optimiser(optimiser)
        let count = max(1, min(parts, batch))
        self.parts = (0..<count).map { k in
            Part(network, steps: steps, range: k * batch / count..<(k + 1) * batch / count, segment: segment)
        }
    }

    /// One update.
    ///
    /// - Parameters:
    ///   - truncation: How far gradients travel.
    ///   - continuing: Start from the states in which the previous batch ended.
    /// - Throws: ``DataError`` or ``TrainingError``.
    @discardableResult
    public func update(
        _ example: Example, truncation: Truncation = .none, continuing: Bool = false
    ) throws -> Progress {
        for part in parts { part.run(network, example, loss, truncation, continuing, of: parts.count) }
        return try finish()
    }

    /// One update, the parts of the batch shared among `threads` tasks.
    ///
    /// - Throws: ``DataError`` or ``TrainingError``.
    @discardableResult
    public func update(
        _ example: Example, truncation: Truncation = .none, continuing: Bool = false, threads: Int
    ) async throws -> Progress {
        let count = max(1, min(threads, parts.count))
        await withTaskGroup(of: Void.self) { [network, loss, parts] group in
            let run = { @Sendable (first: Int) in
                for k in stride(from: first, to: parts.count, by: count) {
                    parts[k].run(network, example, loss, truncation, continuing, of: parts.count)
                }
            }
            for thread in 1..<count { group.addTask { run(thread) } }
            run(0)
        }
        return try finish()
    }

    /// Trains on batches of a task.
    ///
    /// - Parameters:
    ///   - report: Called after each update, which is how progress is shown and curves are collected.
    /// - Throws: ``DataError`` or ``TrainingError``.
    public func train(
        on task: some SequenceTask, updates count: Int, using generator: inout PCG64,
        report: (Progress) -> Void = { _ in }
    ) throws {
        let batch = parts.reduce(0) { $0 + $1.range.count }
        for _ in 0..<count { report(try update(task.batch(of: batch, using: &generator))) }
    }

    private func finish() throws -> Progress {
        let total = try parts.reduce(0) { try $0 + $1.result.get() }
        let sum = parts[0]
        for other in parts.dropFirst() { sum.gradient += other.gradient }
        let norm = sum.gradient.norm
        if !norm.isFinite || !total.isFinite {
            throw TrainingError.gradient(update: updates, parameter: sum.gradient.firstNotFinite, loss: total)
        }
        clipping?.apply(to: &sum.gradient, norm: norm)
        optimiser.update(&network, sum.gradient)
        if !network.isFinite {
            throw TrainingError.parameter(update: updates, parameter: network.firstNotFinite, loss: total)
        }
        updates += 1
        return Progress(update: updates, loss: total, gradientNorm: norm)
    }
}
