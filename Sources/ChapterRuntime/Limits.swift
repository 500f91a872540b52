#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension _Chapter {
    /// Takes the memory limit from the environment; a hard limit, which the chapter cannot lift.
    static func limitMemory() {
        guard let bytes = getenv("BOOK_MEMORY").flatMap({ rlim_t(String(cString: $0)) }) else { return }
        var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        #if canImport(Glibc)
            setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
            setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        #else
            setrlimit(RLIMIT_DATA, &limit)
            setrlimit(RLIMIT_CORE, &none)
        #endif
    }

    /// Lets the system kill this process when the tool dies, however it dies.
    static func endWithParent() {
        #if canImport(Glibc)
            let setDeathSignal: CInt = 1
            _ = prctl(setDeathSignal, CUnsignedLong(SIGKILL))
        #endif
    }
}

#if canImport(Glibc)
    @_silgen_name("prctl")
    private func prctl(_ option: CInt, _ argument: CUnsignedLong) -> CInt
#endif
