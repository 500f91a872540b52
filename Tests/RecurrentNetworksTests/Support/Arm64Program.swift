import Foundation

/// Programs for arm64 processors, made and run on any machine that has a cross compiler for C (Debian's
/// `gcc-aarch64-linux-gnu`), the emulator QEMU (`qemu-user`), and a Swift toolchain with Embedded Swift, which brings
/// its standard library for that processor.
enum Arm64Program {
    /// Whether this machine has all that is needed.
    static let isAvailable =
        [linker, emulator].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
        && unicodeTables.map { FileManager.default.fileExists(atPath: $0.path) } == true

    private static let linker = "/usr/bin/aarch64-linux-gnu-gcc"
    private static let emulator = "/usr/bin/qemu-aarch64"
    private static let processor = "aarch64-none-none-elf"

    /// The folder `usr` of the toolchain.
    private static let toolchain: URL? = {
        let found = try? run("/usr/bin/env", "swiftc", "-print-target-info")
        guard let found, let start = found.range(of: "\"runtimeResourcePath\": \"")?.upperBound,
            let end = found[start...].firstIndex(of: "\"")
        else { return nil }
        return URL(filePath: String(found[start..<end])).deletingLastPathComponent()
            .deletingLastPathComponent()
    }()

    private static let unicodeTables = toolchain?.appending(
        path: "lib/swift/embedded/\(processor)/libswiftUnicodeDataTables.a")

    /// Compiles and links a program. Embedded Swift has no tasks: files that use them are left out.
    static func make(_ program: String, compile: [String], _ sources: [URL]) throws {
        guard let toolchain, let unicodeTables else { throw CommandFailure(description: "no Embedded Swift") }
        let sources = try sources.filter { try !String(contentsOf: $0, encoding: .utf8).contains("async") }
        let object = program + ".o"
        let random = program + ".c"
        defer { for path in [object, random] { try? FileManager.default.removeItem(atPath: path) } }
        _ = try run(
            ["/usr/bin/env"] + compile + sources.map(\.path)
                + ["-target", processor, "-enable-experimental-feature", "Embedded", "-c", "-o", object])
        // Dictionaries ask for a random seed, which must not be random here.
        try "void arc4random_buf(char *p, unsigned long n) { while (n--) *p++ = 7; }\n"
            .write(toFile: random, atomically: true, encoding: .utf8)
        _ = try run(
            linker, "-fuse-ld=lld", "-B", toolchain.appending(path: "bin").path, "-static", "-no-pie", object,
            random, unicodeTables.path, "-lm", "-o", program)
    }

    /// What a program prints.
    static func output(of program: String) throws -> String { try run(emulator, program) }
}
