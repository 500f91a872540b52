/// The temporal order problem (Hochreiter & Schmidhuber 1997, as Pascanu, Mikolov & Bengio 2013 place it):
/// symbols X or Y stand at two steps, one in the second tenth of the sequence and one in the sixth, distractors
/// everywhere else; the answer at the end is which of XX, XY, YX and YY it was.
public struct TemporalOrderTask: SequenceTask {
    /// The number of steps, at least 10.
    public let steps: Int

    /// A task of so many steps.
    public init(steps: Int) { self.steps = steps }

    /// X, Y and four distractors.
    public var inputs: Int { 6 }
    /// XX, XY, YX, YY.
    public var outputs: Int { 4 }
    /// At the end.
    public var readout: Readout { .last }
    /// One of four classes.
    public var loss: Loss { .softmaxCrossEntropy }

    /// Fresh sequences with their targets.
    public func batch(of count: Int, using generator: inout PCG64) -> Example {
        var inputs = Sequences(steps: steps, batch: count, width: 6)
        var targets = Sequences(steps: 1, batch: count, width: 4)
        for b in 0..<count {
            let places = [
                generator.integer(in: steps / 10..<max(steps / 5, steps / 10 + 1)),
                generator.integer(in: steps / 2..<max(steps * 3 / 5, steps / 2 + 1)),
            ]
            var answer = 0
            for t in 0..<steps {
                if places.contains(t) {
                    let symbol = generator.integer(in: 0..<2)
                    inputs[t, b, symbol] = 1
                    answer = 2 * answer + symbol
                } else {
                    inputs[t, b, 2 + generator.integer(in: 0..<4)] = 1
                }
            }
            targets[0, b, answer] = 1
        }
        return Example(inputs: inputs, targets: targets)
    }
}
