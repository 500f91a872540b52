import Diagnostics
import Foundation
import Storage

/// The Swift compiler that chapters are compiled with.
struct Toolchain: Sendable {
    /// The path of `swiftc`.
    let compiler: String
    /// What `swiftc --version` says, the target included.
    let version: String

    /// Code generation for this processor: without it a fused multiply-add is a call, with the same digits.
    static let machineFlags: [String] = {
        #if os(Linux) && arch(x86_64)
            ["-Xcc", "-march=native"]
        #else
            []
        #endif
    }()

    /// `swift` next to `swiftc`.
    var packageManager: String { "\(Files.parent(of: compiler))/swift" }

    /// Finds the compiler.
    ///
    /// Asking it for its version takes longer than all the rest of a build with nothing to do, so the answer is kept,
    /// and asked for again when the compiler is another file.
    static func find(
        recordingIn folder: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(ExecutionError) -> Toolchain {
        let candidates = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/swiftc" }
        guard let compiler = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
        else {
            throw ExecutionError(
                .toolchain,
                [
                    .error(
                        "there is no Swift compiler: 'swiftc' is not on the PATH", at: nil,
                        help:
                            "install Swift from https://www.swift.org/install, or put its folder on the PATH")
                ])
        }
        let path = "\(folder)/toolchain.json"
        let witness = witness(of: compiler, environment: environment)
        if let witness, let data = FileManager.default.contents(atPath: path),
            let record = try? JSONDecoder().decode(Record.self, from: data), record.witness == witness
        {
            return Toolchain(compiler: compiler, version: record.version)
        }
        let result = try CompilerOutput(
            running: Command(
                executable: compiler, arguments: ["swiftc", "--version"], environment: environment))
        guard result.ending == .exited(0), !result.text.isEmpty else {
            throw ExecutionError(
                .toolchain,
                [.error("the Swift compiler '\(compiler)' does not work", at: nil, explanation: result.text)])
        }
        if let witness, let data = try? JSONEncoder().encode(Record(witness: witness, version: result.text)) {
            try onDisk { () throws(DiagnosticError) in try Files.write(Array(data), to: path) }
        }
        return Toolchain(compiler: compiler, version: result.text)
    }

    private struct Record: Codable {
        var witness: String
        var version: String
    }

    /// What tells one compiler from another without running it, or nil if nothing does: then `swiftc` only picks a
    /// compiler, as version managers' does.
    private static func witness(of compiler: String, environment: [String: String]) -> String? {
        guard let resolved = Files.resolved(compiler) else { return nil }
        var folders = [Files.parent(of: resolved)]
        if environment["TOOLCHAINS"] == nil,
            let developer = environment["DEVELOPER_DIR"]
                ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/var/db/xcode_select_link"))
        {
            folders.append("\(developer)/Toolchains/XcodeDefault.xctoolchain/usr/bin")
        }
        for folder in folders {
            let frontend = "\(folder)/swift-frontend"
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: frontend),
                let size = attributes[.size] as? Int, let date = attributes[.modificationDate] as? Date
            else { continue }
            return "\(frontend) \(size) \(date.timeIntervalSinceReferenceDate)"
        }
        return nil
    }
}
