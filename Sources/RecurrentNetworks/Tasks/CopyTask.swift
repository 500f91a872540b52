/// The copy problem (Hochreiter & Schmidhuber 1997): a few symbols, then nothing for a while, then a signal at
/// which they are to be given back in order.
///
/// With ``Arrangement/scattered`` the symbols stand at random steps among blanks, so that a network must choose
/// what to remember: selective copying (Jing et al. 2019, Gu & Dao 2023).
public struct CopyTask: SequenceTask {
    /// Where the symbols stand.
    public enum Arrangement: Hashable, Sendable {
        /// At the beginning, one after the other.
        case together
        /// Anywhere before the signal.
        case scattered
    }

    /// How many different symbols there are.
    public let symbols: Int
    /// How many are to be remembered.
    public let length: Int
    /// How many blanks come between the symbols, or among them, and the signal.
    public let delay: Int
    /// Where the symbols stand.
    public let arrangement: Arrangement

    /// A task of `length + delay + 1 + length` steps.
    public init(symbols: Int = 8, length: Int = 10, delay: Int, arrangement: Arrangement = .together) {
        self.symbols = symbols
        self.length = length
        self.delay = delay
        self.arrangement = arrangement
    }

    /// The number of steps.
    public var steps: Int { 2 * length + delay + 1 }
    /// The symbols, a blank and the signal.
    public var inputs: Int { symbols + 2 }
    /// The symbols.
    public var outputs: Int { symbols }
    /// Each step, but only those after the signal count.
    public var readout: Readout { .every }
    /// One of the symbols; ignorance costs the logarithm of their number.
    public var loss: Loss { .softmaxCrossEntropy }

    /// Fresh sequences with their targets.
    public func batch(of count: Int, using generator: inout PCG64) -> Example {
        var inputs = Sequences(steps: steps, batch: count, width: symbols + 2)
        var targets = Sequences(steps: steps, batch: count, width: symbols)
        var weights = [Double](repeating: 0, count: steps * count)
        let signal = length + delay
        for b in 0..<count {
            let places =
                switch arrangement {
                case .together: Array(0..<length)
                case .scattered: generator.permutation(signal).prefix(length).sorted()
                }
            var remembered: [Int] = []
            for t in 0..<steps {
                if places.contains(t) {
                    remembered.append(generator.integer(in: 0..<symbols))
                    inputs[t, b, remembered[remembered.count - 1]] = 1
                } else {
                    inputs[t, b, t == signal ? symbols + 1 : symbols] = 1
                }
                if t > signal {
                    targets[t, b, remembered[t - signal - 1]] = 1
                    weights[t * count + b] = 1
                }
            }
        }
        return Example(inputs: inputs, targets: targets, weights: weights)
    }
}
