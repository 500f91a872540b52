/// Dropout (Srivastava et al. 2014) on a cell's inputs, which in a stack are the outputs of the layer below, and on its
/// recurrence: numbers are set to 0 at random, and the others grow so that the mean stays.
///
/// A mask that is drawn once for a sequence leaves its memory whole (Gal & Ghahramani 2016); one that is drawn at each
/// step wears it away.
public struct Dropout: Hashable, Sendable {
    /// When masks are drawn.
    public enum Masks: String, Hashable, Sendable {
        /// Once for each sequence.
        case perSequence
        /// Anew at each step.
        case perStep
    }

    /// The probability that a number of the input is dropped, below 1.
    public let input: Double
    /// The probability that a number of the previous hidden state is dropped, below 1.
    public let recurrent: Double
    /// When masks are drawn.
    public let masks: Masks

    /// Dropout with the given probabilities.
    public init(input: Double, recurrent: Double, _ masks: Masks) {
        for rate in [input, recurrent] where !(rate >= 0 && rate < 1) {
            fatalError("dropout with probability \(rate), which must be from 0 on and below 1")
        }
        self.input = input
        self.recurrent = recurrent
        self.masks = masks
    }

    /// A mask: 0 with the given probability, $1 / (1 - p)$ otherwise.
    public static func mask(_ count: Int, rate: Double, using generator: inout PCG64) -> Vector {
        Vector((0..<count).map { _ in generator.uniform() < rate ? 0 : 1 / (1 - rate) })
    }
}

extension Cell {
    /// Runs the cell over a sequence with dropout, from zeros.
    public func run(
        _ inputs: [Vector], dropout: Dropout, using generator: inout PCG64
    ) -> DroppedRun<Self> {
        var masks: [(x: Vector, h: Vector)] = []
        for _ in inputs {
            if dropout.masks == .perSequence, let first = masks.first {
                masks.append(first)
            } else {
                masks.append(
                    (
                        Dropout.mask(self.inputs, rate: dropout.input, using: &generator),
                        Dropout.mask(hidden, rate: dropout.recurrent, using: &generator)
                    ))
            }
        }
        return run(inputs, masks: masks)
    }

    /// Runs the cell over a sequence with the given masks.
    func run(_ inputs: [Vector], masks: [(x: Vector, h: Vector)]) -> DroppedRun<Self> {
        var (states, caches) = ([initialState], [Cache]())
        for (t, x) in inputs.enumerated() {
            let before = State(h: masks[t].h ⊙ states[t].h, c: states[t].c)
            let (state, cache) = step(masks[t].x ⊙ x, before)
            states.append(state)
            caches.append(cache)
        }
        return DroppedRun(cell: self, masks: masks, states: states, caches: caches)
    }
}

/// A cell run over a sequence with dropout.
public struct DroppedRun<C: Cell>: Sendable {
    /// The cell.
    public let cell: C
    /// The masks of inputs and of previous hidden states: T of them.
    public let masks: [(x: Vector, h: Vector)]
    /// The states before the first step and after each one: T + 1 of them.
    public let states: [State]
    /// What each step remembers.
    public let caches: [C.Cache]

    /// The hidden state after each step: T of them.
    public var outputs: [Vector] { states.dropFirst().map { $0.h } }

    /// Backpropagation through time, through the same masks; see ``Run/backpropagate(_:truncation:)``.
    public func backpropagate(_ losses: [Vector]) -> (gradient: C, inputs: [Vector]) {
        require(losses.count == caches.count, "backpropagate", Shape(caches.count, 1), Shape(losses.count, 1))
        var (gradient, d) = (cell.zeros, states[0].zeros)
        var inputs = losses
        for t in caches.indices.reversed() {
            d.h += losses[t]
            let back = cell.stepBack(d, caches[t], into: &gradient)
            inputs[t] = masks[t].x ⊙ back.x
            d = State(h: masks[t].h ⊙ back.previous.h, c: back.previous.c)
        }
        cell.startBack(d, into: &gradient)
        return (gradient, inputs)
    }
}
