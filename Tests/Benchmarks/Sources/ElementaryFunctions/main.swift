// The elementary functions over an array beside NumPy's, in nanoseconds for each element.

import Foundation
import Measurement
import RecurrentNetworks

let count = 1024
let x = Vector((0..<count).map { Double($0) / 64 - 8 })
let positive = Vector((0..<count).map { Double($0 + 1) / 128 })
let functions: [(String, (Vector) -> Vector, Vector)] = [
    ("exp", { RecurrentNetworks.exp($0) }, x),
    ("expm1", { RecurrentNetworks.expm1($0) }, x),
    ("log", { RecurrentNetworks.log($0) }, positive),
    ("log1p", { RecurrentNetworks.log1p($0) }, positive),
    ("tanh", { RecurrentNetworks.tanh($0) }, x),
    ("sigmoid", { sigmoid($0) }, x),
    ("softplus", { softplus($0) }, x),
]
let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "numpy_functions.py")
let others = numbers(printedBy: script, []) ?? []
print("function       ours   NumPy")
for (i, (name, function, arguments)) in functions.enumerated() {
    var result = arguments
    let seconds = fastest(of: 100) { for _ in 0..<100 { result = function(arguments) } } / 100
    precondition(result[0].isFinite)
    let other = i < others.count ? String(format: "%8.2f", others[i]) : ""
    print(
        name.padding(toLength: 9, withPad: " ", startingAt: 0),
        String(format: "%9.2f", seconds / Double(count) * 1e9), other)
}
