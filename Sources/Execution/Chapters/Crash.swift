/// What the Swift runtime wrote to standard error when a program trapped.
struct Crash {
    /// The runtime's last words, such as `Fatal error: Index out of range`: no paths, lines or addresses.
    var message: String
    /// The places that the program was at, innermost first, by the paths that the program knows.
    var frames: [(path: String, line: Int, column: Int)]

    /// - Parameters:
    ///   - words: All that went to standard error.
    ///   - signal: The signal that ended the program.
    init(_ words: String, signal: CInt) {
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
        let backtrace = lines.firstIndex { $0.contains(": Backtracing from 0x") } ?? lines.endIndex
        let said = lines[..<backtrace].reversed().drop { $0.isEmpty }.reversed().map(\.self)
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
            if place.count == 3, let number = Int(place[1]), let column = Int(place[2]) {
                frames.append((String(place[0]), number, column))
            }
        }
        // A message may have lines that look like another; the runtime's own begins with its place.
        let start =
            said.lastIndex { Crash.saidByRuntime($0)?.place != nil }
            ?? said.lastIndex { Crash.saidByRuntime($0) != nil }
        if let start, let (first, place) = Crash.saidByRuntime(said[start]) {
            // What is declared in a closure, as a block that traps is, has an address in its name.
            message = ([first] + said[(start + 1)...]).joined(separator: "\n")
                .replacing(/\(unknown context at \$[0-9a-f]+\)\./, with: "")
            if frames.isEmpty, let place { frames = [(place.path, place.line, 1)] }
        } else if let failure {
            message = String(failure)
        } else if let last = said.last {
            message = Crash.withoutAddresses(last)
        } else {
            message = Crash.name(ofSignal: signal)
        }
    }

    /// The message without its place, and that, of `main/block-2:68: Fatal error: …`.
    private static func saidByRuntime(
        _ line: Substring
    ) -> (message: Substring, place: (path: String, line: Int)?)? {
        for word in ["Fatal error", "Precondition failed", "Assertion failed"] {
            guard let start = line.firstRange(of: word)?.lowerBound else { continue }
            if start == line.startIndex { return (line, nil) }
            let place = line[..<start]
            guard place.hasSuffix(": ") else { continue }
            let parts = place.dropLast(2).split(separator: ":")
            guard parts.count == 2, let number = Int(parts[1]) else { return (line[start...], nil) }
            return (line[start...], (String(parts[0]), number))
        }
        return nil
    }

    /// The runtime's words on a cast have addresses, which differ from run to run: `'Swift.Int' (0x7fb4917da698)` becomes
    /// `'Swift.Int'`. What a block says keeps all of its words.
    private static func withoutAddresses(_ line: Substring) -> String {
        guard line.hasPrefix("Could not cast value of type ") else { return String(line) }
        return String(line)
            .replacing(/\(unknown context at \$[0-9a-f]+\)\./, with: "")
            .replacing(/\ ?\(0x[0-9a-f]+\)/, with: "")
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
