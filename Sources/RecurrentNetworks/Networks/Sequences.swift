/// A batch of sequences of one length: T steps of B sequences of vectors, the step being the slowest index.
public struct Sequences: Hashable, Sendable {
    /// The number of steps, T.
    public let steps: Int
    /// The number of sequences, B.
    public let batch: Int
    /// The length of each vector, D.
    public let width: Int
    /// The elements: T blocks of B rows of D numbers.
    public internal(set) var elements: [Double]

    /// Sequences of zeros.
    public init(steps: Int, batch: Int, width: Int) {
        self.steps = steps
        self.batch = batch
        self.width = width
        elements = Array(repeating: 0, count: steps * batch * width)
    }

    /// One sequence: a batch of one.
    public init(_ sequence: [Vector]) {
        self.init(steps: sequence.count, batch: 1, width: sequence.first?.count ?? 0)
        for (t, x) in sequence.enumerated() { self[t, 0] = x }
    }

    /// The vector at step `t` of the `b`-th sequence.
    public subscript(t: Int, b: Int) -> Vector {
        get { Vector(elements[range(t, b)]) }
        set {
            require(newValue.count == width, "assignment", Shape(width, 1), newValue.shape)
            elements.replaceSubrange(range(t, b), with: newValue.elements)
        }
    }

    /// One element of the vector at step `t` of the `b`-th sequence.
    public subscript(t: Int, b: Int, i: Int) -> Double {
        get { elements[range(t, b).lowerBound + i] }
        set { elements[range(t, b).lowerBound + i] = newValue }
    }

    /// The `b`-th sequence.
    public subscript(sequence b: Int) -> [Vector] { (0..<steps).map { self[$0, b] } }

    /// Some of the steps.
    public func steps(_ range: Range<Int>) -> Sequences {
        var part = Sequences(steps: range.count, batch: batch, width: width)
        let size = batch * width
        part.elements = Array(elements[range.lowerBound * size..<range.upperBound * size])
        return part
    }

    /// Some of the sequences.
    public func sequences(_ range: Range<Int>) -> Sequences {
        var part = Sequences(steps: steps, batch: range.count, width: width)
        for t in 0..<steps {
            let from = self.range(t, range.lowerBound).lowerBound
            part.elements.replaceSubrange(
                t * range.count * width..<(t + 1) * range.count * width,
                with: elements[from..<from + range.count * width])
        }
        return part
    }

    private func range(_ t: Int, _ b: Int) -> Range<Int> {
        if t < 0 || t >= steps || b < 0 || b >= batch {
            fatalError("step \(t) of sequence \(b), in \(steps) steps of \(batch) sequences")
        }
        return (t * batch + b) * width..<(t * batch + b + 1) * width
    }
}
