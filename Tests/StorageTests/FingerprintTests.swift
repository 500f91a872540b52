import Storage
import Testing

@Suite struct FingerprintTests {
    /// Reference values of MurmurHash3_x64_128 with seed 0, from the Python package mmh3.
    @Test(arguments: [
        ("", "00000000000000000000000000000000"),
        ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
        ("The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347"),
    ])
    func `the hash is the published one`(text: String, digest: String) {
        #expect(Fingerprint(text).description == digest)
    }

    /// The bytes 0, 1, 2, … up to each length around the hash's blocks of 16.
    @Test(arguments: references)
    func `every length of tail is hashed`(count: Int, digest: String) {
        #expect(Fingerprint((0..<count).map { UInt8($0) }).description == digest)
    }

    @Test func `a slice that is not aligned is hashed alike`() {
        let bytes = (0..<100).map { UInt8($0) }
        #expect(Fingerprint(Array(bytes[3..<67])) == Fingerprint((3..<67).map { UInt8($0) }))
    }

    @Test func `every bit of every byte matters`() {
        let bytes = (0..<40).map { UInt8($0) }
        var seen: Set<Fingerprint> = [Fingerprint(bytes)]
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << UInt8(bit)
                #expect(seen.insert(Fingerprint(changed)).inserted)
            }
        }
    }

    @Test func `the order of parts matters`() {
        let (a, b) = (Fingerprint("a"), Fingerprint("b"))
        #expect(Fingerprint(combining: [a, b]) != Fingerprint(combining: [b, a]))
        #expect(Fingerprint(combining: [a]) != a)
    }
}

/// From mmh3, too.
private let references: [(Int, String)] = [
    (1, "4610abe56eff5cb551622daa78f83583"),
    (2, "7cb3f5c58dab264cf03c01326ec2e044"),
    (3, "b872a12fef53e6befb6255c252b396b6"),
    (4, "e1c594ae0ddfaf10d3d605bd13c2fde2"),
    (5, "41ee8cd4a6f94036f8d0155e630c23f6"),
    (6, "66983abba4f5043c57e0240b16512ca0"),
    (7, "bd4c6987ca4b0d68613addd4bd25c787"),
    (8, "47a7e1bdd68e2fc860e6ee02ec31dcc7"),
    (9, "fbb4cb0f6e812d3278de751d0200ffb9"),
    (10, "cfca25e89e58e463254313c472ad2076"),
    (11, "c57b4f47c7564f886965ea8d20711bb0"),
    (12, "b35da7e69212a5ca8075f146ecf75346"),
    (13, "4b52d9f2c55f41c284ff869eafa6d8fc"),
    (14, "5fa933ee35906d640d782573380fc9df"),
    (15, "47231598fd4925e9cd846dee88c67de9"),
    (16, "444924b591903f30ab906456762fe845"),
    (17, "5c76f40f9fe7c20ec15f026b9edaa824"),
    (31, "053dd3e1a32cd0949ee59aefb4005490"),
    (32, "c66d9022b62f500f1c050a6e34c31151"),
    (33, "7d41281bfaba461255ac8073a7d6a30b"),
    (47, "8a0f637c089b488276976541d96e858c"),
    (64, "ffd5522d8d812301a22238eb56338ea1"),
    (100, "b06f9999c14051ca0fbd6d93c8340799"),
]
