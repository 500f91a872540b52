import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What chapters may do on this system.
struct ChapterConfinement: Sendable {
    /// Whether the system keeps a chapter from writing outside its own folder.
    let keepsFromWriting: Bool
    /// Whether network and home are to be out of reach as well.
    let isSandbox: Bool
    /// The folder of the toolchain.
    let toolchain: String

    /// Whether this system has Landlock, and one that knows that to truncate a file is to write it.
    static let isAvailable: Bool = {
        #if os(Linux)
            let createRuleset = 444
            let askVersion = 1
            return systemCall(createRuleset, 0, 0, askVersion) >= 3
        #else
            return false
        #endif
    }()

    /// What a program in a folder may read and write.
    func inForce(temporary: String, libraries: [Library]) -> GuardedProgram.Confinement {
        guard isSandbox else { return keepsFromWriting ? .writing(below: [temporary]) : .none }
        let system = ["/usr", "/lib", "/lib64", "/bin", "/sbin", "/etc", "/proc", "/sys", "/dev"]
        return .sandbox(
            writing: [temporary], reading: system + [toolchain] + libraries.map(\.folder))
    }
}

#if os(Linux)
    @_silgen_name("syscall")
    private func systemCall(_ number: Int, _ first: Int, _ second: Int, _ third: Int) -> Int
#endif
