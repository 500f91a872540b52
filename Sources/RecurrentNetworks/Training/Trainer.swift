/// Trains a network: batches in, updates and reports out. The same numbers come out however many threads
/// compute them.
public final class Trainer<C: Cell> {
    /// The network as it is now.
    public private(set) var network: Network<C>
    /// The optimiser, whose rate may change between updates.
    public var optimiser: Optimiser
    /// How many updates there have been.
    public private(set) var updates = 0

    let loss: Loss
    private let clipping: Clipping?
    let parts: [Part<C>]

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
    /// - Throws: ``TrainingError``.
    @discardableResult
    public func update(
        _ example: Example, truncation: Truncation = .none, continuing: Bool = false
    ) throws(TrainingError) -> Progress {
        for part in parts { part.run(network, example, loss, truncation, continuing, of: parts.count) }
        return try finish()
    }

    /// Trains on batches of a task.
    ///
    /// - Parameters:
    ///   - report: Called after each update, which is how progress is shown and curves are collected.
    /// - Throws: ``TrainingError``.
    public func train(
        on task: some SequenceTask, updates count: Int, using generator: inout PCG64,
        report: (Progress) -> Void = { _ in }
    ) throws(TrainingError) {
        let batch = parts.reduce(0) { $0 + $1.range.count }
        for _ in 0..<count { report(try update(task.batch(of: batch, using: &generator))) }
    }

    /// Adds up what the parts found, in their order, and takes the step.
    func finish() throws(TrainingError) -> Progress {
        var total = 0.0
        for part in parts {
            switch part.result {
            case .success(let loss): total += loss
            case .failure(let error): throw .data(error)
            }
        }
        let sum = parts[0]
        for other in parts.dropFirst() { sum.gradient += other.gradient }
        let norm = sum.gradient.norm
        if !norm.isFinite || !total.isFinite {
            throw .gradient(update: updates, parameter: sum.gradient.firstNotFinite, loss: total)
        }
        clipping?.apply(to: &sum.gradient, norm: norm)
        optimiser.update(&network, sum.gradient)
        if !network.isFinite {
            throw .parameter(update: updates, parameter: network.firstNotFinite, loss: total)
        }
        updates += 1
        return Progress(update: updates, loss: total, gradientNorm: norm)
    }
}
