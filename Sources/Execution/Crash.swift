/// What the Swift runtime wrote to standard error when a program trapped.
struct Crash {
    /// The runtime's last words, such as `Fatal error: Index out of range`: no paths, lines or addresses.
    var message: String
    /// The lines and columns of the chapter that the program was at, innermost first.
    var frames: [(line: Int, column: Int)]

    /// - Parameters:
    ///   - words: All that went to standard error.
    ///   - signal: The signal that ended the program.
    ///   - paths: The paths by which the debug information knows the chapter's program.
    init(_ words: String, signal: CInt, paths: Set<String>) {
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
        let backtrace = lines.firstIndex { $0.contains(": Backtracing from 0x") } ?? lines.endIndex
        let said = lines[..<backtrace].filter { !$0.isEmpty }
        frames = []
        var failure: Substring?
        for line in lines[backtrace...] {
            if failure == nil, let start = line.firstRange(of: "Swift runtime failure: ")?.lowerBound,
                line.hasSuffix(" ***")
            {
                failure = line[start...].dropLast(4)
            }
            guard let start = line.ranges(of: " at ").last?.upperBound else { continue }
            let place = line[start...].split(separator: ":")
            if place.count == 3, paths.contains(String(place[0])), let number = Int(place[1]),
                let column = Int(place[2])
            {
                frames.append((number, column))
            }
        }
        if let start = said.lastIndex(where: { Crash.saidByRuntime($0) != nil }),
            let (first, place) = Crash.saidByRuntime(said[start])
        {
            message = Crash.withoutAddresses(([first] + said[(start + 1)...]).joined(separator: "\n"))
            if frames.isEmpty, let place { frames = [(place, 1)] }
        } else if let failure {
            message = String(failure)
        } else if let last = said.last {
            message = Crash.withoutAddresses(last)
        } else {
            message = Crash.name(ofSignal: signal)
        }
    }

    /// The message without its place, and the line if it is the chapter's, of `main/03-lstm.md:68: Fatal error: …`.
    private static func saidByRuntime(_ line: Substring) -> (message: Substring, line: Int?)? {
        for word in ["Fatal error", "Precondition failed", "Assertion failed"] {
            guard let start = line.firstRange(of: word)?.lowerBound else { continue }
            if start == line.startIndex { return (line, nil) }
            let place = line[..<start]
            guard place.hasSuffix(": ") else { continue }
            let number = place.dropLast(2).split(separator: ":").last.flatMap { Int($0) }
            return (line[start...], place.hasPrefix("main/") ? number : nil)
        }
        return nil
    }

    /// Addresses differ from run to run: `'Swift.Int' (0x7fb4917da698)` becomes `'Swift.Int'`.
    private static func withoutAddresses(_ text: some StringProtocol) -> String {
        String(text)
            .replacing(/\(unknown context at \$[0-9a-f]+\)\./, with: "")
            .replacing(/\ ?\(0x[0-9a-f]+\)/, with: "")
            .replacing(/0x[0-9a-f]+/, with: "…")
    }

    private static func name(ofSignal signal: CInt) -> String {
        switch signal {
        case 4, 5: "Illegal instruction"
        case 6: "Aborted"
        case 8: "Arithmetic fault"
        case 7, 10, 11: "Bad pointer dereference (endless recursion is one cause)"
        case 9: "Killed by the system"
        default: "Ended by signal \(signal)"
        }
    }
}
