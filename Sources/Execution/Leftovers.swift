import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A mark that nobody can guess: for the environment of a program and of all that it starts, and for its records.
func makeMark() -> String {
    (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }.joined()
}

/// Ends the processes that a program started and that outlived it.
/// - Parameters:
///   - group: The program's process group.
///   - mark: The value of `BOOK_MARK` in the environment of the program, and so of its children.
/// - Returns: How many there were.
func endLeftovers(ofGroup group: pid_t, mark: String) -> Int {
    #if os(Linux)
        var count = 0
        let variable = "BOOK_MARK=\(mark)"
        for name in (try? Files.names(in: "/proc")) ?? [] {
            guard let id = pid_t(name), id != getpid(), let status = try? Files.read("/proc/\(name)/stat"),
                let end = status.lastIndex(of: UInt8(ascii: ")"))
            else { continue }
            let fields = status[(end + 1)...].split(separator: UInt8(ascii: " "))
            guard fields.count > 2, fields[0] != [UInt8(ascii: "Z")] else { continue }
            let isOfGroup = Int32(String(decoding: fields[2], as: UTF8.self)) == group
            // A process may have left the group.
            guard isOfGroup || environment(of: id, contains: variable) else { continue }
            kill(id, SIGKILL)
            count += 1
        }
        return count
    #else
        return kill(-group, SIGKILL) == 0 ? 1 : 0
    #endif
}

#if os(Linux)
    private func environment(of id: pid_t, contains variable: String) -> Bool {
        guard let environment = try? Files.read("/proc/\(id)/environ") else { return false }
        return (environment + [0]).withUnsafeBufferPointer { bytes in
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
#endif
