/// What a cell hands from one step to the next: its summary of the sequence so far.
public struct State: Hashable, Sendable {
    /// The hidden state, which is also the output: H numbers.
    public var h: Vector

    /// The memory of an LSTM: H numbers. Empty in cells that keep `h` alone.
    public var c: Vector

    /// A state of the given hidden values and memory.
    public init(h: Vector, c: Vector = []) {
        self.h = h
        self.c = c
    }

    /// The sum, part by part: gradients that reach a state on two paths add up.
    public static func + (a: State, b: State) -> State { State(h: a.h + b.h, c: a.c + b.c) }

    /// A state of the same size that is 0: where gradients begin.
    var zeros: State { State(h: .zeros(h.count), c: .zeros(c.count)) }

    /// `h`, then `c`.
    public var elements: [Double] { h.elements + c.elements }

    /// The state whose ``elements`` are the given ones, with as many hidden values as this one has.
    func with(_ elements: [Double]) -> State {
        State(h: Vector(elements.prefix(h.count)), c: Vector(elements.dropFirst(h.count)))
    }

    /// States of this one's shape with a single 1: one for each of the ``elements``.
    var units: [State] {
        let count = h.count + c.count
        return (0..<count).map { i in
            var unit = [Double](repeating: 0, count: count)
            unit[i] = 1
            return with(unit)
        }
    }
}
