extension PCG64 {
    /// A number uniform in [0, 1): 53 bits of a draw.
    public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number uniform in `range`.
    public mutating func uniform(in range: Range<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
    }

    /// A number from the normal distribution; the ziggurat's.
    ///
    /// NumPy's `standard_normal` to a relative 4e-14, as its tables are kept to fewer digits, and never out of step
    /// with it: both take the same draws.
    public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
        mean + standardDeviation * Ziggurat.normal(using: &self)
    }

    /// An integer uniform in `range`, as NumPy's `Generator.integers`.
    ///
    /// Lemire, *Fast random integer generation in an interval* (2019): a product's upper half, drawn again in
    /// the rare case that its lower half would favour some values. 32 bits serve where they can.
    public mutating func integer(in range: Range<Int>) -> Int {
        if range.isEmpty { fatalError("no integer in the empty range \(range)") }
        let last = UInt64(bitPattern: Int64(range.upperBound &- 1 &- range.lowerBound))
        return range.lowerBound &+ Int(truncatingIfNeeded: integer(upTo: last))
    }

    private mutating func integer(upTo last: UInt64) -> UInt64 {
        switch last {
        case 0: 0
        case ..<0xffff_ffff: UInt64(bounded(UInt32(last) + 1) { $0.next32() })
        case 0xffff_ffff: UInt64(next32())
        case ..<UInt64.max: bounded(last + 1) { $0.next() }
        default: next()
        }
    }

    private mutating func bounded<Word: FixedWidthInteger & UnsignedInteger>(
        _ count: Word, _ draw: (inout PCG64) -> Word
    ) -> Word where Word.Magnitude == Word {
        var product = draw(&self).multipliedFullWidth(by: count)
        if product.low < count {
            let threshold = (0 &- count) % count
            while product.low < threshold { product = draw(&self).multipliedFullWidth(by: count) }
        }
        return product.high
    }

    /// Puts `values` into a random order, as NumPy's `Generator.shuffle` (Fisher and Yates from the end).
    public mutating func shuffle<Element>(_ values: inout [Element]) {
        for i in values.indices.dropFirst().reversed() { values.swapAt(i, index(upTo: i)) }
    }

    /// An index in `0...last`: as many bits as it takes, drawn again while they are too large.
    private mutating func index(upTo last: Int) -> Int {
        let mask = UInt64.max >> UInt64(last.leadingZeroBitCount)
        while true {
            let index = (last <= 0xffff_ffff ? UInt64(next32()) : next()) & mask
            if index <= last { return Int(index) }
        }
    }

    /// The numbers `0..<count` in a random order.
    public mutating func permutation(_ count: Int) -> [Int] {
        var result = Array(0..<count)
        shuffle(&result)
        return result
    }
}
