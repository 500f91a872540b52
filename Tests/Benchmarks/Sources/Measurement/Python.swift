import Foundation

/// The numbers that a Python script prints; nil if it fails, as it does where NumPy is missing.
public func numbers(printedBy script: URL, _ arguments: [String]) -> [Double]? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? text.split { $0.isWhitespace }.compactMap { Double($0) } : nil
}
