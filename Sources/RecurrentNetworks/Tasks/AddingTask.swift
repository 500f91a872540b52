/// The adding problem (Hochreiter & Schmidhuber 1997) in the simpler form of Le, Jaitly & Hinton (2015): T pairs of
/// a number in 0…1 and a mark; two numbers are marked, one in each half; the answer at the end is their sum.
///
/// Always answering 1, the mean, costs 1/6.
public struct AddingTask: SequenceTask {
    /// The number of steps, at least 2.
    public let steps: Int

    /// A task of so many steps.
    public init(steps: Int) { self.steps = steps }

    /// A number and a mark.
    public var inputs: Int { 2 }
    /// The sum.
    public var outputs: Int { 1 }
    /// At the end.
    public var readout: Readout { .last }
    /// The squared error.
    public var loss: Loss { .squaredError }

    /// Fresh sequences with their targets.
    public func batch(of count: Int, using generator: inout PCG64) -> Example {
        var inputs = Sequences(steps: steps, batch: count, width: 2)
        var targets = Sequences(steps: 1, batch: count, width: 1)
        for b in 0..<count {
            for t in 0..<steps { inputs[t, b, 0] = generator.uniform() }
            for t in [generator.integer(in: 0..<steps / 2), generator.integer(in: steps / 2..<steps)] {
                inputs[t, b, 1] = 1
                targets[0, b, 0] += inputs[t, b, 0]
            }
        }
        return Example(inputs: inputs, targets: targets)
    }
}
