/// An echo: signs ±1, each to be given back `delay` steps later.
public struct DelayTask: SequenceTask {
    /// The number of steps.
    public let steps: Int
    /// How many steps later each sign comes back.
    public let delay: Int

    /// A task of so many steps.
    public init(steps: Int, delay: Int) {
        self.steps = steps
        self.delay = delay
    }

    /// A sign.
    public var inputs: Int { 1 }
    /// A sign.
    public var outputs: Int { 1 }
    /// Each step; those before the first echo do not count.
    public var readout: Readout { .every }
    /// The squared error; ignorance costs 1.
    public var loss: Loss { .squaredError }

    /// Fresh sequences with their targets.
    public func batch(of count: Int, using generator: inout PCG64) -> Example {
        var inputs = Sequences(steps: steps, batch: count, width: 1)
        var targets = inputs
        var weights = [Double](repeating: 0, count: steps * count)
        for t in 0..<steps {
            for b in 0..<count {
                inputs[t, b, 0] = generator.integer(in: 0..<2) == 0 ? -1 : 1
                if t >= delay {
                    targets[t, b, 0] = inputs[t - delay, b, 0]
                    weights[t * count + b] = 1
                }
            }
        }
        return Example(inputs: inputs, targets: targets, weights: weights)
    }
}
