import Diagnostics
import Foundation
import Manuscript
import Storage

/// The book's modules: what they are compiled from, and the dynamic library made of them.
struct ModuleLibrary {
    /// What they are compiled from, as it was when it was read.
    private(set) var sources: ModuleSources
    private let book: Book
    private let package: String
    private let toolchain: Toolchain
    private let scratch: Scratch

    /// Reads what the modules of a book are compiled from.
    init(of book: Book, toolchain: Toolchain, scratch: Scratch) throws(Failure) {
        self.book = book
        self.toolchain = toolchain
        self.scratch = scratch
        let path = book.folder + "/" + book.configuration.package
        package = Files.resolved(path) ?? path
        sources = try ModuleSources(of: book, package: package, toolchain: toolchain, scratch: scratch)
    }

    /// Whether it is known what of the system they are compiled from: only who compiled them can tell.
    var areKnown: Bool { sources.surroundings != nil }

    /// For each module that a chapter can reach the fingerprint of all that it is compiled from.
    var fingerprints: [String: Fingerprint] { sources.fingerprints }

    /// The compiled library, building it first if anything it is compiled from has changed.
    ///
    /// What is compiled is what was fingerprinted: if anything was written to meanwhile, even if it was put back, all is
    /// compiled again.
    mutating func build() throws(Failure) -> Library {
        for _ in 0..<3 {
            if areKnown, isBuilt { return library }
            try forgetWhatLooksUnchanged()
            let result = try ModulePackage(folder: scratch.modules).run(
                "build",
                ["-c", "release", "-Xswiftc", "-diagnostic-style", "-Xswiftc", "llvm"]
                    + ["-Xswiftc", "-track-system-dependencies"] + Toolchain.machineFlags,
                toolchain: toolchain, scratch: scratch)
            let before = sources
            sources = try ModuleSources(of: book, package: package, toolchain: toolchain, scratch: scratch)
            guard sources.isAsItWas(at: before) else {
                try onDisk { () throws(DiagnosticError) in try Files.remove("\(scratch.modules)/build") }
                continue
            }
            guard result.ending == .exited(0) else { throw failure(result.text) }
            try Surroundings.record(
                forSources: sources.ownFingerprint, besides: sources.files, toolchain: toolchain, in: scratch)
            sources = try ModuleSources(of: book, package: package, toolchain: toolchain, scratch: scratch)
            try record()
            return library
        }
        throw Failure(
            .book,
            [
                .error(
                    "the sources of the book's modules were changed while they were compiled", at: nil,
                    help: "run the command again when nothing writes to them")
            ])
    }

    private var recordPath: String { "\(scratch.modules)/fingerprint" }
    private var filesPath: String { "\(scratch.modules)/files.json" }

    /// The fingerprint of the library that these sources make on this machine.
    private var built: Fingerprint {
        Fingerprint(combining: [Fingerprint(Self.processor), sources.fingerprint])
    }

    private var isBuilt: Bool {
        (try? Files.read(recordPath)) == Array(built.description.utf8)
            && Files.exists("\(library.folder)/\(Library.fileName(ModulePackage.product))")
    }

    private func record() throws(Failure) {
        guard let files = try? JSONEncoder().encode(read) else { return }
        try onDisk { () throws(DiagnosticError) in
            try Files.write(Array(files), to: filesPath)
            try Files.write(Array(built.description.utf8), to: recordPath)
        }
    }

    /// The package manager knows a file by its date and size: what has other bytes under the same is compiled from nothing.
    /// So is what is not Swift: it does not know which Swift was made of a header of another module.
    private func forgetWhatLooksUnchanged() throws(Failure) {
        let data = FileManager.default.contents(atPath: filesPath) ?? Data()
        let last = (try? JSONDecoder().decode([String: FileState].self, from: data)) ?? [:]
        let isDeceiving = read.contains { path, state in
            guard let old = last[path], old.fingerprint != state.fingerprint else { return false }
            return !path.hasSuffix(".swift") || old.date == state.date
        }
        try onDisk { () throws(DiagnosticError) in
            if isDeceiving { try Files.remove("\(scratch.modules)/build") }
            // Until the build is over, nothing is built.
            try Files.remove(recordPath)
        }
    }

    /// All that the compilers read.
    private var read: [String: FileState] {
        sources.files.merging(sources.surroundings ?? [:]) { own, _ in own }
    }

    private var library: Library {
        let folder = "\(scratch.modules)/build/release"
        return Library(
            interfaces: "\(folder)/Modules", folder: folder, names: [ModulePackage.product],
            importFlags: ImportFlags.read(
                from: "\(scratch.modules)/build/release.yaml", module: ModulePackage.product))
    }

    private func failure(_ output: String) -> Failure {
        var files: [String: SourceFile] = [:]
        var diagnostics: [Diagnostic] = []
        for message in CompilerMessage.parse(output) where message.severity != .warning {
            guard message.severity == .error || !diagnostics.isEmpty else { continue }
            guard let file = files[message.path] ?? Self.source(message.path, shownIn: package) else {
                continue
            }
            files[message.path] = file
            let offset = file.offset(ofLine: message.line) + message.column - 1
            diagnostics.append(
                Diagnostic(message.severity, message.text, at: file.location(offset..<(offset + 1))))
        }
        if diagnostics.contains(where: { $0.severity == .error }) {
            return Failure(.book, diagnostics)
        }
        let last = output.split(separator: "\n").suffix(20).joined(separator: "\n")
        return Failure(
            .configuration, [.error("the book's modules cannot be built", at: nil, explanation: last)])
    }

    private static func source(_ path: String, shownIn package: String) -> SourceFile? {
        guard let bytes = try? Files.read(path) else { return nil }
        let here = FileManager.default.currentDirectoryPath + "/"
        return SourceFile(
            path: path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path, bytes: bytes)
    }

    /// What distinguishes this processor: code is generated for it.
    private static let processor: String = {
        let information = (try? Files.read("/proc/cpuinfo")).map {
            String(decoding: $0.prefix(4_096), as: UTF8.self)
        }
        return information?.split(separator: "\n").first { $0.hasPrefix("flags") }.map(String.init) ?? ""
    }()
}
