import Diagnostics
import Manuscript
import Storage

/// Compiles programs made of chapters.
struct ChapterCompiler: Sendable {
    let toolchain: Toolchain
    let scratch: Scratch
    /// What chapters are linked against.
    let libraries: [Library]
    /// What starts a chapter's program and sees to its end.
    let guardExecutable: String
    /// The Swift that chapters are written in.
    let dialect: SwiftDialect

    /// The flags for every chapter.
    ///
    /// In language mode 6 the main actor's isolation lets functions use a chapter's variables. A variable of a chapter is global, and checking every
    /// access to it for overlap takes most of a loop's time. Messages of preconditions, separate traps and frame pointers
    /// cost next to nothing, and make a trap say why and where.
    static func flags(_ dialect: SwiftDialect) -> [String] {
        [
            "-O", "-swift-version", "\(dialect.mode)", "-enforce-exclusivity=unchecked", "-gline-tables-only",
            "-assert-config", "Debug",
            "-Xllvm", "-enable-tail-merge=0", "-Xcc", "-fno-omit-frame-pointer", "-module-name", "main",
            "-diagnostic-style", "llvm",
            "-no-color-diagnostics",
        ] + (dialect.mode < 6 ? [] : ["-default-isolation", "MainActor"])
            + dialect.features.flatMap { ["-enable-upcoming-feature", $0] } + Toolchain.machineFlags
    }

    /// Compiles and links a program.
    /// - Returns: What the compiler said, and whether there is an executable.
    func build(
        _ program: Program, source: String, executable: String, temporary: String
    ) throws(Failure) -> (output: CompilerOutput, succeeded: Bool) {
        let output = try run(
            program, source, ["-o", executable] + libraries.flatMap { $0.flags(for: executable) }, temporary)
        return (output, output.ending == .exited(0))
    }

    /// Checks a program as far as the compiler's errors go, and makes nothing of it.
    func check(
        _ program: Program, source: String, temporary: String
    ) throws(Failure) -> CompilerOutput {
        // Some errors, such as a missing return, are found only after the types are checked.
        try run(
            program, source,
            ["-Onone", "-emit-sil", "-o", "/dev/null"]
                + libraries.flatMap { ["-I", $0.interfaces] + $0.importFlags },
            temporary)
    }

    private func run(
        _ program: Program, _ source: String, _ flags: [String], _ temporary: String
    ) throws(Failure) -> CompilerOutput {
        try onDisk { () throws(DiagnosticError) in try Files.write(Array(program.source.utf8), to: source) }
        return try CompilerOutput(
            running: Command(
                executable: toolchain.compiler,
                arguments: ["swiftc"] + Self.flags(dialect) + flags + [source],
                environment: scratch.compilerEnvironment(temporary: temporary)))
    }
}
