/// From one sequence to another of another length (Sutskever, Vinyals & Le 2014): a cell reads the source, a second one
/// begins in the state where the first ended and writes the target, looking back at the source's states at each step
/// (Bahdanau, Cho & Bengio 2015).
///
/// The decoder's input is what was written last, then what ``attention`` finds: $O + H$ numbers. It looks with its
/// hidden state before the step.
public struct EncoderDecoder<C: Cell>: Parameterised {
    /// Reads the source.
    public var encoder: C
    /// Writes the target.
    public var decoder: C
    /// Looks back at the source.
    public var attention: Attention
    /// The map from the decoder's hidden state to an output.
    public var head: Linear

    /// A model of two cells with states of one size.
    public init(encoder: C, decoder: C, attention: Attention, outputs: Int) {
        require(
            decoder.inputs == outputs + encoder.hidden && decoder.hidden == encoder.hidden, "decoder",
            Shape(encoder.hidden, outputs + encoder.hidden), Shape(decoder.hidden, decoder.inputs))
        self.encoder = encoder
        self.decoder = decoder
        self.attention = attention
        head = Linear(inputs: decoder.hidden, outputs: outputs)
    }

    /// The outputs when each is the next input, and the weights with which each step looked at the source.
    public func generate(
        from source: [Vector], first: Vector, steps: Int, feedback: (Vector) -> Vector = { $0 }
    ) -> (outputs: [Vector], weights: [Vector]) {
        let run = encoder.run(source)
        var (state, y) = (run.states[source.count], first)
        var (outputs, weights) = ([Vector](), [Vector]())
        for _ in 0..<steps {
            let (context, cache) = attention.forward(state.h, keys: run.outputs, values: run.outputs)
            state = decoder.step(Vector(y.elements + context.elements), state).state
            outputs.append(head(state.h))
            weights.append(cache.weights)
            y = feedback(outputs[outputs.count - 1])
        }
        return (outputs, weights)
    }

    /// The mean loss over the target's steps, each of which is told what was right before it, and its gradient.
    public func gradient(
        from source: [Vector], first: Vector, targets: [Vector], loss: Loss
    ) -> (loss: Double, gradient: EncoderDecoder) {
        let run = encoder.run(source)
        var states = [run.states[source.count]]
        var (looks, caches) = ([Attention.Cache](), [C.Cache]())
        for t in targets.indices {
            let (context, look) = attention.forward(states[t].h, keys: run.outputs, values: run.outputs)
            let y = t == 0 ? first : targets[t - 1]
            let (state, cache) = decoder.step(Vector(y.elements + context.elements), states[t])
            states.append(state)
            looks.append(look)
            caches.append(cache)
        }

        var (gradient, total) = (zeros, 0.0)
        var d = states[0].zeros
        var dSource = source.map { _ in Vector.zeros(encoder.hidden) }
        for t in targets.indices.reversed() {
            let (own, dy) = loss.withGradient(head(states[t + 1].h), target: targets[t])
            total += own
            d.h += head.stepBack((1 / Double(targets.count)) * dy, states[t + 1].h, into: &gradient.head)
            let back = decoder.stepBack(d, caches[t], into: &gradient.decoder)
            let dContext = back.x[back.x.count - encoder.hidden..<back.x.count]
            let look = attention.back(dContext, looks[t], into: &gradient.attention)
            for s in source.indices { dSource[s] += look.keys[s] + look.values[s] }
            d = State(h: back.previous.h + look.query, c: back.previous.c)
        }
        gradient.encoder = run.backpropagate(dSource, last: d)
        return (total / Double(targets.count), gradient)
    }

    /// Draws the parameters.
    public mutating func initialise(_ how: Initialisation, using generator: inout PCG64) {
        encoder.initialise(how, using: &generator)
        decoder.initialise(how, using: &generator)
        attention.initialise(using: &generator)
        head.initialise(how, using: &generator)
    }

    /// What the arrays of parameters are called.
    public var parameterNames: [String] {
        encoder.parameterNames.map { "encoder: \($0)" } + decoder.parameterNames.map { "decoder: \($0)" }
            + attention.parameterNames.map { "attention: \($0)" } + head.parameterNames.map { "head: \($0)" }
    }

    /// The sizes of the arrays of parameters.
    public var parameterShapes: [[Int]] {
        encoder.parameterShapes + decoder.parameterShapes + attention.parameterShapes + head.parameterShapes
    }

    /// Visits the encoder, the decoder, the attention and the head.
    public mutating func modifyParameters(_ body: (inout [Double]) throws -> Void) rethrows {
        try encoder.modifyParameters(body)
        try decoder.modifyParameters(body)
        try attention.modifyParameters(body)
        try head.modifyParameters(body)
    }
}

extension Run {
    /// The gradient of the cell when there is one with respect to the last state, besides those of the outputs.
    fileprivate func backpropagate(_ losses: [Vector], last: State) -> C {
        var (gradient, d) = (cell.zeros, last)
        for t in caches.indices.reversed() {
            d.h += losses[t]
            d = cell.stepBack(d, caches[t], into: &gradient).previous
        }
        cell.startBack(d, into: &gradient)
        return gradient
    }
}
