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
    /// How many steps each sequence has, 1 to T, if not all have T. What lies behind its end is never read.
    public var lengths: [Int]?

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

    /// Sequences of the given elements: T blocks of B rows of D numbers.
    ///
    /// - Throws: ``DataError`` if their number is another one.
    public init(steps: Int, batch: Int, width: Int, elements: [Double]) throws(DataError) {
        if elements.count != steps * batch * width {
            throw .size(of: "elements", expected: steps * batch * width, found: elements.count)
        }
        self.steps = steps
        self.batch = batch
        self.width = width
        self.elements = elements
    }

    /// Sequences of different lengths, none empty, filled up with zeros behind their ends.
    public init(padding sequences: [[Vector]]) {
        let steps = sequences.map { $0.count }.max() ?? 0
        self.init(steps: steps, batch: sequences.count, width: sequences.first?.first?.count ?? 0)
        lengths = sequences.map { $0.count }
        for (b, sequence) in sequences.enumerated() {
            for (t, x) in sequence.enumerated() { self[t, b] = x }
        }
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
        get { elements[index(t, b, i)] }
        set { elements[index(t, b, i)] = newValue }
    }

    /// The `b`-th sequence, to its end.
    public subscript(sequence b: Int) -> [Vector] { (0..<(lengths?[b] ?? steps)).map { self[$0, b] } }

    /// Each sequence from its last step to its first; what lies behind the ends stays there.
    public var reversed: Sequences {
        var result = self
        for b in 0..<batch {
            let length = lengths?[b] ?? steps
            for t in 0..<length { result[t, b] = self[length - 1 - t, b] }
        }
        return result
    }

    /// Some of the steps.
    public func steps(_ range: Range<Int>) -> Sequences {
        var part = Sequences(steps: range.count, batch: batch, width: width)
        let size = batch * width
        part.elements = Array(elements[range.lowerBound * size..<range.upperBound * size])
        part.lengths = lengths?.map { min(max($0 - range.lowerBound, 0), range.count) }
        return part
    }

    /// Some of the sequences.
    public func sequences(_ range: Range<Int>) -> Sequences {
        var part = Sequences(steps: steps, batch: range.count, width: width)
        part.lengths = lengths.map { Array($0[range]) }
        for t in 0..<steps {
            let from = self.range(t, range.lowerBound).lowerBound
            part.elements.replaceSubrange(
                t * range.count * width..<(t + 1) * range.count * width,
                with: elements[from..<from + range.count * width])
        }
        return part
    }

    /// Whether step `t` lies behind the end of the `b`-th sequence.
    @inline(__always)
    func isPadding(_ t: Int, _ b: Int) -> Bool {
        guard let lengths else { return false }
        return t >= lengths[b]
    }

    /// Whether the vector at step `t` of the `b`-th sequence holds neither NaN nor infinity.
    func isFinite(_ t: Int, _ b: Int) -> Bool {
        range(t, b).allSatisfy { elements[$0].isFinite }
    }

    func checkLengths() throws(DataError) {
        guard let lengths else { return }
        if lengths.count != batch { throw .size(of: "lengths", expected: batch, found: lengths.count) }
        for (b, length) in lengths.enumerated() where length < 1 || length > steps {
            throw .size(of: "length of sequence \(b)", expected: steps, found: length)
        }
    }

    private func index(_ t: Int, _ b: Int, _ i: Int) -> Int {
        if i < 0 || i >= width { fatalError("element \(i) of a vector of \(width)") }
        return range(t, b).lowerBound + i
    }

    private func range(_ t: Int, _ b: Int) -> Range<Int> {
        if t < 0 || t >= steps || b < 0 || b >= batch {
            fatalError("step \(t) of sequence \(b), in \(steps) steps of \(batch) sequences")
        }
        return (t * batch + b) * width..<(t * batch + b + 1) * width
    }
}
