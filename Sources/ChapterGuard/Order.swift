#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the guard is asked to start, and what that may do: words such as `memory=4294967296`.
struct Order {
    /// The program, and the name that it is given.
    private var program = ""
    private var name = ""
    /// The folder in which it runs.
    private var folder = ""
    /// How many bytes it may take, and write into one file.
    private var memory: rlim_t = 0
    /// Where it may write; anywhere if there is no such folder.
    private var writable: [String] = []
    /// Where it may read besides; anywhere if there is no such folder. Then it has no network either.
    private var readable: [String] = []

    init?(_ words: some Sequence<String>) {
        for word in words {
            guard let equals = word.firstIndex(of: "=") else { return nil }
            let value = String(word[word.index(after: equals)...])
            switch word[..<equals] {
            case "program": program = value
            case "name": name = value
            case "folder": folder = value
            case "memory": memory = rlim_t(value) ?? 0
            case "writable": writable.append(value)
            case "readable": readable.append(value)
            default: return nil
            }
        }
        guard !program.isEmpty, memory > 0 else { return nil }
    }

    /// Makes the program of this process.
    func become(unblocking signals: sigset_t) -> Never {
        setpgid(0, 0)
        var signals = signals
        sigprocmask(SIG_UNBLOCK, &signals, nil)
        limitMemory()
        guard chdir(folder) == 0 else { Guard.fail("cannot enter '\(folder)': \(Guard.lastError)") }
        #if os(Linux)
            _ = prctl(ProcessControl.parentDeathSignal, CUnsignedLong(SIGKILL), 0, 0, 0)
            if !readable.isEmpty { Confinement.leaveNetwork() }
            Privileges.giveUp()
            if !writable.isEmpty { Confinement(writable: writable, readable: readable).enter() }
        #endif
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(name), nil]
        execve(program, &arguments, environ)
        Guard.fail("cannot start '\(program)': \(Guard.lastError)")
    }

    /// A hard limit, which the program cannot lift. What its processes take together is counted by the tool.
    private func limitMemory() {
        var limit = rlimit(rlim_cur: memory, rlim_max: memory)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        #if canImport(Glibc)
            setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        #else
            setrlimit(RLIMIT_DATA, &limit)
            setrlimit(RLIMIT_FSIZE, &limit)
            setrlimit(RLIMIT_CORE, &none)
        #endif
    }
}
