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
    /// What was found out once.
    let store: Store
    /// The folder of the store.
    static func memoFolder(in scratch: String) -> String { "\(scratch)/memos" }
    private var temporary: String { "\(folder)/work" }

    /// Makes the folder if it is missing, and removes what killed processes left, files and processes.
    /// - Parameter onDamage: Told of a memo that is not as it was written.
    init(_ path: String, onDamage: @escaping @Sendable (String) -> Void = { _ in }) throws(Failure) {
        let folder = try onDisk { () throws(DiagnosticError) in
            try Files.makeFolder(path)
            return Files.resolved(path) ?? path
        }
        self.folder = folder
        store = Store(folder: Self.memoFolder(in: folder), onDamage: onDamage)
        try forgetWhatIsBoundToAnotherPlace()
        Files.removeAbandoned(in: folder)
        guard let names = try? Files.names(in: temporary) else { return }
        for name in names {
            // A folder is named after the process that uses it.
            guard let id = name.split(separator: "-").first.flatMap({ pid_t($0) }), kill(id, 0) != 0,
                errno == ESRCH
            else { continue }
            Family(group: nil, mark: name).end()
            removeTemporaryFolder("\(temporary)/\(name)")
        }
    }

    /// The package manager's folder has absolute paths in its caches: copied or moved, it cannot be used.
    private func forgetWhatIsBoundToAnotherPlace() throws(Failure) {
        let record = "\(folder)/place"
        let place = Array(folder.utf8)
        try onDisk { () throws(DiagnosticError) in
            if Files.exists(record), try Files.read(record) != place { try Files.remove(modules) }
            try Files.write(place, to: record)
        }
    }

    /// Makes an empty folder that no other process uses.
    func makeTemporaryFolder(_ name: String) throws(Failure) -> String {
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
        try? Files.remove(Self.compilersFolder(for: path))
    }

    /// Where compilers have their temporary files: in the folder itself, or, as the compiler's driver does not get along
    /// with other letters than those of ASCII, in one of the system's.
    private static func compilersFolder(for temporary: String) -> String {
        temporary.utf8.allSatisfy { $0 < 0x80 } ? temporary : "/tmp/book-\(Fingerprint(temporary))"
    }

    /// The user's environment, for compilers; their temporary files go into a folder that is removed in any case.
    func compilerEnvironment(temporary: String) -> [String: String] {
        var environment = ProcessInfo.processInfo.environment
        let folder = Self.compilersFolder(for: temporary)
        if folder != temporary { try? Files.makeFolder(folder) }
        environment["TMPDIR"] = folder
        environment[Family.variable] = Self.mark(ofTemporaryFolder: temporary)
        return environment
    }
}
