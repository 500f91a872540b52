import Foundation

/// A way to compile, none of which may change a bit of any result.
enum BuildVariant: String, CaseIterable, Sendable {
    case debug
    case optimised
    /// With the vector and fused multiply-add instructions of 2013.
    case fused
    /// With every instruction this machine has.
    case native
    /// For another processor, which is emulated.
    case arm64

    private var flags: [String] {
        switch self {
        case .debug: ["-Onone"]
        case .optimised: ["-O"]
        case .fused: ["-O", "-Xcc", "-mavx2", "-Xcc", "-mfma"]
        case .native: ["-O", "-Xcc", "-march=native"]
        case .arm64: ["-O"]
        }
    }

    /// Those that this machine can make and run; other processors than x86 have but one instruction set.
    static let available: [BuildVariant] = {
        var variants: [BuildVariant] = [.debug, .optimised]
        #if arch(x86_64)
            let features = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
            if features.contains(" avx2") && features.contains(" fma") { variants += [.fused, .native] }
        #endif
        if Arm64Program.isAvailable { variants.append(.arm64) }
        return variants
    }()

    /// What the program `main`, compiled into one module with the library, prints when run.
    ///
    /// - Parameters:
    ///   - main: Swift source; it sees the internals of the library, and needs no import of it.
    ///   - folders: the folders of the library to compile; all of them if nil. The fewer, the quicker.
    func output(of main: String, folders: [String]? = nil) throws -> String {
        let library = Self.repository.appending(path: "Sources/RecurrentNetworks")
        let sources = try (folders ?? Self.names(in: library)).flatMap { folder in
            let folder = library.appending(path: folder)
            return try Self.names(in: folder).filter { $0.hasSuffix(".swift") }
                .map { folder.appending(path: $0) }
        }
        let program = try executable(main, sources)
        return self == .arm64 ? try Arm64Program.output(of: program.path) : try run(program.path)
    }

    /// Compiles unless the same sources were compiled before.
    private func executable(_ main: String, _ sources: [URL]) throws -> URL {
        var key = Fingerprint()
        try key.add(run("/usr/bin/env", "swiftc", "--version"))
        key.add((flags + [main]).joined(separator: "\n"))
        for source in sources {
            key.add(source.lastPathComponent)
            try key.add(String(contentsOf: source, encoding: .utf8))
        }
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "recurrent-networks-variants/\(key.digits)")
        let program = folder.appending(path: rawValue)
        if FileManager.default.isExecutableFile(atPath: program.path) { return program }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try main.write(to: folder.appending(path: "main.swift"), atomically: true, encoding: .utf8)
        let unfinished = folder.appending(path: "\(rawValue)-\(UUID().uuidString)")
        let compile =
            ["swiftc", "-swift-version", "6", "-wmo", "-module-name", "RecurrentNetworks"] + flags
            + [folder.appending(path: "main.swift").path]
        if self == .arm64 {
            try Arm64Program.make(unfinished.path, compile: compile, sources)
        } else {
            _ = try run(["/usr/bin/env"] + compile + sources.map(\.path) + ["-o", unfinished.path])
        }
        // Another process may have been faster.
        if !FileManager.default.isExecutableFile(atPath: program.path) {
            try FileManager.default.moveItem(at: unfinished, to: program)
        }
        return program
    }

    private static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
            .sorted()
    }
}

/// A hash of text that is the same in every process (FNV-1a).
private struct Fingerprint {
    private var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    var digits: String { String(value, radix: 16) }
}
