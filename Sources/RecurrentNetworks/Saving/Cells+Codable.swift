#if !hasFeature(Embedded)
    extension Activation: Codable {}
    extension LSTMCell.Form: Codable {}
    extension GRUCell.Reset: Codable {}
    extension GRUCell.Update: Codable {}

    extension RNNCell: Codable {
        private enum CodingKeys: CodingKey { case inputs, hidden, activation, parameters }

        /// Reads a cell, bit for bit.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                inputs: try container.size(.inputs), hidden: try container.size(.hidden),
                activation: try container.decode(Activation.self, forKey: .activation))
            try container.parameters(.parameters, into: &self)
        }

        /// Writes the sizes, the form and the parameters, bit for bit.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(inputs, forKey: .inputs)
            try container.encode(hidden, forKey: .hidden)
            try container.encode(activation, forKey: .activation)
            try container.encode(parametersOf: self, .parameters)
        }
    }

    extension LSTMCell: Codable {
        private enum CodingKeys: CodingKey { case inputs, hidden, form, parameters }

        /// Reads a cell, bit for bit.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                inputs: try container.size(.inputs), hidden: try container.size(.hidden),
                form: try container.decode(Form.self, forKey: .form))
            try container.parameters(.parameters, into: &self)
        }

        /// Writes the sizes, the form and the parameters, bit for bit.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(inputs, forKey: .inputs)
            try container.encode(hidden, forKey: .hidden)
            try container.encode(form, forKey: .form)
            try container.encode(parametersOf: self, .parameters)
        }
    }

    extension GRUCell: Codable {
        private enum CodingKeys: CodingKey { case inputs, hidden, reset, update, parameters }

        /// Reads a cell, bit for bit.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                inputs: try container.size(.inputs), hidden: try container.size(.hidden),
                reset: try container.decode(Reset.self, forKey: .reset),
                update: try container.decode(Update.self, forKey: .update))
            try container.parameters(.parameters, into: &self)
        }

        /// Writes the sizes, the form and the parameters, bit for bit.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(inputs, forKey: .inputs)
            try container.encode(hidden, forKey: .hidden)
            try container.encode(reset, forKey: .reset)
            try container.encode(convention, forKey: .update)
            try container.encode(parametersOf: self, .parameters)
        }
    }
#endif
