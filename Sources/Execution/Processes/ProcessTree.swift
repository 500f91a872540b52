#if os(Linux)
    import Storage

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #endif

    /// A process and all below it.
    struct ProcessTree {
        let root: Int32

        /// All processes below the root; none that has just gone.
        var descendants: [Int32] {
            var children: [Int32: [Int32]] = [:]
            for name in (try? Files.unsortedNames(in: "/proc")) ?? [] {
                guard let id = Int32(name), let parent = Self.parent(of: id) else { continue }
                children[parent, default: []].append(id)
            }
            var found: [Int32] = []
            var waiting = children[root] ?? []
            while let id = waiting.popLast() {
                found.append(id)
                waiting += children[id] ?? []
            }
            return found
        }

        /// The second field after the name in `4711 (its name) S 12 …`.
        private static func parent(of id: Int32) -> Int32? {
            text("/proc/\(id)/stat").flatMap { text in
                text.lastIndex(of: ")").flatMap { end in
                    text[text.index(after: end)...].split(separator: " ", maxSplits: 2).dropFirst().first
                        .flatMap { Int32($0) }
                }
            }
        }

        /// How many processes and threads the system has: the number after the slash of `0.12 0.34 0.56 2/345 6789`.
        static var systemTotal: Int? {
            text("/proc/loadavg")?.split(separator: " ").dropFirst(3).first?.split(separator: "/").last
                .flatMap { Int($0) }
        }

        /// How many bytes of memory processes take together, shared ones counted once.
        ///
        /// What each has in memory is quickly read; who of them shares what is asked only where that matters.
        static func memory(of processes: [Int32], upTo limit: Int) -> Int {
            let resident = processes.reduce(0) { $0 + pages(of: $1) * pageSize }
            guard resident > limit else { return resident }
            return processes.reduce(0) { $0 + proportionalSize(of: $1) }
        }

        private static let pageSize = sysconf(CInt(_SC_PAGESIZE))

        /// Pages in memory: the second number of `1234 567 89 1 0 345 0`.
        private static func pages(of id: Int32) -> Int {
            text("/proc/\(id)/statm")?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        }

        /// Its own memory and its share of what several have, also where they were moved out to disk.
        private static func proportionalSize(of id: Int32) -> Int {
            guard let text = text("/proc/\(id)/smaps_rollup") else { return 0 }
            return text.split(separator: "\n").reduce(0) { sum, line in
                guard line.hasPrefix("Pss:") || line.hasPrefix("SwapPss:") else { return sum }
                return sum + (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
            }
        }
    }

    private func text(_ path: String) -> String? {
        (try? Files.read(path)).map { String(decoding: $0, as: UTF8.self) }
    }
#endif
