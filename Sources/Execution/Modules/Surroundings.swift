import Diagnostics
import Foundation
import Storage

/// What of the system the book's modules are compiled from, as the compiler told when it compiled them: headers outside
/// their folders, and the libraries that they are linked with.
enum Surroundings {
    /// What was read for sources with a fingerprint, as it is now; nil if these were never compiled.
    static func known(forSources sources: Fingerprint, in scratch: Scratch) -> [String: FileState]? {
        guard let recorded: [String: FileState] = scratch.store.value(.surroundings, key: sources) else {
            return nil
        }
        var states: [String: FileState] = [:]
        for (path, state) in recorded {
            // What is gone is another thing than what was there.
            states[path] = try? FileState(of: path, unless: state)
        }
        return states
    }

    /// Keeps what the compiler read for sources with a fingerprint.
    static func record(
        forSources sources: Fingerprint, besides files: [String: FileState], toolchain: Toolchain,
        in scratch: Scratch
    ) throws(Failure) {
        let build = "\(scratch.modules)/build"
        let toolchainFolder = toolchain.folder
        var states: [String: FileState] = [:]
        let read =
            dependencies(of: "\(build)/release") + libraries(of: "\(build)/release", toolchain, scratch)
        for path in Set(read)
        where files[path] == nil && !path.hasPrefix(toolchainFolder + "/")
            && !path.hasPrefix(scratch.folder + "/")
        {
            states[path] = try? FileState(of: path)
        }
        try scratch.store.keep(states, .surroundings, key: sources)
    }

    /// The files that the compilers' dependency files name: `made : read read`, blanks escaped.
    private static func dependencies(of folder: String) -> [String] {
        let folder = Files.resolved(folder) ?? folder
        var found: Set<String> = []
        for name in (try? Files.tree(folder)) ?? [] where name.hasSuffix(".d") {
            guard let bytes = try? Files.read("\(folder)/\(name)") else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
                .replacing("\\\n", with: " ").replacing("\\ ", with: "\u{0}")
            for line in text.split(separator: "\n") {
                guard let colon = line.firstRange(of: ": ") ?? line.firstRange(of: ":\t") else { continue }
                for word in line[colon.upperBound...].split(whereSeparator: \.isWhitespace) {
                    let path = String(word.replacing("\u{0}", with: " "))
                    found.insert(path)
                }
            }
        }
        return Array(found)
    }

    /// The libraries that the modules are linked with, as the system would find them now.
    private static func libraries(
        of folder: String, _ toolchain: Toolchain, _ scratch: Scratch
    ) -> [String] {
        let library = "\(folder)/\(Library.fileName(ModulePackage.product))"
        guard Files.exists("/usr/bin/ldd"), Files.exists(library),
            let result = try? CompilerOutput(
                running: Command(
                    executable: "/usr/bin/ldd", arguments: ["ldd", library],
                    environment: ProcessInfo.processInfo.environment))
        else { return [] }
        return result.output.split(separator: "\n").compactMap { line in
            line.split(separator: " ").first { $0.hasPrefix("/") }.map(String.init)
        }
    }
}
