// One step of one sequence at a time through an LSTM with a head, and a matrix times a vector, beside NumPy, on one
// thread.

import Foundation
import Measurement
import RecurrentNetworks

let sizes = [64, 256]
let products = [64, 256, 300]
let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "numpy_streaming.py")
let others = numbers(
    printedBy: script,
    [sizes, products].map { $0.map { "\($0)" }.joined(separator: ",") })

func report(_ name: String, _ size: Int, _ seconds: Double, _ index: Int) {
    var line = String(format: "%-24@ %4d %9.2f µs", name as NSString, size, 1e6 * seconds)
    if let others, index < others.count {
        line += String(format: "   NumPy %9.2f µs (%.1f)", 1e6 * others[index], others[index] / seconds)
    }
    print(line)
}

for (k, size) in sizes.enumerated() {
    var generator = PCG64(seed: 1)
    var network = Network([LSTMCell(inputs: 16, hidden: size)], outputs: 16, readout: .every)
    network.initialise(.pyTorch, using: &generator)
    let engine = Engine(network, steps: 1, batch: 1)
    let input = Sequences([generator.normal(16)])
    var failure: (any Error)?
    let seconds = fastest(of: 2000) {
        do { _ = try engine.outputs(network, input, continuing: true) } catch { failure = error }
    }
    if let failure { throw failure }
    report("LSTM, one step, H =", size, seconds, k)
}
for (k, size) in products.enumerated() {
    var generator = PCG64(seed: 1)
    let (a, x) = (generator.normal(size, size), generator.normal(size))
    report("matrix times vector, n =", size, fastest(of: 2000) { _ = a * x }, sizes.count + k)
}
