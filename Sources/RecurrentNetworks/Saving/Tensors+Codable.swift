#if !hasFeature(Embedded)
    extension Vector: Codable {
        /// Reads a vector, bit for bit.
        public init(from decoder: any Decoder) throws { self.init(try ExactNumbers(from: decoder).values) }

        /// Writes the elements, bit for bit.
        public func encode(to encoder: any Encoder) throws { try ExactNumbers(elements).encode(to: encoder) }
    }

    extension Matrix: Codable {
        private enum CodingKeys: CodingKey { case rows, columns, elements }

        /// Reads a matrix, bit for bit.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let shape = Shape(try container.size(.rows), try container.size(.columns))
            let elements = try container.numbers(.elements)
            let (count, overflows) = shape.rows.multipliedReportingOverflow(by: shape.columns)
            if overflows || elements.count != count {
                throw container.mistake(.elements, "\(elements.count) elements in a matrix of \(shape)")
            }
            self.init(shape: shape, elements: elements)
        }

        /// Writes the sizes and the elements, bit for bit.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(rows, forKey: .rows)
            try container.encode(columns, forKey: .columns)
            try container.encode(numbers: elements, .elements)
        }
    }

    extension Sequences: Codable {
        private enum CodingKeys: CodingKey { case steps, batch, width, lengths, elements }

        /// Reads sequences, bit for bit.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let elements = try container.numbers(.elements)
            let (steps, batch) = (try container.size(.steps), try container.size(.batch))
            let width = try container.size(.width)
            let (rows, overflows) = steps.multipliedReportingOverflow(by: batch)
            if overflows || rows.multipliedReportingOverflow(by: width) != (elements.count, false) {
                throw container.mistake(.elements, "\(elements.count) elements in \(steps)×\(batch)×\(width)")
            }
            do {
                try self.init(steps: steps, batch: batch, width: width, elements: elements)
                lengths = try container.decodeIfPresent([Int].self, forKey: .lengths)
                try checkLengths()
            } catch let error as DataError {
                throw container.mistake(.elements, error.description)
            }
        }

        /// Writes the sizes and the elements, bit for bit.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(steps, forKey: .steps)
            try container.encode(batch, forKey: .batch)
            try container.encode(width, forKey: .width)
            try container.encodeIfPresent(lengths, forKey: .lengths)
            try container.encode(numbers: elements, .elements)
        }
    }

    extension State: Codable {
        private enum CodingKeys: CodingKey { case h, c }

        /// Reads a state, bit for bit.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                h: try container.decode(Vector.self, forKey: .h),
                c: try container.decode(Vector.self, forKey: .c))
        }

        /// Writes both parts, bit for bit.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(h, forKey: .h)
            try container.encode(c, forKey: .c)
        }
    }
#endif
