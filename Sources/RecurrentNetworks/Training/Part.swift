/// A part of a batch, with the memory to work on it.
///
/// Unchecked: a trainer gives a part to one task at a time and waits for all of them before it goes on.
final class Part<C: Cell>: @unchecked Sendable {
    let range: Range<Int>
    private let engine: Engine<C>
    var gradient: Network<C>
    private(set) var result: Result<Double, DataError> = .failure(.empty)

    init(_ network: Network<C>, steps: Int, range: Range<Int>, segment: Int?) {
        self.range = range
        engine = Engine(network, steps: steps, batch: range.count, segment: segment)
        gradient = network.zeros
    }

    func run(
        _ network: Network<C>, _ example: Example, _ loss: Loss, _ truncation: Truncation, _ continuing: Bool,
        of parts: Int
    ) {
        result = Result { () throws(DataError) in
            try engine.gradient(
                network, parts == 1 ? example : try example.sequences(range), loss: loss, into: &gradient,
                truncation: truncation, totalWeight: example.totalWeight, continuing: continuing)
        }
    }
}
