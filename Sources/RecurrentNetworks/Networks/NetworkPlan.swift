/// What an engine's memory was made for.
struct NetworkPlan {
    let readout: Readout
    let inputs: Int
    let outputs: Int
    private let widths: [[Int]]
    private let sizes: [Int]

    init<C: Cell>(_ network: Network<C>) {
        readout = network.readout
        inputs = network.inputs
        outputs = network.outputs
        widths = network.layers.map { [$0.inputs, $0.hidden] }
        sizes = network.parameters.map { $0.count }
    }

    /// Looks whether a network, or a gradient of one, has this shape.
    func check<C: Cell>(_ network: Network<C>, _ what: String) throws(DataError) {
        if network.readout != readout { throw .readout(expected: readout, found: network.readout) }
        if network.layers.count != widths.count {
            throw .size(of: "layers of the \(what)", expected: widths.count, found: network.layers.count)
        }
        for (k, layer) in network.layers.enumerated() {
            if layer.inputs != widths[k][0] {
                throw .size(
                    of: "inputs of layer \(k) of the \(what)", expected: widths[k][0], found: layer.inputs)
            }
            if layer.hidden != widths[k][1] {
                throw .size(
                    of: "hidden values of layer \(k) of the \(what)", expected: widths[k][1],
                    found: layer.hidden)
            }
        }
        var copy = network
        var (k, wrong, found) = (0, -1, 0)
        copy.modifyParameters { values in
            if wrong < 0 && (k >= sizes.count || values.count != sizes[k]) {
                (wrong, found) = (k, values.count)
            }
            k += 1
        }
        if wrong < 0 && k < sizes.count { wrong = k }
        if wrong < 0 { return }
        let names = network.parameterNames
        throw .size(
            of: "\(wrong < names.count ? names[wrong] : "parameters") of the \(what)",
            expected: wrong < sizes.count ? sizes[wrong] : 0, found: found)
    }
}
