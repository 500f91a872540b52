/// All that a training run has come to: what a saved one needs to go on with the bits of one that never stopped.
///
/// Loss, rule, clipping and sizes are code, which makes the trainer anew; this is what it then takes over. The
/// generator that draws the batches is saved beside it.
///
/// ```swift
/// let saved = try JSONEncoder().encode(trainer.state)
/// // … another day, with a trainer made by the same code:
/// try trainer.resume(JSONDecoder().decode(TrainingState<LSTMCell>.self, from: saved))
/// ```
public struct TrainingState<C: Cell>: Sendable {
    /// The network.
    public internal(set) var network: Network<C>
    /// What the optimiser remembers.
    public internal(set) var memory: Optimiser.Memory
    /// How many updates there have been.
    public internal(set) var updates: Int
    /// The states in which the last batch ended: of each part, each layer and each sequence.
    var carried: [[[State]]]
}

extension Trainer {
    /// All that the run has come to.
    public var state: TrainingState<C> {
        TrainingState(
            network: network, memory: optimiser.memory, updates: updates,
            carried: parts.map { $0.engine.carriedStates })
    }

    /// Goes on where another run of this trainer's code had come to.
    ///
    /// - Throws: ``DataError`` if that trained a network of another shape, by another kind of rule, or in other
    ///   parts.
    public func resume(_ state: TrainingState<C>) throws(DataError) {
        try parts[0].engine.check(state.network, "saved network")
        let count = network.parameterCount
        let (moments, squares) = (state.memory.moments.count, state.memory.squares.count)
        let isFresh = state.memory.updates == 0
        let kinds =
            switch optimiser.rule {
            case .sgd, .own: (0, 0)
            case .momentum: (count, 0)
            case .adam, .adamW: (count, count)
            }
        if !isFresh && moments != kinds.0 {
            throw .size(of: "moments of the optimiser", expected: kinds.0, found: moments)
        }
        if !isFresh && squares != kinds.1 {
            throw .size(of: "second moments of the optimiser", expected: kinds.1, found: squares)
        }
        if state.carried.count != parts.count {
            throw .size(of: "parts of the batch", expected: parts.count, found: state.carried.count)
        }
        for (part, states) in zip(parts, state.carried) { try part.engine.check(carried: states) }
        for (part, states) in zip(parts, state.carried) { part.engine.carry(states) }
        network = state.network
        optimiser.memory = state.memory
        updates = state.updates
    }
}

extension Engine {
    /// The states in which the previous batch ended, of each layer and each sequence; no sequences if there was none.
    var carriedStates: [[State]] {
        ends.map { end in (0..<previousBatch).map { end.state($0) } }
    }

    func check(carried states: [[State]]) throws(DataError) {
        if states.count != ends.count {
            throw .size(of: "layers of the carried states", expected: ends.count, found: states.count)
        }
        for (layer, end) in zip(states, ends) {
            if layer.count > batch || layer.count != states[0].count {
                throw .size(of: "carried states", expected: batch, found: layer.count)
            }
            for state in layer where state.h.count != end.h.columns || state.c.count != end.c.columns {
                throw .size(of: "a carried state", expected: end.h.columns, found: state.h.count)
            }
        }
    }

    /// Takes over the states in which a previous batch ended.
    func carry(_ states: [[State]]) {
        for (layer, end) in zip(states, ends) {
            for (b, state) in layer.enumerated() { end.set(b, to: state) }
        }
        previousBatch = states.first?.count ?? 0
    }
}
