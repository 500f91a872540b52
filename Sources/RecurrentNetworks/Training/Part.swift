/// A part of a batch, with the memory to work on it.
///
/// Unchecked: a trainer gives a part to one task at a time and waits for all of them before it goes on.
final class Part<C: Cell>: @unchecked Sendable {
    private let index: Int
    private let count: Int
    let engine: Engine<C>
    var gradient: Network<C>
    private(set) var result: Result<Double, DataError> = .failure(.empty)
    /// Whether there was nothing to do: a small batch has no sequences for some parts.
    private(set) var isIdle = false

    init(_ network: Network<C>, _ index: Int, of count: Int, steps: Int, batch: Int, segment: Int?) {
        self.index = index
        self.count = count
        let size = (index + 1) * batch / count - index * batch / count
        engine = Engine(network, steps: steps, batch: size, segment: segment)
        gradient = network.zeros
    }

    func run(_ job: Job<C>) {
        let batch = job.example.inputs.batch
        let range = index * batch / count..<(index + 1) * batch / count
        isIdle = range.isEmpty && batch > 0
        if isIdle {
            gradient = gradient.zeros
            return result = .success(0)
        }
        result = Result { () throws(DataError) in
            try job.example.check()
            let part = count == 1 ? job.example : try job.example.sequences(range)
            do throws(DataError) {
                return try engine.gradient(
                    job.network, part, loss: job.loss, into: &gradient, truncation: job.truncation,
                    totalWeight: job.totalWeight ?? job.example.totalWeight, continuing: job.continuing)
            } catch {
                throw error.inPart(from: range.lowerBound)
            }
        }
    }
}

/// What all parts of a batch work on.
struct Job<C: Cell>: Sendable {
    let network: Network<C>
    let example: Example
    let loss: Loss
    var truncation = Truncation.none
    var continuing = false
    /// The weight of the targets, where they are not those of this batch alone.
    var totalWeight: Double?
}

extension DataError {
    /// The same in a batch whose part begins with this sequence.
    fileprivate func inPart(from first: Int) -> DataError {
        guard case .notFinite(let what, let step, let sequence) = self else { return self }
        return .notFinite(what, step: step, sequence: first + sequence)
    }
}
