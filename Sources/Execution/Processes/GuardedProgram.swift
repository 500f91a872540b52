import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A chapter's program that runs under a guard: see `ChapterGuard`.
struct GuardedProgram {
    /// What may be read and written.
    enum Confinement: Sendable {
        /// Anything.
        case none
        /// Read anything, write below these folders.
        case writing(below: [String])
        /// Read and write below these folders, and have no network.
        case sandbox(writing: [String], reading: [String])
    }

    private let process: ChildProcess
    private let channel: CInt
    private let report: CInt

    /// The guard's process; those of the program are below it.
    var id: pid_t { process.id }

    /// Starts a program.
    /// - Parameters:
    ///   - command: The program; its first argument is its name, and it has no others.
    ///   - folder: The folder in which it runs.
    ///   - memory: How many bytes it may take.
    ///   - key: What the program finds first in its channel.
    init(
        _ command: Command, guardedBy executable: String, folder: String, memory: Int,
        confinement: Confinement, key: [UInt8]
    ) throws(DiagnosticError) {
        var words = [
            "program=\(command.executable)", "name=\(command.arguments.first ?? "")", "folder=\(folder)",
            "memory=\(memory)",
        ]
        switch confinement {
        case .none: break
        case .writing(let folders): words += folders.map { "writable=\($0)" }
        case .sandbox(let writing, let reading):
            words += writing.map { "writable=\($0)" } + reading.map { "readable=\($0)" }
        }
        let (channel, channelEnd) = try ChildProcess.makeSocketPair()
        defer { closeDescriptor(channelEnd) }
        let (report, reportEnd) = try ChildProcess.makePipe()
        defer { closeDescriptor(reportEnd) }
        _ = key.withUnsafeBytes { write(channel, $0.baseAddress, $0.count) }
        do throws(DiagnosticError) {
            process = try ChildProcess(
                Command(
                    executable: executable, arguments: ["guard"] + words, environment: command.environment,
                    descriptors: [channelEnd, reportEnd]))
        } catch {
            closeDescriptor(channel)
            closeDescriptor(report)
            throw error
        }
        self.channel = channel
        self.report = report
    }

    /// Reads what the program tells until it ends, and stops it when it must not go on. When this returns, no process of
    /// it is left.
    /// - Returns: How it ended, and how many processes it had left.
    func supervise(_ watcher: inout some Watcher) throws(Failure) -> (ending: Ending, leftovers: Int) {
        let ending = process.supervise(
            &watcher, channel: channel, stopWith: SIGTERM, grace: .seconds(7))
        switch ending {
        case .late, .stopped, .interrupted: return (ending, 0)
        case .exited, .signalled: break
        }
        var bytes = [UInt8](repeating: 0, count: 1 << 10)
        let count = read(report, &bytes, bytes.count)
        let words = String(decoding: bytes[..<max(count, 0)], as: UTF8.self)
        let numbers = words.split(separator: "\n").first.map {
            $0.split(separator: " ").compactMap { CInt($0) }
        }
        if let numbers, numbers.count == 2 { return (Ending(status: numbers[0]), Int(numbers[1])) }
        throw Failure(
            .machine,
            [
                .error(
                    "the chapter's program cannot be run as it must", at: nil,
                    explanation: words.isEmpty
                        ? "its guard was ended" : String(words.drop { "! ".contains($0) }),
                    help:
                        "see what it says; without Landlock, or without namespaces, --sandbox is not possible"
                )
            ])
    }

    /// Forgets what is written from now on.
    func close() {
        process.closePipes()
        for descriptor in [channel, report] { closeDescriptor(descriptor) }
    }
}

private func closeDescriptor(_ descriptor: CInt) { _ = close(descriptor) }
