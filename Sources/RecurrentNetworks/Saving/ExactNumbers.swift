#if !hasFeature(Embedded)
    /// Numbers as their bits: what is read is what was written, in any format, NaN and −0 included.
    struct ExactNumbers: Codable {
        let values: [Double]

        init(_ values: [Double]) { self.values = values }

        init(from decoder: any Decoder) throws {
            values = try decoder.singleValueContainer().decode([UInt64].self).map(Double.init(bitPattern:))
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(values.map(\.bitPattern))
        }
    }

    extension KeyedDecodingContainer {
        func numbers(_ key: Key) throws -> [Double] { try decode(ExactNumbers.self, forKey: key).values }

        /// An error at a key.
        func mistake(_ key: Key, _ what: String) -> DecodingError {
            .dataCorruptedError(forKey: key, in: self, debugDescription: what)
        }

        /// Reads arrays of parameters into a value that has room for them.
        func parameters<Model: Parameterised>(_ key: Key, into model: inout Model) throws {
            let arrays = try decode([ExactNumbers].self, forKey: key).map(\.values)
            if !model.set(arrays) {
                throw mistake(
                    key,
                    "arrays of \(arrays.map(\.count)) numbers where \(model.parameters.map(\.count)) would fit"
                )
            }
        }

        /// A size, which is no less than 0.
        func size(_ key: Key) throws -> Int {
            let size = try decode(Int.self, forKey: key)
            if size < 0 { throw mistake(key, "a size of \(size)") }
            return size
        }
    }

    extension KeyedEncodingContainer {
        mutating func encode(numbers: [Double], _ key: Key) throws {
            try encode(ExactNumbers(numbers), forKey: key)
        }

        mutating func encode(parametersOf model: some Parameterised, _ key: Key) throws {
            try encode(model.parameters.map(ExactNumbers.init), forKey: key)
        }
    }
#endif
