import Diagnostics
import Foundation
import Storage

/// The Swift compiler that chapters are compiled with.
struct Toolchain: Sendable {
    /// The path of `swiftc`.
    let compiler: String
    /// What `swiftc --version` says, the target included.
    let version: String
    /// What tells this compiler from any other, also from one that calls itself by the same version.
    let identity: String

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
        recordingIn store: Store, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Failure) -> Toolchain {
        let candidates = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/swiftc" }
        guard let compiler = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
        else {
            throw Failure(
                .machine,
                [
                    .error(
                        "there is no Swift compiler: 'swiftc' is not on the PATH", at: nil,
                        help:
                            "install Swift from https://www.swift.org/install, or put its folder on the PATH")
                ])
        }
        let frontend = frontend(of: compiler, environment: environment)
        let witness = frontend.flatMap { try? FileState.witness(of: $0) }
        let key = Fingerprint("\(compiler) \(frontend ?? "") \(witness ?? "")")
        if witness != nil, let known: Record = store.value(.toolchains, key: key) {
            return Toolchain(compiler: compiler, version: known.version, identity: known.identity)
        }
        let result = try CompilerOutput(
            running: Command(
                executable: compiler, arguments: ["swiftc", "--version"], environment: environment))
        guard result.ending == .exited(0), !result.text.isEmpty else {
            throw Failure(
                .machine,
                [.error("the Swift compiler '\(compiler)' does not work", at: nil, explanation: result.text)])
        }
        let bytes = frontend.flatMap { try? Files.read($0) }.map { Fingerprint($0).description }
        let identity = "\(result.text)\(bytes ?? Files.resolved(compiler) ?? compiler)"
        if witness != nil {
            try store.keep(Record(version: result.text, identity: identity), .toolchains, key: key)
        }
        return Toolchain(compiler: compiler, version: result.text, identity: identity)
    }

    private struct Record: Codable {
        var version: String
        var identity: String
    }

    /// The program that compiles, or nil if `swiftc` only picks a compiler, as version managers' does.
    private static func frontend(of compiler: String, environment: [String: String]) -> String? {
        guard let resolved = Files.resolved(compiler) else { return nil }
        var folders = [Files.parent(of: resolved)]
        if environment["TOOLCHAINS"] == nil,
            let developer = environment["DEVELOPER_DIR"]
                ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/var/db/xcode_select_link"))
        {
            folders.append("\(developer)/Toolchains/XcodeDefault.xctoolchain/usr/bin")
        }
        return folders.map { "\($0)/swift-frontend" }.first(where: Files.exists)
    }

    /// The folder that has all of the toolchain.
    var folder: String { Files.parent(of: Files.parent(of: Files.resolved(compiler) ?? compiler)) }

    /// The modules that come with the toolchain, as far as its folder tells.
    var modules: Set<String> {
        let names = (try? Files.unsortedNames(in: "\(folder)/lib/swift/linux")) ?? []
        let found = names.filter { $0.hasSuffix(".swiftmodule") }.map { String($0.dropLast(12)) }
        return Set(found).union(["Swift", "Foundation", "Glibc", "Darwin", "Figures"])
    }

    /// What of the user's environment the compiler and the package manager read to find what they compile.
    static let environmentFingerprint: Fingerprint = {
        let names = [
            "CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "OBJC_INCLUDE_PATH", "LIBRARY_PATH",
            "LD_LIBRARY_PATH",
            "PKG_CONFIG_PATH", "PKG_CONFIG_LIBDIR", "SDKROOT", "SWIFT_EXEC", "CC", "CXX", "TOOLCHAINS",
            "DEVELOPER_DIR",
        ]
        let environment = ProcessInfo.processInfo.environment
        return Fingerprint(names.map { "\($0)=\(environment[$0] ?? "")" }.joined(separator: "\n"))
    }()
}
