/// NumPy's default source of random numbers, draw for draw: `PCG64(seed: 0)` is `default_rng(0)`.
///
/// A linear congruential generator of 128 bits whose output is its two halves xored and rotated (XSL-RR):
/// O'Neill, *PCG: A family of simple fast space-efficient statistically good algorithms for random number
/// generation* (2014).
public struct PCG64: RandomNumberGenerator, Hashable, Sendable {
    var state: UInt128
    let increment: UInt128
    /// The half of a 64-bit draw that ``next32()`` has not given out yet.
    var spare: UInt32?
    var sequence: SeedSequence

    private static let multiplier: UInt128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645

    /// The generator that NumPy's `default_rng` makes of this seed.
    public init(seed: SeedSequence) {
        sequence = seed
        let words = seed.words(8).map { UInt128($0) }
        // Four 64-bit numbers, each of two words; of the numbers the more significant comes first.
        let number = { (i: Int) in words[2 * i] | words[2 * i + 1] << 32 }
        increment = (number(2) << 64 | number(3)) << 1 | 1
        state = increment
        state &+= number(0) << 64 | number(1)
        step()
    }

    /// The generator that NumPy's `default_rng` makes of this integer.
    public init(seed: some BinaryInteger) {
        self.init(seed: SeedSequence(seed))
    }

    init(state: UInt128, increment: UInt128, spare: UInt32?, sequence: SeedSequence) {
        (self.state, self.increment, self.spare, self.sequence) = (state, increment, spare, sequence)
    }

    private mutating func step() { state = state &* Self.multiplier &+ increment }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        step()
        let folded = UInt64(truncatingIfNeeded: state >> 64) ^ UInt64(truncatingIfNeeded: state)
        let rotation = UInt64(truncatingIfNeeded: state >> 122)
        return folded &>> rotation | folded &<< (64 &- rotation)
    }

    /// The next 32 bits: the lower half of a 64-bit draw, then its upper half.
    mutating func next32() -> UInt32 {
        if let half = spare {
            spare = nil
            return half
        }
        let draw = next()
        spare = UInt32(truncatingIfNeeded: draw >> 32)
        return UInt32(truncatingIfNeeded: draw)
    }

    /// Moves on as if `steps` 64-bit numbers had been drawn, in logarithmic time.
    ///
    /// Brown, *Random number generation with arbitrary strides* (1994). Modulo 2¹²⁸, so that the largest
    /// values move back.
    public mutating func advance(by steps: UInt128) {
        var (factor, summand) = (Self.multiplier, increment)
        var (totalFactor, totalSummand): (UInt128, UInt128) = (1, 0)
        var rest = steps
        while rest > 0 {
            if rest & 1 == 1 {
                totalFactor = totalFactor &* factor
                totalSummand = totalSummand &* factor &+ summand
            }
            summand = (factor &+ 1) &* summand
            factor = factor &* factor
            rest >>= 1
        }
        state = totalFactor &* state &+ totalSummand
        spare = nil
    }

    /// The generator some 2¹²⁷ draws further on (the golden ratio's share of the period), `jumps` times.
    public func jumped(_ jumps: UInt128 = 1) -> PCG64 {
        var result = self
        result.advance(by: jumps &* 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
        return result
    }

    /// Independent generators of the next `count` children of this one's seed, for parts of the work that may
    /// run in any order.
    public mutating func spawn(_ count: Int) -> [PCG64] { sequence.spawn(count).map { PCG64(seed: $0) } }
}
