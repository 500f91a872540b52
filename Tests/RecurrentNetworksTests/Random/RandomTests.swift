import Testing

@testable import RecurrentNetworks

@Suite struct RandomTests {
    struct Fixture: Decodable {
        struct Seeding: Decodable {
            let seed: [String]
            let raw: [String]
        }

        let seeding: [Seeding]
        let count: Int
        let uniform: String
        let ranges: [[String]]
        let rounds: Int
        let integers: String
        let small: String
        let normals: [Double]
        let normalSum: Double
        let normalExtremes: [Double]
        let children: [String]
        let advances: [[String]]
        let permutations: [[Int]]
    }

    static let fixture = Result { try numericFixture("random", as: Fixture.self) }

    /// A running hash of many draws, as the script computes it.
    struct Digest {
        var value: UInt64 = 0

        mutating func add(_ word: UInt64) { value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15 }
    }

    @Test("Seeds of any size and lists of them, as NumPy")
    func seeding() throws {
        for entry in try Self.fixture.get().seeding {
            let words = try entry.seed.map { try Self.words(ofDecimal: $0) }
            var generator = PCG64(seed: SeedSequence(entropy: words.flatMap(\.self)))
            #expect(entry.raw == (0..<4).map { _ in String(generator.next(), radix: 16) }, "\(entry.seed)")
        }
    }

    @Test("Literals, integers and lists make the same seed")
    func seedForms() {
        #expect(SeedSequence(7) == 7)
        #expect(SeedSequence(UInt64.max) == 0xffff_ffff_ffff_ffff)
        #expect(SeedSequence(UInt128.max) == 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_ffff)
        #expect(SeedSequence([1, 2, 3]) == [1, 2, 3])
        #expect(SeedSequence(0).entropy == [0])
        #expect(SeedSequence(UInt128(1) << 64).entropy == [0, 0, 1])
        #expect((0x1_0000_0000_0000_0000_0000_0000 as SeedSequence).entropy == [0, 0, 0, 1])
        #expect(PCG64(seed: 5) == PCG64(seed: SeedSequence(5)))
    }

    @Test("A million uniform numbers, bit for bit")
    func uniform() throws {
        let fixture = try Self.fixture.get()
        var generator = PCG64(seed: 12345)
        var digest = Digest()
        for _ in 0..<fixture.count { digest.add(generator.uniform().bitPattern) }
        #expect(String(digest.value, radix: 16) == fixture.uniform)
    }

    @Test("A million integers from ranges of all sizes, bit for bit")
    func integers() throws {
        let fixture = try Self.fixture.get()
        let ranges = try fixture.ranges.map { try #require(Int($0[0]))..<#require(Int($0[1])) }
        var generator = PCG64(seed: 777)
        var digest = Digest()
        for _ in 0..<fixture.rounds {
            for range in ranges {
                for _ in 0..<8 { digest.add(UInt64(bitPattern: Int64(generator.integer(in: range)))) }
            }
        }
        #expect(String(digest.value, radix: 16) == fixture.integers)

        generator = PCG64(seed: 31)
        digest = Digest()
        for _ in 0..<fixture.count / 4 { digest.add(UInt64(generator.integer(in: 0..<1000))) }
        #expect(String(digest.value, radix: 16) == fixture.small)
    }

    @Test("A million normal numbers within 1e-12")
    func normals() throws {
        let fixture = try Self.fixture.get()
        var generator = PCG64(seed: 99)
        var (sum, smallest, largest, worst) = (0.0, 0.0, 0.0, 0.0)
        for i in 0..<fixture.count {
            let x = generator.normal()
            sum += x
            smallest = min(smallest, x)
            largest = max(largest, x)
            if i % 2000 == 0 { worst = max(worst, (x - fixture.normals[i / 2000]).magnitude) }
        }
        #expect(worst < 1e-12)
        #expect((sum - fixture.normalSum).magnitude < 1e-7)
        #expect((smallest - fixture.normalExtremes[0]).magnitude < 1e-12)
        #expect((largest - fixture.normalExtremes[1]).magnitude < 1e-12)
        print("normals: at most \(worst) off NumPy's, their sum \((sum - fixture.normalSum).magnitude)")
    }

    @Test("Normal numbers of two hundred seeds within 1e-12")
    func normalsOfManySeeds() throws {
        struct Many: Decodable {
            struct Entry: Decodable {
                let seed: Int
                let normals: [Double]

                init(from decoder: any Decoder) throws {
                    var values = try decoder.unkeyedContainer()
                    seed = try values.decode(Int.self)
                    normals = try values.decode([Double].self)
                }
            }
            let manyNormals: [Entry]
        }
        for entry in try numericFixture("random", as: Many.self).manyNormals {
            var generator = PCG64(seed: entry.seed)
            for expected in entry.normals { #expect((generator.normal() - expected).magnitude < 1e-12) }
        }
    }

    @Test("Children of a seed, and theirs")
    func spawning() throws {
        var parent = PCG64(seed: 8)
        var children = parent.spawn(3)
        var all = children + children[2].spawn(2) + parent.spawn(1)
        #expect(all.indices.map { String(all[$0].next(), radix: 16) } == (try Self.fixture.get().children))
    }

    @Test("Advancing and jumping")
    func advancing() throws {
        var generator = PCG64(seed: 5)
        _ = generator.next()
        for entry in try Self.fixture.get().advances {
            generator.advance(by: try #require(UInt128(entry[0])))
            #expect(String(generator.next(), radix: 16) == entry[1])
        }
        struct Jumps: Decodable {
            struct Entry: Decodable {
                let count: Int
                let raw: String

                init(from decoder: any Decoder) throws {
                    var values = try decoder.unkeyedContainer()
                    count = try values.decode(Int.self)
                    raw = try values.decode(String.self)
                }
            }
            let jumps: [Entry]
        }
        for entry in try numericFixture("random", as: Jumps.self).jumps {
            var jumped = PCG64(seed: 5).jumped(UInt128(entry.count))
            #expect(String(jumped.next(), radix: 16) == entry.raw)
        }
    }

    @Test("Advancing by the rest of the period moves back")
    func movingBack() {
        var generator = PCG64(seed: 6)
        let first = generator.next()
        generator.advance(by: UInt128.max)
        #expect(generator.next() == first)
    }

    @Test("Permutations")
    func permutations() throws {
        var generator = PCG64(seed: 4)
        for expected in try Self.fixture.get().permutations {
            #expect(generator.permutation(expected.count) == expected)
        }
        var none: [Int] = []
        generator.shuffle(&none)
        #expect(none.isEmpty)
    }

    @Test("Serves as the standard library's generator")
    func standardLibrary() {
        var generator = PCG64(seed: 0)
        let dice = (0..<600).map { _ in Int.random(in: 1...6, using: &generator) }
        #expect(Set(dice) == [1, 2, 3, 4, 5, 6])
    }

    /// The 32-bit words of a decimal number, by long division.
    private static func words(ofDecimal digits: String) throws -> [UInt32] {
        var decimals = try digits.map { try #require($0.wholeNumberValue) }
        var words: [UInt32] = []
        repeat {
            var remainder = 0
            decimals = decimals.map { digit in
                let value = remainder * 10 + digit
                remainder = value & 0xffff_ffff
                return value >> 32
            }
            words.append(UInt32(remainder))
        } while decimals.contains { $0 != 0 }
        return words
    }
}
