import Foundation

/// NumPy's time for the same product in seconds, and its version; nil without Python or NumPy.
func numPyProduct(_ m: Int, _ k: Int, _ n: Int) -> (seconds: Double, version: String)? {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "numpy_product.py")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path, "\(m)", "\(k)", "\(n)"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let words = text.split { $0.isWhitespace }
    guard words.count == 2, let seconds = Double(words[0]) else { return nil }
    return (seconds, String(words[1]))
}
