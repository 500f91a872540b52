import Diagnostics
import Foundation
import Storage

/// The generator's own modules that every chapter imports, compiled from the sources next to this file.
struct RuntimeLibrary: Sendable {
    /// The modules, each after those it imports.
    static let modules = ["Figures", "ChapterRuntime"]

    private let sources: [(module: String, files: [String])]
    /// The fingerprint of all that is compiled.
    let fingerprint: Fingerprint

    /// Reads the sources.
    init(toolchain: Toolchain) throws(ExecutionError) {
        let root = Files.parent(of: Files.parent(of: #filePath))
        var sources: [(module: String, files: [String])] = []
        var parts = [Fingerprint(toolchain.version)]
        for module in Self.modules {
            let folder = "\(root)/\(module)"
            guard FileManager.default.fileExists(atPath: folder) else {
                throw ExecutionError(
                    .toolchain,
                    [
                        .error(
                            "the sources of this tool are no longer at '\(root)'", at: nil,
                            help: "build the tool again, in the place where its sources are now")
                    ])
            }
            let names = try onDisk { () throws(DiagnosticError) in try Files.tree(folder) }
            let files = names.filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
            for file in files {
                parts.append(Fingerprint(file))
                parts.append(Fingerprint(try onDisk { () throws(DiagnosticError) in try Files.read(file) }))
            }
            sources.append((module, files))
        }
        self.sources = sources
        fingerprint = Fingerprint(combining: parts)
    }

    /// The compiled library, if it is there.
    func library(in scratch: Scratch) -> Library? {
        let folder = "\(scratch.runtime)/\(fingerprint)"
        guard FileManager.default.fileExists(atPath: folder) else { return nil }
        return Library(interfaces: folder, folder: folder, names: Self.modules)
    }

    /// Compiles the library, and removes older ones.
    ///
    /// Not optimised: that takes four times as long as all else before the first chapter runs, and a plot of ten
    /// thousand points is drawn in milliseconds either way.
    func build(with toolchain: Toolchain, in scratch: Scratch) throws(ExecutionError) -> Library {
        if let library = library(in: scratch) { return library }
        let folder = try scratch.makeTemporaryFolder("runtime")
        defer { scratch.removeTemporaryFolder(folder) }
        for (module, files) in sources {
            let imported = Self.modules.prefix { $0 != module }.map { "-l\($0)" }
            let result = try CompilerOutput(
                running: Command(
                    executable: toolchain.compiler,
                    arguments: [
                        "swiftc", "-Onone", "-wmo", "-swift-version", "6",
                        "-parse-as-library", "-emit-library",
                        "-emit-module",
                        "-module-name", module, "-I", folder, "-L", folder,
                        "-o", "\(folder)/\(Library.fileName(module))",
                    ] + imported + Toolchain.machineFlags + files,
                    environment: scratch.compilerEnvironment(temporary: folder)))
            guard result.ending == .exited(0) else {
                throw ExecutionError(
                    .toolchain,
                    [
                        .error(
                            "the module '\(module)' of this tool does not compile", at: nil,
                            explanation: result.text)
                    ])
            }
        }
        return try onDisk { () throws(DiagnosticError) in
            try Files.remove(scratch.runtime)
            try Files.makeFolder(scratch.runtime)
            try Files.move(folder, to: "\(scratch.runtime)/\(fingerprint)")
            let place = "\(scratch.runtime)/\(fingerprint)"
            return Library(interfaces: place, folder: place, names: Self.modules)
        }
    }
}
