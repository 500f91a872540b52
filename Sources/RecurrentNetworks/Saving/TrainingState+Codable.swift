#if !hasFeature(Embedded)
    extension Optimiser.Memory: Codable {
        private enum CodingKeys: CodingKey { case moments, squares, decays, own, updates }

        /// Reads what an optimiser remembered, bit for bit.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let decays = try container.numbers(.decays)
            if decays.count != 2 { throw container.mistake(.decays, "two numbers are needed") }
            moments = try container.numbers(.moments)
            squares = try container.numbers(.squares)
            (firstDecay, secondDecay) = (decays[0], decays[1])
            own = try container.decode([Vector].self, forKey: .own)
            updates = try container.size(.updates)
        }

        /// Writes what an optimiser remembers, bit for bit.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(numbers: moments, .moments)
            try container.encode(numbers: squares, .squares)
            try container.encode(numbers: [firstDecay, secondDecay], .decays)
            try container.encode(own, forKey: .own)
            try container.encode(updates, forKey: .updates)
        }
    }

    extension TrainingState: Codable where C: Codable {
        private enum CodingKeys: CodingKey { case network, memory, updates, carried }

        /// Reads what a training run had come to, bit for bit.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                network: try container.decode(Network<C>.self, forKey: .network),
                memory: try container.decode(Optimiser.Memory.self, forKey: .memory),
                updates: try container.size(.updates),
                carried: try container.decode([[[State]]].self, forKey: .carried))
        }

        /// Writes what a training run has come to, bit for bit.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(network, forKey: .network)
            try container.encode(memory, forKey: .memory)
            try container.encode(updates, forKey: .updates)
            try container.encode(carried, forKey: .carried)
        }
    }
#endif
