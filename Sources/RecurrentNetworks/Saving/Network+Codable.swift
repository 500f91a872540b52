#if !hasFeature(Embedded)
    extension Readout: Codable {}

    extension Linear: Codable {
        private enum CodingKeys: CodingKey { case inputs, outputs, parameters }

        /// Reads a map, bit for bit.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(inputs: try container.size(.inputs), outputs: try container.size(.outputs))
            try container.parameters(.parameters, into: &self)
        }

        /// Writes the sizes and the parameters, bit for bit.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(w.columns, forKey: .inputs)
            try container.encode(w.rows, forKey: .outputs)
            try container.encode(parametersOf: self, .parameters)
        }
    }

    extension Network: Codable where C: Codable {
        private enum CodingKeys: CodingKey { case layers, head, readout }

        /// Reads a network, bit for bit.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let layers = try container.decode([C].self, forKey: .layers)
            let head = try container.decode(Linear.self, forKey: .head)
            let areStacked = zip(layers, layers.dropFirst()).allSatisfy { $0.hidden == $1.inputs }
            if layers.isEmpty || !areStacked {
                throw container.mistake(.layers, "layers that do not stand on one another")
            }
            self.init(
                layers, outputs: head.b.count, readout: try container.decode(Readout.self, forKey: .readout))
            if !self.head.set(head.parameters) {
                throw container.mistake(.head, "a head of another size than the last layer's")
            }
        }

        /// Writes the layers and the head, bit for bit.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(layers, forKey: .layers)
            try container.encode(head, forKey: .head)
            try container.encode(readout, forKey: .readout)
        }
    }
#endif
