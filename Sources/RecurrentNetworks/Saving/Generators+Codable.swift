#if !hasFeature(Embedded)
    extension SeedSequence: Codable {
        private enum CodingKeys: CodingKey { case entropy, spawnKey, children }

        /// Reads a seed, with the number of children that it has had.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                entropy: try container.decode([UInt32].self, forKey: .entropy),
                spawnKey: try container.decode([UInt32].self, forKey: .spawnKey))
            childCount = try container.decode(UInt32.self, forKey: .children)
        }

        /// Writes the seed, with the number of children that it has had.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(entropy, forKey: .entropy)
            try container.encode(spawnKey, forKey: .spawnKey)
            try container.encode(childCount, forKey: .children)
        }
    }

    extension PCG64: Codable {
        private enum CodingKeys: CodingKey { case state, increment, spare, seed }

        /// Reads a generator, whose next draw is the one it had before it.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            func number(_ key: CodingKeys) throws -> UInt128 {
                let halves = try container.decode([UInt64].self, forKey: key)
                if halves.count != 2 { throw container.mistake(key, "a number of 128 bits has two halves") }
                return UInt128(halves[0]) << 64 | UInt128(halves[1])
            }
            self.init(
                state: try number(.state), increment: try number(.increment),
                spare: try container.decodeIfPresent(UInt32.self, forKey: .spare),
                sequence: try container.decode(SeedSequence.self, forKey: .seed))
        }

        /// Writes the generator as it is, half-used draw included.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            func halves(_ number: UInt128) -> [UInt64] {
                [UInt64(truncatingIfNeeded: number >> 64), UInt64(truncatingIfNeeded: number)]
            }
            try container.encode(halves(state), forKey: .state)
            try container.encode(halves(increment), forKey: .increment)
            try container.encodeIfPresent(spare, forKey: .spare)
            try container.encode(sequence, forKey: .seed)
        }
    }
#endif
