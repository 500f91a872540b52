/// Adding this to a number of moderate size rounds it to an integer, which then stands in the last bits.
let roundingShift = 0x1.8p52

// The functions are built from operations that every processor rounds in the same way, and choose between
// values rather than branch: loops over them become vector code where there is a fused multiply-add.
extension Double {
    /// `self`, or the nearer bound if it lies outside; NaN stays.
    @inline(__always)
    func clamped(_ low: Double, _ high: Double) -> Double {
        let x = self < low ? low : self
        return x > high ? high : x
    }

    /// The magnitude of `self` with the sign of `other`.
    @inline(__always)
    func copyingSign(of other: Double) -> Double {
        let signBit: UInt64 = 1 << 63
        return Double(bitPattern: (bitPattern & ~signBit) | (other.bitPattern & signBit))
    }

    /// $2^k$ for k in −1022…1023, given $k + 1.5·2^{52}$.
    @inline(__always)
    static func powerOfTwo(shifted: Double) -> Double {
        Double(bitPattern: (shifted.bitPattern &<< 52) &+ 0x3FF0_0000_0000_0000)
    }

    /// $x·2^k$, in two steps so that it may end subnormal or infinite.
    @inline(__always)
    func scaled(byTwoTo k: Double) -> Double {
        let half = k * 0.5 + roundingShift
        let rest = k - (half - roundingShift)
        return self * .powerOfTwo(shifted: half) * .powerOfTwo(shifted: rest + roundingShift)
    }

    /// A normal, positive x as $m·2^k$ with m in $[\sqrt{1/2}, \sqrt 2)$.
    @inline(__always)
    func split() -> (significand: Double, exponent: Double) {
        let bitsOfTwo: UInt64 = 0x4000_0000_0000_0000
        let bitsOfRootHalf: UInt64 = 0x3FE6_A09E_667F_3BCD
        let biased = (bitPattern &+ (bitsOfTwo &- bitsOfRootHalf)) &>> 52
        let exponent = Double(bitPattern: biased &+ roundingShift.bitPattern) - (roundingShift + 1024)
        return (Double(bitPattern: bitPattern &- (biased &<< 52) &+ bitsOfTwo), exponent)
    }
}
