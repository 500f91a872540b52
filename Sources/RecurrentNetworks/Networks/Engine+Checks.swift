extension Engine {
    func check(_ network: Network<C>, _ what: String) throws(DataError) { try plan.check(network, what) }

    func check(
        _ example: Example, _ truncation: Truncation, totalWeight: Double?, continuing: Bool
    ) throws(DataError) {
        try check(example.inputs, continuing: continuing)
        try truncation.check(steps: example.inputs.steps)
        let targets = example.targets
        let steps = plan.readout == .every ? example.inputs.steps : 1
        try expect(targets.steps, steps, "steps of the targets")
        try expect(targets.width, plan.outputs, "width of the targets")
        try example.check()
        if !targets.elements.allSatisfy({ $0.isFinite }) {
            for t in 0..<steps {
                for b in 0..<targets.batch where example.weight(t, b) != 0 && !targets.isFinite(t, b) {
                    throw .notFinite("targets", step: t, sequence: b)
                }
            }
        }
        let total = totalWeight ?? example.totalWeight
        if !(total.isFinite && total != 0) { throw .noWeight(total) }
    }

    func check(_ inputs: Sequences, continuing: Bool) throws(DataError) {
        if inputs.steps == 0 || inputs.batch == 0 { throw .empty }
        try expect(inputs.width, plan.inputs, "width of the inputs")
        if inputs.batch > batch || continuing && previousBatch > 0 && inputs.batch != previousBatch {
            let expected = continuing && previousBatch > 0 ? previousBatch : batch
            throw .size(of: "sequences of the inputs", expected: expected, found: inputs.batch)
        }
        if inputs.steps > steps {
            throw .size(of: "steps of the inputs", expected: steps, found: inputs.steps)
        }
        try inputs.checkLengths()
        if inputs.elements.allSatisfy({ $0.isFinite }) { return }
        for t in 0..<inputs.steps {
            for b in 0..<inputs.batch where !inputs.isPadding(t, b) && !inputs.isFinite(t, b) {
                throw .notFinite("inputs", step: t, sequence: b)
            }
        }
    }

    private func expect(_ found: Int, _ expected: Int, _ what: String) throws(DataError) {
        if found != expected { throw .size(of: what, expected: expected, found: found) }
    }
}
