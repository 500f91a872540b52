import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a compiler, or another program of the toolchain, wrote until it ended.
struct CompilerOutput {
    /// How it ended.
    let ending: Ending
    /// What it wrote to standard output.
    let output: String
    /// What it wrote to standard error.
    let errors: String
    /// All that it wrote.
    var text: String { output + errors }

    /// Runs a program of the toolchain to its end.
    init(running command: Command) throws(Failure) {
        var collector = Collector()
        let child = try onDisk { () throws(DiagnosticError) in try ChildProcess(command) }
        defer { child.closePipes() }
        // The compiler's driver and the package manager start compilers in groups of their own, and stop them when the
        // user interrupts.
        ending = child.supervise(&collector, stopWith: SIGINT, grace: .seconds(2))
        if ending == .interrupted {
            Family(group: child.id, mark: command.environment[Family.variable]).end()
            throw .stopped
        }
        output = String(decoding: collector.output, as: UTF8.self)
        errors = String(decoding: collector.errors, as: UTF8.self)
    }

    private struct Collector: Watcher {
        var output: [UInt8] = []
        var errors: [UInt8] = []
        var deadline: ContinuousClock.Instant? { nil }
        var wantsStop: Bool { false }

        mutating func look() {}

        mutating func receive(output bytes: UnsafeBufferPointer<UInt8>) {
            output += bytes
        }

        mutating func receive(errors bytes: UnsafeBufferPointer<UInt8>) {
            errors += bytes
        }
    }
}
