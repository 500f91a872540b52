// A training step (forward, backward, update) beside PyTorch, on one thread.

import Foundation
import Measurement
import RecurrentNetworks

let sizes = [
    Size(batch: 1, steps: 100, inputs: 2, hidden: 16), Size(batch: 20, steps: 100, inputs: 2, hidden: 64),
    Size(batch: 32, steps: 64, inputs: 64, hidden: 128), Size(batch: 32, steps: 64, inputs: 128, hidden: 256),
]
let cells = ["RNN", "LSTM", "GRU"]

func measure(_ cell: String, _ size: Size) async throws -> StepCost {
    switch cell {
    case "RNN": try await Workload(RNNCell(inputs: size.inputs, hidden: size.hidden), size).measure()
    case "LSTM": try await Workload(LSTMCell(inputs: size.inputs, hidden: size.hidden), size).measure()
    default:
        try await Workload(
            GRUCell(inputs: size.inputs, hidden: size.hidden, reset: .after, update: .keeps), size
        ).measure()
    }
}

let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "training_step.py")
let sizeArguments = sizes.map { "\($0.batch),\($0.steps),\($0.inputs),\($0.hidden)" }
let others = numbers(printedBy: script, [cells.joined(separator: ",")] + sizeArguments) ?? []
let version = others.suffix(3).map { String(format: "%.0f", $0) }.joined(separator: ".")

let peak = measurePeak()
print(String(format: "peak of one thread: %.1f GFLOP/s; PyTorch %@", peak / 1e9, version))
print("milliseconds; times as fast as PyTorch in parentheses\n")
print(
    "cell  (batch, steps, in, hidden)    ours   of peak    float64           float32         2 threads  allocations"
)
for (s, size) in sizes.enumerated() {
    for (k, cell) in cells.enumerated() {
        let ours = try await measure(cell, size)
        var line = cell.padding(toLength: 6, withPad: " ", startingAt: 0)
        line += "(\(size.batch), \(size.steps), \(size.inputs), \(size.hidden))"
            .padding(toLength: 22, withPad: " ", startingAt: 0)
        line += String(
            format: "%12.3f  %5.0f %%", 1e3 * ours.seconds, 100 * ours.operations / ours.seconds / peak)
        let at = 2 * (s * cells.count + k)
        for other in others.dropFirst(at).prefix(2) {
            line += String(format: " %9.2f (%5.1f)", other, other / ours.seconds / 1e3)
        }
        line += String(format: "  %9.2f  %9d", ours.speedUp, ours.allocations)
        print(line)
    }
}
