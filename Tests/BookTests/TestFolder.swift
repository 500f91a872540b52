import Foundation
import Synchronization

/// A copy of the fixture book in a temporary folder, and the program run in it.
final class TestFolder: Sendable {
    /// How a run of the program ended.
    struct Result {
        let code: Int32
        let output: String
        let errors: String
    }

    private static let fixture = TheBook.root.appending(path: "Tests/Fixtures/PrimesBook")
    private static let folder = Mutex<TestFolder?>(nil)
    private let url: URL

    /// The one copy: its modules are compiled once.
    static func shared() throws -> TestFolder {
        try folder.withLock { folder in
            if let folder { return folder }
            let made = try TestFolder()
            folder = made
            return made
        }
    }

    private init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        removeAtExit(url.path())
    }

    /// Puts the fixture's files back as they are in the repository; what was compiled stays.
    func restore(keepingSite: Bool = false) throws {
        for name in ["Package.swift", "Sources", "chapters", "mine"] + (keepingSite ? [] : ["site"]) {
            let target = url.appending(path: name)
            let source = Self.fixture.appending(path: name)
            try? FileManager.default.removeItem(at: target)
            if FileManager.default.fileExists(atPath: source.path()) {
                try FileManager.default.copyItem(at: source, to: target)
            }
        }
    }

    func read(_ path: String) throws -> String {
        try String(contentsOf: url.appending(path: path), encoding: .utf8)
    }

    func write(_ path: String, _ text: String) throws {
        let target = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: target, atomically: false, encoding: .utf8)
    }

    func append(_ path: String, _ text: String) throws {
        try write(path, read(path) + text)
    }

    func edit(_ path: String, _ old: String, _ new: String) throws {
        let text = try read(path)
        precondition(text.contains(old), "\(path) has no '\(old)'")
        try write(path, text.replacing(old, with: new, maxReplacements: 1))
    }

    /// The bytes of every file below a folder, by path.
    func contents(_ path: String) throws -> [String: Data] {
        let folder = url.appending(path: path).path()
        var contents: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            contents[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
        }
        return contents
    }

    /// The names in a folder, in order.
    func names(_ path: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.appending(path: path).path()).sorted()
    }

    func setPermissions(_ path: String, _ mode: mode_t) {
        chmod(url.appending(path: path).path(), mode)
    }

    /// What stands between the test and the program.
    enum Handicap {
        case none
        /// Permissions bind it, even if the tests are run by root, whom they bind otherwise in nothing.
        case permissions
        /// It cannot write a file longer than this, as if the disk were full then.
        case fileSize(kilobytes: Int)

        /// The command that runs a program so.
        func wrap(_ command: [String]) -> [String] {
            switch self {
            case .permissions where geteuid() == 0:
                ["/usr/bin/setpriv", "--bounding-set=-dac_override,-dac_read_search"] + command
            case .none, .permissions: command
            case .fileSize(let kilobytes):
                // A writer that does not ignore the signal is killed, which a full disk never does.
                ["/bin/sh", "-c", "trap '' XFSZ; ulimit -f \(2 * kilobytes); exec \"$0\" \"$@\""] + command
            }
        }
    }

    func run(
        _ arguments: String..., environment: [String: String?] = [:], under handicap: Handicap = .none
    ) throws -> Result {
        try start(arguments, environment, handicap).finish()
    }

    func start(_ arguments: String...) throws -> Running {
        try start(arguments, [:], .none)
    }

    /// Starts the program and kills it, as a power cut would.
    func runAndKill(after delay: Duration, _ arguments: String...) throws {
        let running = try start(arguments, [:], .none)
        usleep(
            UInt32(delay.components.seconds * 1_000_000 + delay.components.attoseconds / 1_000_000_000_000))
        _ = try running.stop(with: SIGKILL)
    }

    private func start(
        _ arguments: [String], _ environment: [String: String?], _ handicap: Handicap
    ) throws -> Running {
        let command = handicap.wrap([try program().path()] + arguments)
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command[1...])
        process.currentDirectoryURL = url
        var variables = ProcessInfo.processInfo.environment
        variables["CI"] = nil
        for (name, value) in environment { variables[name] = value }
        process.environment = variables
        return try Running(process)
    }

    #if os(Linux)
        /// The command lines of all processes that work for a build of this book: the folder stands in what they were
        /// called with, or in their environment.
        func workers() throws -> [String] {
            let folder = Data(url.resolvingSymlinksInPath().path().utf8)
            return try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { id in
                guard Int(id) != nil else { return nil }
                let texts = ["cmdline", "environ"].map {
                    FileManager.default.contents(atPath: "/proc/\(id)/\($0)") ?? Data()
                }
                guard texts.contains(where: { $0.range(of: folder) != nil }) else { return nil }
                return String(decoding: texts[0], as: UTF8.self).replacing("\0", with: " ")
            }
        }
    #endif

    /// The program, built beside the tests.
    private func program() throws -> URL {
        let bundle = ProcessInfo.processInfo.arguments.first { $0.contains(".xctest") }
        let folder =
            bundle.map { path in
                URL(filePath: String(path[..<(path.range(of: ".xctest")?.lowerBound ?? path.endIndex)]))
                    .deletingLastPathComponent()
            } ?? TheBook.root.appending(path: ".build/debug")
        return folder.appending(path: "book")
    }

    /// A run that has been started.
    struct Running {
        private let process: Process
        private let output: Reader
        private let errors: Reader

        fileprivate init(_ process: Process) throws {
            let pipes = (Pipe(), Pipe())
            process.standardOutput = pipes.0
            process.standardError = pipes.1
            process.standardInput = FileHandle.nullDevice
            self.process = process
            try process.run()
            output = Reader(pipes.0)
            errors = Reader(pipes.1)
        }

        /// Sends a signal and waits for the end.
        func stop(with signal: Int32) throws -> Result {
            kill(process.processIdentifier, signal)
            return try finish()
        }

        func finish() throws -> Result {
            let (output, errors) = (output.text(), errors.text())
            process.waitUntilExit()
            return Result(code: process.terminationStatus, output: output, errors: errors)
        }
    }
}

/// Reads a pipe to its end on a thread of its own, so that two full pipes never wait for one another.
private final class Reader: Sendable {
    private let data = Mutex(Data())
    private let isDone = DispatchSemaphore(value: 0)

    init(_ pipe: Pipe) {
        let handle = pipe.fileHandleForReading
        Thread.detachNewThread { [self] in
            let all = (try? handle.readToEnd()) ?? Data()
            data.withLock { $0 = all }
            isDone.signal()
        }
    }

    func text() -> String {
        isDone.wait()
        return data.withLock { String(decoding: $0, as: UTF8.self) }
    }
}

private let leftovers = Mutex<[String]>([])

/// Removes a folder when the tests end.
private func removeAtExit(_ path: String) {
    let isFirst = leftovers.withLock { paths in
        paths.append(path)
        return paths.count == 1
    }
    guard isFirst else { return }
    atexit {
        for path in leftovers.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
    }
}
