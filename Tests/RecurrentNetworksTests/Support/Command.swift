import Foundation

struct CommandFailure: Error, CustomStringConvertible {
    let description: String
}

/// What a program, which must succeed, prints.
func run(_ words: String...) throws -> String { try run(words) }

/// What a program, which must succeed, prints.
func run(_ words: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
        throw CommandFailure(description: words.joined(separator: " ") + "\n" + text)
    }
    return text
}
