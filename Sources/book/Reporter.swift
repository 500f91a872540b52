import Diagnostics
import Foundation

/// Writes diagnostics and results: for people to standard error, as JSON to standard output.
struct Reporter: Sendable {
    private let format: DiagnosticFormat
    private let isQuiet: Bool
    /// How many diagnostics of one file people are shown: one wrong line can make hundreds.
    private let limit: Int

    init(_ options: BookOptions) {
        limit = options.verbose || options.format == .json ? .max : 12
        format = options.format
        isQuiet = options.quiet
    }

    /// Writes each diagnostic, in the order given.
    func report(_ diagnostics: [Diagnostic]) {
        var counts: [String: Int] = [:]
        for diagnostic in diagnostics {
            let file = diagnostic.location?.file.path ?? ""
            counts[file, default: 0] += 1
            guard counts[file, default: 0] <= limit else { continue }
            switch format {
            case .text: writeError(diagnostic.text(Terminal.standardError.style) + "\n")
            case .json: writeLine(JSONDiagnostic(diagnostic).text)
            }
        }
        for (file, count) in counts.sorted(by: { $0.key < $1.key }) where count > limit {
            writeError("\(file): \(count - limit) more; --verbose shows them all\n")
        }
    }

    /// Writes how a command ended: one line, left out where only diagnostics are wanted.
    func conclude(_ line: String) {
        guard !isQuiet else { return }
        switch format {
        case .text: writeLine(line)
        case .json: writeError(line + "\n")
        }
    }

    /// Writes a line of the command's own output, such as a listed chapter.
    func writeLine(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    private func writeError(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}

/// A diagnostic as other programs read it.
private struct JSONDiagnostic: Encodable {
    let severity: String
    let summary: String
    let file: String?
    let line: Int?
    let column: Int?
    let endLine: Int?
    let endColumn: Int?
    let explanation: String?
    let help: String?

    init(_ diagnostic: Diagnostic) {
        severity = diagnostic.severity.rawValue
        summary = diagnostic.summary
        file = diagnostic.location?.file.path
        line = diagnostic.location?.start.line
        column = diagnostic.location?.start.column
        endLine = diagnostic.location?.end.line
        endColumn = diagnostic.location?.end.column
        explanation = diagnostic.explanation
        help = diagnostic.help
    }

    /// The object on one line, keys in order.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
