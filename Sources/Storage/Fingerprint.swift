/// A 128-bit hash of bytes, for telling whether something changed.
///
/// This is MurmurHash3 (x64, 128 bits, seed 0) by Austin Appleby. It reads whole words, so that it is fast even in an
/// unoptimised build; it guards against accidents, not against an adversary.
public struct Fingerprint: Hashable, Sendable, Codable {
    private let high: UInt64
    private let low: UInt64

    /// The fingerprint of some bytes.
    public init(_ bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { Fingerprint($0) }
    }

    /// The fingerprint of the UTF-8 of a text.
    public init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// The fingerprint of several fingerprints in order.
    public init(combining parts: [Fingerprint]) {
        self = parts.flatMap { [$0.high, $0.low] }.withUnsafeBytes { Fingerprint($0) }
    }

    private init(_ bytes: UnsafeRawBufferPointer) {
        let c1: UInt64 = 0x87c3_7b91_1142_53d5
        let c2: UInt64 = 0x4cf5_ad43_2745_937f
        var h1: UInt64 = 0
        var h2: UInt64 = 0
        let blocks = bytes.count / 16
        if blocks > 0, let base = bytes.baseAddress {
            let words = base.assumingMemoryBound(to: UInt64.self)
            var index = 0
            while index < 2 * blocks {
                var k1 = UInt64(littleEndian: words[index]) &* c1
                k1 = (k1 &<< 31 | k1 &>> 33) &* c2
                h1 ^= k1
                h1 = (h1 &<< 27 | h1 &>> 37) &+ h2
                h1 = h1 &* 5 &+ 0x52dc_e729
                var k2 = UInt64(littleEndian: words[index + 1]) &* c2
                k2 = (k2 &<< 33 | k2 &>> 31) &* c1
                h2 ^= k2
                h2 = (h2 &<< 31 | h2 &>> 33) &+ h1
                h2 = h2 &* 5 &+ 0x3849_5ab5
                index += 2
            }
        }
        var tail: (UInt64, UInt64) = (0, 0)
        for (position, byte) in bytes[(16 * blocks)...].enumerated() {
            if position < 8 {
                tail.0 |= UInt64(byte) &<< UInt64(8 * position)
            } else {
                tail.1 |= UInt64(byte) &<< UInt64(8 * (position - 8))
            }
        }
        tail.1 = tail.1 &* c2
        h2 ^= (tail.1 &<< 33 | tail.1 &>> 31) &* c1
        tail.0 = tail.0 &* c1
        h1 ^= (tail.0 &<< 31 | tail.0 &>> 33) &* c2
        h1 ^= UInt64(bytes.count)
        h2 ^= UInt64(bytes.count)
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        h1 = Fingerprint.mixed(h1)
        h2 = Fingerprint.mixed(h2)
        high = h1 &+ h2
        low = h2 &+ h1 &+ h2
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var k = value
        k = (k ^ k &>> 33) &* 0xff51_afd7_ed55_8ccd
        k = (k ^ k &>> 33) &* 0xc4ce_b9fe_1a85_ec53
        return k ^ k &>> 33
    }
}

extension Fingerprint: CustomStringConvertible {
    /// 32 hexadecimal digits.
    public var description: String {
        [high, low].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
