import Diagnostics

/// What a merge left in a file where both sides had changed it: lines that begin with seven marks.
enum MergeConflict {
    /// An error for each conflict, at its first line that is left.
    static func mistakes(in file: SourceFile) -> [Diagnostic] {
        var mistakes: [Diagnostic] = []
        var isInside = false
        for line in 1...max(file.lineCount, 1) {
            let range = file.rangeOfLine(line)
            guard let mark = mark(file.bytes[range]) else { continue }
            if !isInside || mark == UInt8(ascii: "<") { mistakes.append(mistake(at: file.location(range))) }
            isInside = mark != UInt8(ascii: ">")
        }
        return mistakes
    }

    /// The mark of a line that a merge wrote.
    private static func mark(_ line: ArraySlice<UInt8>) -> UInt8? {
        guard let mark = line.first, "<|>".utf8.contains(mark),
            line.prefix(while: { $0 == mark }).count == 7
        else { return nil }
        return line.count == 7 || line[line.startIndex + 7] == UInt8(ascii: " ") ? mark : nil
    }

    private static func mistake(at location: SourceLocation) -> Diagnostic {
        .error(
            "a merge left both sides of a conflict here", at: location,
            help: "keep what is right, and take out the lines that begin with <<<<<<<, |||||||, ======= and "
                + ">>>>>>>; to show such a line put a space before it")
    }
}
