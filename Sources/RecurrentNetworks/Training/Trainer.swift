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
    private let clipping: Clipping?
    let parts: [Part<C>]
    let batch: Int
    /// What the network and the optimiser were before the last update, in case it fails.
    private var previous: Network<C>
    private var previousMemory = Optimiser.Memory()

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

    func checkSettings() throws(TrainingError) {
        if let mistake = optimiser.rule.mistake ?? clipping?.mistake { throw .setting(mistake) }
    }

    /// Adds up what the parts found, in their order: their loss, and their gradients into that of the first part.
    func add() throws(TrainingError) -> Double {
        var total = 0.0
        for part in parts {
            switch part.result {
            case .success(let loss): total += loss
            case .failure(let error): throw .data(error)
            }
        }
        for other in parts.dropFirst() where !other.isIdle { parts[0].gradient += other.gradient }
        return total
    }

    /// Takes the step along the gradient of the first part.
    func step(_ total: Double) throws(TrainingError) -> Progress {
        let part = parts[0]
        let norm = part.gradient.norm
        if !norm.isFinite || !total.isFinite {
            if !network.isFinite { throw .network(parameter: network.firstNotFinite) }
            throw .gradient(update: updates, parameter: part.gradient.firstNotFinite, loss: total)
        }
        clipping?.apply(to: &part.gradient, norm: norm)
        previous.assign(network)
        previousMemory.assign(optimiser.memory)
        optimiser.update(&network, part.gradient)
        if !network.isFinite {
            let parameter = network.firstNotFinite
            network.assign(previous)
            optimiser.memory.assign(previousMemory)
            throw .parameter(update: updates, parameter: parameter, loss: total)
        }
        updates += 1
        return Progress(update: updates, loss: total, gradientNorm: norm)
    }
}

extension Optimiser.Memory {
    /// Takes over another state without new memory.
    fileprivate mutating func assign(_ other: Optimiser.Memory) {
        moments.assign(other.moments)
        squares.assign(other.squares)
        (firstDecay, secondDecay) = (other.firstDecay, other.secondDecay)
        (own, updates) = (other.own, other.updates)
    }
}

extension [Double] {
    fileprivate mutating func assign(_ other: [Double]) {
        if count != other.count { return self = Array(other[...]) }
        for i in indices { self[i] = other[i] }
    }
}
