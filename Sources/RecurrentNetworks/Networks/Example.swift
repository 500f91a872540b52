/// A batch of sequences and what a network should answer.
public struct Example: Hashable, Sendable {
    /// The inputs, T × B × D.
    public var inputs: Sequences
    /// The targets: T × B × O, or 1 × B × O for a network that answers at the last step. Classes are
    /// written as vectors with a 1.
    public var targets: Sequences
    /// How much each target counts, by step and sequence; 0 masks it. Nil counts all alike.
    public var weights: [Double]?

    /// A batch of the given inputs, targets and weights.
    public init(inputs: Sequences, targets: Sequences, weights: [Double]? = nil) {
        self.inputs = inputs
        self.targets = targets
        self.weights = weights
    }

    /// What the sum of losses is divided by: their mean is the loss of the batch.
    public var totalWeight: Double {
        if inputs.lengths == nil {
            return weights?.reduce(0, +) ?? Double(targets.steps * targets.batch)
        }
        var total = 0.0
        for t in 0..<targets.steps {
            for b in 0..<targets.batch { total += weight(t, b) }
        }
        return total
    }

    /// How much the target at step `t` of the `b`-th sequence counts; 0 behind the end of the sequence.
    @inline(__always)
    func weight(_ t: Int, _ b: Int) -> Double {
        if targets.steps == inputs.steps && inputs.isPadding(t, b) { return 0 }
        return weights?[t * targets.batch + b] ?? 1
    }

    /// Looks whether inputs, targets and weights belong together.
    func check() throws(DataError) {
        try inputs.checkLengths()
        if targets.batch != inputs.batch {
            throw .size(of: "sequences of the targets", expected: inputs.batch, found: targets.batch)
        }
        let count = targets.steps * targets.batch
        if let weights, weights.count != count {
            throw .size(of: "weights of the targets", expected: count, found: weights.count)
        }
        if let k = weights?.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite("weights of the targets", step: k / targets.batch, sequence: k % targets.batch)
        }
    }

    /// Some of the sequences.
    ///
    /// - Throws: ``DataError`` when there are no such sequences.
    func sequences(_ range: Range<Int>) throws(DataError) -> Example {
        if range.upperBound > min(inputs.batch, targets.batch) {
            throw .size(of: "sequences of the batch", expected: range.upperBound, found: inputs.batch)
        }
        let part = weights.map { all in
            (0..<targets.steps).flatMap { t in
                all[t * targets.batch + range.lowerBound..<t * targets.batch + range.upperBound]
            }
        }
        return Example(inputs: inputs.sequences(range), targets: targets.sequences(range), weights: part)
    }

    /// Some of the steps, of a batch with a target for each step.
    public func steps(_ range: Range<Int>) -> Example {
        let part = weights.map {
            Array($0[range.lowerBound * targets.batch..<range.upperBound * targets.batch])
        }
        return Example(inputs: inputs.steps(range), targets: targets.steps(range), weights: part)
    }
}
