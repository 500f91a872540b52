import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The processes of a compiler or package manager: itself, those that it started, those that they started, and so on.
///
/// On Linux they are known by the program's process group and by a mark in their environment, which they have from one
/// another: who leaves the group, even for a session of its own, has the mark still. Elsewhere it is the group alone.
/// A chapter's processes are its guard's to end.
struct Family {
    /// The variable that has the mark.
    static let variable = "BOOK_MARK"

    /// The program's process group; nil if the program is long gone.
    let group: pid_t?
    /// The value of the variable in the environment of the program; nil if it was given none.
    let mark: String?

    #if os(Linux)
        /// Ends them all, and those that they start meanwhile.
        /// - Returns: How many they were.
        @discardableResult
        func end() -> Int {
            var ended: Set<pid_t> = []
            let deadline = ContinuousClock.now + .seconds(5)
            var doubts = 0
            while doubts < Self.mostDoubts, .now < deadline {
                var isGone = true
                var isCertain = true
                // Each is ended when it is found: those that multiply must not get ahead.
                for id in Self.processes() {
                    switch isMember(id) {
                    case .yes:
                        kill(id, SIGKILL)
                        ended.insert(id)
                        isGone = false
                    case .unknown: isCertain = false
                    case .no: continue
                    }
                }
                if isGone && isCertain { break }
                doubts = isGone ? doubts + 1 : 0
            }
            return ended.count
        }

        /// How often to look again for what could not be told and was not found.
        private static let mostDoubts = 20

        private enum Membership {
            case yes, no
            /// It ended while it was looked at, and may have started another, or it is becoming another program.
            case unknown
        }

        /// All processes there are, the youngest first: they may not be there for long.
        private static func processes() -> [pid_t] {
            let own = getpid()
            return ((try? Files.unsortedNames(in: "/proc")) ?? []).compactMap { pid_t($0) }.filter {
                $0 != own
            }
            .sorted(by: >)
        }

        private func isMember(_ id: pid_t) -> Membership {
            guard let status = try? Files.read("/proc/\(id)/stat"),
                let end = status.lastIndex(of: UInt8(ascii: ")"))
            else { return isYounger(id) ? .unknown : .no }
            // State, parent, group.
            let fields = status[(end + 1)...].split(separator: UInt8(ascii: " "), maxSplits: 3)
            guard fields.count > 2, fields[0] != [UInt8(ascii: "Z")] else { return .no }
            if let group, pid_t(String(decoding: fields[2], as: UTF8.self)) == group { return .yes }
            guard let variable = mark.map({ "\(Self.variable)=\($0)" }),
                let environment = try? Files.read("/proc/\(id)/environ")
            else { return .no }
            // Between two programs a process has no environment; those of the kernel never have one.
            if environment.isEmpty { return isYounger(id) && isProgram(id) ? .unknown : .no }
            return contains(environment, variable) ? .yes : .no
        }

        /// Whether a process may have been started by the program.
        private func isYounger(_ id: pid_t) -> Bool { id > (group ?? 0) }

        private func isProgram(_ id: pid_t) -> Bool {
            var byte: CChar = 0
            return readlink("/proc/\(id)/exe", &byte, 1) >= 0
        }

        private func contains(_ environment: [UInt8], _ variable: String) -> Bool {
            (environment + [0]).withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    guard let start = characters.baseAddress else { return false }
                    var offset = 0
                    while offset < characters.count {
                        if strcmp(start + offset, variable) == 0 { return true }
                        offset += strlen(start + offset) + 1
                    }
                    return false
                }
            }
        }
    #else
        /// Ends them all.
        /// - Returns: How many they were, as far as is known.
        @discardableResult
        func end() -> Int {
            guard let group else { return 0 }
            return kill(-group, SIGKILL) == 0 ? 1 : 0
        }
    #endif
}
