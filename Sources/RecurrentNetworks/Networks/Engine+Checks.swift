extension Engine {
    func check(_ example: Example, for network: Network<C>) throws(DataError) {
        try check(example.inputs, for: network)
        let targets = example.targets
        let steps = readout == .every ? example.inputs.steps : 1
        try expect(targets.steps, steps, "steps of the targets")
        try expect(targets.batch, batch, "sequences of the targets")
        try expect(targets.width, network.outputs, "width of the targets")
        if let weights = example.weights {
            try expect(weights.count, steps * batch, "weights of the targets")
        }
    }

    func check(_ inputs: Sequences, for network: Network<C>) throws(DataError) {
        if inputs.steps == 0 || inputs.batch == 0 { throw .empty }
        try expect(inputs.width, network.inputs, "width of the inputs")
        try expect(inputs.batch, batch, "sequences of the inputs")
        if inputs.steps > steps {
            throw .size(of: "steps of the inputs", expected: steps, found: inputs.steps)
        }
        if let bad = inputs.elements.firstIndex(where: { !$0.isFinite }) {
            let row = bad / inputs.width
            throw .notFinite("inputs", step: row / batch, sequence: row % batch)
        }
    }

    private func expect(_ found: Int, _ expected: Int, _ what: String) throws(DataError) {
        if found != expected { throw .size(of: what, expected: expected, found: found) }
    }
}
