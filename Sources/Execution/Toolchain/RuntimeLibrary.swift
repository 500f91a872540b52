import Diagnostics
import Foundation
import RuntimeSources
import Storage

/// The generator's own modules that every chapter imports, and the program that guards a running chapter, compiled from
/// the sources that it carries.
struct RuntimeLibrary: Sendable {
    /// The modules, each after those it imports.
    static let modules = RuntimeSources.modules
    /// The program.
    private static let guardModule = RuntimeSources.guardModule

    /// The fingerprint of all that is compiled.
    let fingerprint: Fingerprint

    init(toolchain: Toolchain) {
        let files = RuntimeSources.files.flatMap { file in
            [Fingerprint("\(file.module)/\(file.name)"), Fingerprint(file.bytes)]
        }
        fingerprint = Fingerprint(combining: [Fingerprint(toolchain.identity)] + files)
    }

    /// The compiled library, if it is there.
    func library(in scratch: Scratch) -> Library? {
        let folder = "\(scratch.runtime)/\(fingerprint)"
        guard FileManager.default.fileExists(atPath: folder) else { return nil }
        return Library(interfaces: folder, folder: folder, names: Self.modules)
    }

    /// The program that guards a running chapter.
    static func guardExecutable(in library: Library) -> String { "\(library.folder)/\(guardModule)" }

    /// Compiles the library, and removes older ones.
    ///
    /// Not optimised: that takes four times as long as all else before the first chapter runs, and a plot of ten
    /// thousand points is drawn in milliseconds either way.
    func build(with toolchain: Toolchain, in scratch: Scratch) throws(Failure) -> Library {
        if let library = library(in: scratch) { return library }
        let folder = try scratch.makeTemporaryFolder("runtime")
        defer { scratch.removeTemporaryFolder(folder) }
        for module in Self.modules + [Self.guardModule] {
            let files = try write(module, below: folder)
            let product =
                module == Self.guardModule
                ? ["-emit-executable", "-o", "\(folder)/\(module)"]
                : [
                    "-emit-library", "-emit-module", "-I", folder, "-L", folder,
                    "-o", "\(folder)/\(Library.fileName(module))",
                ] + Self.modules.prefix { $0 != module }.map { "-l\($0)" }
            let result = try CompilerOutput(
                running: Command(
                    executable: toolchain.compiler,
                    arguments: [
                        "swiftc", "-Onone", "-wmo", "-swift-version", "6", "-parse-as-library",
                        "-module-name", module,
                    ] + product + Toolchain.machineFlags + files,
                    environment: scratch.compilerEnvironment(temporary: folder)))
            guard result.ending == .exited(0) else {
                throw Failure(
                    .machine,
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

    /// Writes the sources of a module, to be compiled; gives their paths.
    private func write(_ module: String, below folder: String) throws(Failure) -> [String] {
        let place = "\(folder)/sources/\(module)"
        return try onDisk { () throws(DiagnosticError) in
            try Files.makeFolder(place)
            var paths: [String] = []
            for file in RuntimeSources.files where file.module == module {
                let path = "\(place)/\(file.name)"
                try Files.write(file.bytes, to: path)
                paths.append(path)
            }
            return paths
        }
    }
}
