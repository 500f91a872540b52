#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// All processes below this one.
enum Descendants {
    /// Ends them all, and those that they start meanwhile.
    /// - Parameter program: One that is expected to be there.
    /// - Returns: How many they were besides.
    static func endAll(except program: pid_t?) -> Int {
        #if os(Linux)
            var ended: Set<pid_t> = []
            let deadline = time(nil) + 5
            while time(nil) <= deadline {
                while waitpid(-1, nil, WNOHANG) > 0 {}
                let found = all()
                // The youngest first: those that multiply must not get ahead.
                for process in found.sorted(by: { $0.id > $1.id }) {
                    // What has ended but for some of its threads is still to be killed.
                    kill(process.id, SIGKILL)
                    if !process.hasEnded { ended.insert(process.id) }
                }
                if found.isEmpty { break }
            }
            if let program { ended.remove(program) }
            return ended.count
        #else
            guard let program else { return 0 }
            kill(-program, SIGKILL)
            return 0
        #endif
    }

    #if os(Linux)
        private struct Child {
            let id: pid_t
            let parent: pid_t
            /// Whether its first thread has ended, and nobody has asked how.
            let hasEnded: Bool
        }

        /// Those that there are. Who has lost its parent has this process as one.
        private static func all() -> [Child] {
            var children: [pid_t: [Child]] = [:]
            guard let folder = opendir("/proc") else { return [] }
            defer { closedir(folder) }
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
                }
                guard let id = pid_t(name), let child = child(id) else { continue }
                children[child.parent, default: []].append(child)
            }
            var found: [Child] = []
            var waiting = children[getpid()] ?? []
            while let child = waiting.popLast() {
                found.append(child)
                waiting += children[child.id] ?? []
            }
            return found
        }

        /// Reads `4711 (its name) S 12 …`: the state and the parent.
        private static func child(_ id: pid_t) -> Child? {
            let file = open("/proc/\(id)/stat", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return nil }
            defer { close(file) }
            var bytes = [UInt8](repeating: 0, count: 512)
            let count = read(file, &bytes, bytes.count)
            guard count > 0, let end = bytes[..<count].lastIndex(of: UInt8(ascii: ")")) else { return nil }
            let fields = bytes[(end + 1)..<count].split(separator: UInt8(ascii: " "), maxSplits: 2)
            guard fields.count == 3, let parent = pid_t(String(decoding: fields[1], as: UTF8.self)) else {
                return nil
            }
            return Child(id: id, parent: parent, hasEnded: fields[0] == [UInt8(ascii: "Z")])
        }
    #endif
}
