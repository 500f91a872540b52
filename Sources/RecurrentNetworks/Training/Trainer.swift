/// Trains a network: batches in, updates and reports out. The same numbers come out however many threads
/// compute them.
public final class Trainer<C: Cell> {
    /// The network as it is now.
    public internal(set) var network: Network<C>
    /// The optimiser, whose rate may change between updates.
    public var optimiser: Optimiser
    /// How many updates there have been.
    public internal(set) var updates = 0

    let loss: Loss
    let clipping: Clipping?
    let parts: [Part<C>]
    let batch: Int
    /// What the network and the optimiser were before the last update, in case it fails.
    var previous: Network<C>
    var previousMemory = Optimiser.Memory()

    /// - Parameters:
    ///   - steps: The number of steps of the longest sequence.
    ///   - batch: The number of sequences in each batch; the last one may have fewer.
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
        self.batch = batch
        previous = network.zeros
        let count = max(1, min(parts, batch))
        self.parts = (0..<count).map {
            Part(network, $0, of: count, steps: steps, batch: batch, segment: segment)
        }
    }

    /// One update.
    ///
    /// - Parameters:
    ///   - truncation: How far gradients travel.
    ///   - continuing: Start from the states in which the previous batch ended.
    /// - Throws: ``TrainingError``. Network and optimiser are then what they were before.
    @discardableResult
    public func update(
        _ example: Example, truncation: Truncation = .none, continuing: Bool = false
    ) throws(TrainingError) -> Progress {
        try checkSettings()
        run(
            Job(
                network: network, example: example, loss: loss, truncation: truncation, continuing: continuing
            ))
        return try step(add())
    }

    /// One update from several batches that do not fit into memory at once: their gradients are accumulated, each
    /// target counting the same as in one batch of all.
    ///
    /// - Throws: ``TrainingError``. Network and optimiser are then what they were before.
    @discardableResult
    public func update(
        accumulating examples: [Example], truncation: Truncation = .none
    ) throws(TrainingError) -> Progress {
        try checkSettings()
        if examples.isEmpty { throw .data(.empty) }
        var weight = 0.0
        for example in examples {
            do throws(DataError) { try example.check() } catch { throw .data(error) }
            weight += example.totalWeight
        }
        var (total, sum) = (0.0, network.zeros)
        for example in examples {
            run(
                Job(
                    network: network, example: example, loss: loss, truncation: truncation,
                    totalWeight: weight))
            total += try add()
            sum += parts[0].gradient
        }
        parts[0].gradient.assign(sum)
        return try step(total)
    }

    /// The loss of a batch, without a gradient and without an update.
    ///
    /// - Throws: ``TrainingError``
    public func loss(of example: Example) throws(TrainingError) -> Double {
        do throws(DataError) {
            let engine = Engine(network, steps: example.inputs.steps, batch: example.inputs.batch)
            return try engine.loss(network, example, loss: loss)
        } catch {
            throw .data(error)
        }
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
        for _ in 0..<count { report(try update(task.batch(of: batch, using: &generator))) }
    }

    private func run(_ job: Job<C>) {
        for part in parts { part.run(job) }
    }
}
