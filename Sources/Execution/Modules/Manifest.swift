import Diagnostics
import Storage

/// A manifest of a package: `Package.swift`, or one for a version of Swift, such as `Package@swift-6.0.swift`.
struct Manifest {
    let name: String
    let bytes: [UInt8]

    /// All manifests of a package.
    static func all(of folder: String) throws(Failure) -> [Manifest] {
        var manifests: [Manifest] = []
        for name in (try? Files.names(in: folder)) ?? []
        where name.hasPrefix("Package") && name.hasSuffix(".swift") {
            let bytes = try onDisk { () throws(DiagnosticError) in try Files.read("\(folder)/\(name)") }
            manifests.append(Manifest(name: name, bytes: bytes))
        }
        return manifests
    }

    /// Whether it is a program that may read the environment, files or the clock, and not only a description.
    var looksAround: Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        if text.contains("Context") || text.contains("environment") { return true }
        return text.split(separator: "\n").contains { line in
            let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            guard let position = words.firstIndex(of: "import") else { return false }
            let module = words[(position + 1)...].first ?? ""
            return !["PackageDescription", "CompilerPluginSupport"].contains(module)
        }
    }

    /// What it says now, as the package manager understands it.
    func evaluated(in folder: String, toolchain: Toolchain, scratch: Scratch) throws(Failure) -> String {
        let temporary = try scratch.makeTemporaryFolder("manifest")
        defer { scratch.removeTemporaryFolder(temporary) }
        let result = try CompilerOutput(
            running: Command(
                executable: toolchain.packageManager,
                arguments: [
                    "swift", "package", "--package-path", folder, "--scratch-path", "\(temporary)/build",
                    "dump-package",
                ],
                environment: scratch.compilerEnvironment(temporary: temporary)))
        guard result.ending == .exited(0) else {
            throw Failure(
                .configuration,
                [
                    .error(
                        "the manifest of the package '\(folder)' cannot be read", at: nil,
                        explanation: result.text)
                ])
        }
        return result.output
    }
}
