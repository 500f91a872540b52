import Diagnostics
import Foundation
import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The folder for all that execution makes and can make again.
struct Scratch: Sendable {
    /// The folder, as an absolute path.
    let folder: String

    /// Compiled runtime modules.
    var runtime: String { "\(folder)/runtime" }
    /// The package that makes a library of the book's modules.
    var modules: String { "\(folder)/modules" }
    /// Transcripts.
    var cache: String { "\(folder)/cache" }
    private var temporary: String { "\(folder)/work" }

    /// Makes the folder if it is missing, and removes what killed processes left, files and processes.
    init(_ path: String) throws(ExecutionError) {
        folder = try onDisk { () throws(DiagnosticError) in
            try Files.makeFolder(path)
            return Files.resolved(path) ?? path
        }
        try forgetWhatIsBoundToAnotherPlace()
        for place in [folder, cache] { Files.removeAbandoned(in: place) }
        guard let names = try? Files.names(in: temporary) else { return }
        for name in names {
            // A folder is named after the process that uses it.
            guard let id = name.split(separator: "-").first.flatMap({ pid_t($0) }), kill(id, 0) != 0,
                errno == ESRCH
            else { continue }
            Family(group: nil, mark: name).end()
            try? Files.remove("\(temporary)/\(name)")
        }
    }

    /// The package manager's folder has absolute paths in its caches: copied or moved, it cannot be used.
    private func forgetWhatIsBoundToAnotherPlace() throws(ExecutionError) {
        let record = "\(folder)/place"
        let place = Array(folder.utf8)
        try onDisk { () throws(DiagnosticError) in
            if Files.exists(record), try Files.read(record) != place { try Files.remove(modules) }
            try Files.write(place, to: record)
        }
    }

    /// Makes an empty folder that no other process uses.
    func makeTemporaryFolder(_ name: String) throws(ExecutionError) -> String {
        let path = "\(temporary)/\(getpid())-\(name)-\(UInt32.random(in: 0 ... .max))"
        try onDisk { () throws(DiagnosticError) in try Files.makeFolder(path) }
        return path
    }

    /// What the processes that use such a folder are marked with.
    static func mark(ofTemporaryFolder path: String) -> String {
        String(path.dropFirst(Files.parent(of: path).count + 1))
    }

    /// Removes such a folder; if it cannot be removed now, a later process does it.
    func removeTemporaryFolder(_ path: String) {
        try? Files.remove(path)
    }

    /// The user's environment, for compilers; their temporary files go into a folder that is removed in any case.
    func compilerEnvironment(temporary: String) -> [String: String] {
        var environment = ProcessInfo.processInfo.environment
        environment["TMPDIR"] = temporary
        environment[Family.variable] = Self.mark(ofTemporaryFolder: temporary)
        return environment
    }
}
