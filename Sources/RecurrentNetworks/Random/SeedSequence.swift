/// A seed stirred into as many well-mixed bits as a generator needs, word for word as NumPy's `SeedSequence`.
///
/// The seed is a non-negative integer of any size, or a list of them:
///
/// ```swift
/// let a: SeedSequence = 0
/// let b: SeedSequence = [2024, 7]
/// let c: SeedSequence = 0x1234_5678_9abc_def0_1234_5678_9abc_def0
/// let d = SeedSequence(seeds[i])
/// ```
///
/// The mixing is that of O'Neill, *Developing a seed_seq alternative* (2015): similar seeds give states that
/// have nothing in common.
public struct SeedSequence: Hashable, Sendable {
    /// The seed as 32-bit words, least significant first.
    let entropy: [UInt32]
    /// Which child of which child this is; empty for a seed.
    let spawnKey: [UInt32]
    var childCount: UInt32 = 0

    /// The sequence of a non-negative integer.
    public init(_ seed: some BinaryInteger) {
        self.init(entropy: Self.words(of: seed))
    }

    /// The sequence of a list of non-negative integers.
    public init(_ seeds: some Sequence<some BinaryInteger>) {
        self.init(entropy: seeds.flatMap { Self.words(of: $0) })
    }

    init(entropy: [UInt32], spawnKey: [UInt32] = []) {
        self.entropy = entropy
        self.spawnKey = spawnKey
    }

    /// The next `count` children: sequences independent of this one and of each other, however they are used.
    public mutating func spawn(_ count: Int) -> [SeedSequence] {
        (0..<count).map { _ in
            defer { childCount += 1 }
            return SeedSequence(entropy: entropy, spawnKey: spawnKey + [childCount])
        }
    }

    /// The first `count` 32-bit words of the sequence.
    public func words(_ count: Int) -> [UInt32] {
        let pool = pool
        var hash = HashConstant(0x8b51_f9dd, times: 0x58f3_8ded)
        return (0..<count).map { hash.mix(pool[$0 % pool.count]) }
    }

    /// Four words into which every word of seed and key has been mixed.
    private var pool: [UInt32] {
        let size = 4
        var words = entropy
        if !spawnKey.isEmpty { words += Array(repeating: 0, count: max(0, size - words.count)) + spawnKey }
        var hash = HashConstant(0x43b0_d7e5, times: 0x931e_8875)
        var pool = (0..<size).map { hash.mix($0 < words.count ? words[$0] : 0) }
        for source in 0..<size {
            for target in 0..<size where target != source {
                pool[target] = Self.combine(pool[target], hash.mix(pool[source]))
            }
        }
        for word in words.dropFirst(size) {
            for target in 0..<size { pool[target] = Self.combine(pool[target], hash.mix(word)) }
        }
        return pool
    }

    private static func combine(_ x: UInt32, _ y: UInt32) -> UInt32 {
        let result = 0xca01_f9dd &* x &- 0x4973_f715 &* y
        return result ^ (result >> 16)
    }

    private static func words(of seed: some BinaryInteger) -> [UInt32] {
        if seed < 0 { fatalError("a seed must not be negative: \(seed)") }
        return trimmed(seed.words.flatMap(halves))
    }

    private static func halves(_ word: UInt) -> [UInt32] {
        [UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: UInt64(word) >> 32)]
    }

    /// Without the leading zeros, but for one if there is nothing else.
    private static func trimmed(_ words: [UInt32]) -> [UInt32] {
        let last = words.lastIndex { $0 != 0 } ?? 0
        return Array(words[...last])
    }
}

/// A multiplier that changes with each word it has hashed.
private struct HashConstant {
    private var value: UInt32
    private let factor: UInt32

    init(_ value: UInt32, times factor: UInt32) {
        self.value = value
        self.factor = factor
    }

    mutating func mix(_ word: UInt32) -> UInt32 {
        let mixed = word ^ value
        value &*= factor
        let product = mixed &* value
        return product ^ (product >> 16)
    }
}

extension SeedSequence: ExpressibleByIntegerLiteral {
    /// The sequence of an integer literal of any length.
    public init(integerLiteral seed: StaticBigInt) {
        if seed.signum() < 0 { fatalError("a seed must not be negative: \(seed)") }
        let count = seed.bitWidth / UInt.bitWidth + 1
        self.init(entropy: Self.trimmed((0..<count).flatMap { Self.halves(seed[$0]) }))
    }
}

extension SeedSequence: ExpressibleByArrayLiteral {
    /// The sequence of a list of integers.
    public init(arrayLiteral seeds: SeedSequence...) {
        self.init(entropy: seeds.flatMap { $0.entropy })
    }
}
