import Diagnostics

/// One message of the compiler: `path:line:column: error: text`.
struct CompilerMessage: Hashable {
    var path: String
    var line: Int
    var column: Int
    var severity: Diagnostic.Severity
    var text: String

    /// The messages in what a compiler wrote, each once and in order.
    static func parse(_ output: String) -> [CompilerMessage] {
        var messages: [CompilerMessage] = []
        var seen: Set<CompilerMessage> = []
        let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
        var index = 0
        while index < lines.count {
            let message = CompilerMessage(lines[index])
            index += 1
            guard let message else { continue }
            if seen.insert(message).inserted { messages.append(message) }
            // The line of source shown below a message may look like one; a caret stands below it.
            if index + 1 < lines.count, lines[index + 1].allSatisfy({ " \t^~".contains($0) }),
                lines[index + 1].contains("^")
            {
                index += 2
            }
        }
        return messages
    }

    private init?(_ output: Substring) {
        let severities: [(String, Diagnostic.Severity)] = [
            (": error: ", .error), (": warning: ", .warning), (": note: ", .note),
        ]
        for (word, severity) in severities {
            guard let match = output.firstRange(of: word) else { continue }
            let place = output[..<match.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
            guard place.count >= 3, let line = Int(place[place.count - 2]),
                let column = Int(place[place.count - 1])
            else { continue }
            path = place[..<(place.count - 2)].joined(separator: ":")
            self.line = line
            self.column = column
            self.severity = severity
            // The name of the group of warnings is for the compiler's flags.
            var text = output[match.upperBound...]
            if text.hasSuffix("]"), let group = text.ranges(of: " [#").last {
                text = text[..<group.lowerBound]
            }
            self.text = String(text)
            return
        }
        return nil
    }
}
