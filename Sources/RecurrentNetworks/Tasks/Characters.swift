/// A text as one-hot vectors: each character is to be predicted from those before it.
public struct Characters: Sendable {
    /// The different characters, in Unicode order.
    public let alphabet: [Character]
    /// The text as positions in the alphabet.
    public let indices: [Int]

    /// The characters of `text`.
    public init(_ text: String) { self.init(text, known: Set(text).sorted()) }

    /// The characters of `text` in the alphabet of another one, so that a network reads both alike; nil if there is
    /// one that the other has not.
    public init?(_ text: String, alphabetOf other: Characters) {
        if !Set(text).isSubset(of: other.alphabet) { return nil }
        self.init(text, known: other.alphabet)
    }

    /// Several texts, in one alphabet of all their characters.
    public static func sharingAlphabet(_ texts: [String]) -> [Characters] {
        let alphabet = Set(texts.joined()).sorted()
        return texts.map { Characters($0, known: alphabet) }
    }

    private init(_ text: String, known alphabet: [Character]) {
        var positions: [Character: Int] = [:]
        for (k, character) in alphabet.enumerated() { positions[character] = k }
        self.alphabet = alphabet
        indices = text.map { positions[$0] ?? 0 }
    }

    /// The vector of a character of the alphabet; nil for others.
    public func vector(_ character: Character) -> Vector? {
        alphabet.firstIndex(of: character).map { .oneHot($0, of: alphabet.count) }
    }

    /// The text cut into `batch` parts of equal length that are read side by side, `steps` characters at a
    /// time: each example continues where the one before ended.
    public func windows(steps: Int, batch: Int) -> [Example] {
        if steps < 1 || batch < 1 { fatalError("windows of \(steps) steps of \(batch) parts of a text") }
        let length = max(indices.count - 1, 0) / batch
        return (0..<length / steps).map { k in
            var inputs = Sequences(steps: steps, batch: batch, width: alphabet.count)
            var targets = inputs
            for t in 0..<steps {
                for b in 0..<batch {
                    let at = b * length + k * steps + t
                    inputs[t, b, indices[at]] = 1
                    targets[t, b, indices[at + 1]] = 1
                }
            }
            return Example(inputs: inputs, targets: targets)
        }
    }

    /// A character drawn from the softmax of `outputs` divided by `temperature`, a positive number; at 0, its limit:
    /// the most likely one.
    public func draw(_ outputs: Vector, temperature: Double = 1, using generator: inout PCG64) -> Character {
        require(
            outputs.count == alphabet.count, "outputs and alphabet", outputs.shape, Shape(alphabet.count, 1))
        if outputs.contains(where: { $0.isNaN }) { fatalError("a draw from outputs that are not numbers") }
        if !(temperature >= 0) { fatalError("a draw at temperature \(temperature), which must be 0 or more") }
        let largest = outputs[outputs.indexOfLargest]
        if temperature == 0 || largest.isInfinite { return alphabet[outputs.indexOfLargest] }
        let weights = outputs.map { exp(($0 - largest) / temperature) }
        var rest = generator.uniform() * weights.sum
        for (k, weight) in weights.enumerated() {
            rest -= weight
            if rest < 0 { return alphabet[k] }
        }
        return alphabet[alphabet.count - 1]
    }
}
