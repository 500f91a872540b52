// The matrix product beside NumPy's and beside the machine's peak, on one thread.

import Foundation
import Measurement
import RecurrentNetworks

let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "numpy_product.py")
let peak = measurePeak()
print(String(format: "peak of one thread: %.1f GFLOP/s\n", peak / 1e9))
print("        m    k    n     GFLOP/s   of peak   NumPy   of peak")
for (m, k, n) in [
    (64, 64, 64), (128, 128, 128), (256, 256, 256), (512, 512, 512), (32, 128, 512), (32, 256, 1024),
    (20, 64, 256), (1, 16, 64), (1, 64, 256),
] {
    var generator = PCG64(seed: 0)
    let a = generator.normal(m, k)
    let b = generator.normal(k, n)
    let operations = Double(2 * m * k * n)
    let repeats = max(1, Int(2e7 / operations))
    var product = a * b
    let seconds = fastest(of: 50) { for _ in 0..<repeats { product = a * b } } / Double(repeats)
    precondition(product[0, 0].isFinite)
    var line = String(
        format: "%9d %4d %4d  %10.1f  %6.0f %%", m, k, n, operations / seconds / 1e9,
        100 * operations / seconds / peak)
    if let other = numbers(printedBy: script, ["\(m)", "\(k)", "\(n)"])?.first {
        line += String(format: "  %6.1f  %6.0f %%", operations / other / 1e9, 100 * operations / other / peak)
    }
    print(line)
}
