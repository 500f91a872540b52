/// The language $a^n b^n$ (Gers & Schmidhuber 2001): after each symbol, which ones may follow?
///
/// A word begins with a start symbol. While a's go on, a or b may follow; from the first b on, the rest is
/// determined, and whoever has counted knows where it ends.
public struct CountingTask: SequenceTask {
    /// The numbers of a's to draw from.
    public let lengths: ClosedRange<Int>

    /// Words with numbers of a's in `lengths`, which begin at 1 or more.
    public init(lengths: ClosedRange<Int>) { self.lengths = lengths }

    /// The number of steps: those of the longest word.
    public var steps: Int { 2 * lengths.upperBound + 1 }
    /// Start, a and b.
    public var inputs: Int { 3 }
    /// Whether the end, an a and a b may follow.
    public var outputs: Int { 3 }
    /// Each step; those after the end of a word do not count.
    public var readout: Readout { .every }
    /// A yes or no for each symbol.
    public var loss: Loss { .logisticCrossEntropy }

    /// Words of random lengths.
    public func batch(of count: Int, using generator: inout PCG64) -> Example {
        words((0..<count).map { _ in generator.integer(in: lengths.lowerBound..<lengths.upperBound + 1) })
    }

    /// Words with the given numbers of a's, none above the task's.
    public func words(_ numbers: [Int]) -> Example {
        var inputs = Sequences(steps: steps, batch: numbers.count, width: 3)
        var targets = inputs
        var weights = [Double](repeating: 0, count: steps * numbers.count)
        for (b, n) in numbers.enumerated() {
            for t in 0...2 * n {
                inputs[t, b] = .oneHot(t == 0 ? 0 : t <= n ? 1 : 2, of: 3)
                targets[t, b] =
                    t == 0 ? [0, 1, 0] : t < n + 1 ? [0, 1, 1] : t < 2 * n ? [0, 0, 1] : [1, 0, 0]
                weights[t * numbers.count + b] = 1
            }
        }
        return Example(inputs: inputs, targets: targets, weights: weights)
    }
}
