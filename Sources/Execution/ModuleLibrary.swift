import Diagnostics
import Foundation
import Manuscript
import Storage
import SwiftSource

/// The book's modules: what they are compiled from, and the dynamic library made of them.
struct ModuleLibrary: Sendable {
    /// For each module the fingerprint of all that it is compiled from.
    let fingerprints: [String: Fingerprint]
    private let package: String
    /// The fingerprint of all that the library is compiled from.
    private let fingerprint: Fingerprint

    /// Reads what the modules are compiled from.
    init(of book: Book, toolchain: Toolchain, scratch: Scratch) throws(ExecutionError) {
        let path = book.folder + "/" + book.configuration.package
        package = Files.resolved(path) ?? path
        let graph = try ModuleGraph(package: package, of: book, toolchain: toolchain, scratch: scratch)
        let resolved = (try? Files.read("\(scratch.modules)/Package.resolved")) ?? []
        var common = [Fingerprint(graph.origin), Fingerprint(resolved)]
        for folder in graph.localPackages { common.append(try Self.fingerprint(ofFolder: folder)) }
        var fingerprints: [String: Fingerprint] = [:]
        for module in book.configuration.modules {
            var parts = common
            for folder in graph.folders[module] ?? [] {
                guard Files.exists(folder) else {
                    throw ExecutionError(
                        .configuration,
                        [
                            .error(
                                "the module '\(module)' needs the folder '\(folder)', which is not there",
                                at: book.configuration.place(of: .module(module)),
                                help: "put it back, or take its target out of the package's manifest")
                        ])
                }
                parts.append(try Self.fingerprint(ofFolder: folder))
            }
            fingerprints[module] = Fingerprint(combining: parts)
        }
        self.fingerprints = fingerprints
        fingerprint = Fingerprint(
            combining: [Fingerprint(Self.processor)]
                + book.configuration.modules.compactMap { fingerprints[$0] })
    }

    /// The compiled library, building it first if anything it is compiled from has changed.
    func build(with toolchain: Toolchain, in scratch: Scratch) throws(ExecutionError) -> Library {
        let record = "\(scratch.modules)/fingerprint"
        let library = library(in: scratch)
        if (try? Files.read(record)) == Array(fingerprint.description.utf8),
            FileManager.default.fileExists(
                atPath: "\(library.folder)/\(Library.fileName(ModulePackage.product))")
        {
            return library
        }
        let result = try ModulePackage(folder: scratch.modules).run(
            "build",
            ["-c", "release", "-Xswiftc", "-diagnostic-style", "-Xswiftc", "llvm"] + Toolchain.machineFlags,
            toolchain: toolchain, scratch: scratch)
        guard result.ending == .exited(0) else { throw failure(result.text) }
        try onDisk { () throws(DiagnosticError) in
            try Files.write(Array(fingerprint.description.utf8), to: record)
        }
        return self.library(in: scratch)
    }

    private func library(in scratch: Scratch) -> Library {
        let folder = "\(scratch.modules)/build/release"
        // Modules written in C are imported by the maps that the package manager made for them.
        let targets = (try? Files.names(in: folder)) ?? []
        let maps = targets.filter { $0.hasSuffix(".build") }.map { "\(folder)/\($0)/module.modulemap" }
        return Library(
            interfaces: "\(folder)/Modules", folder: folder, names: [ModulePackage.product],
            importFlags: maps.filter(Files.exists).flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] })
    }

    private func failure(_ output: String) -> ExecutionError {
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
            return ExecutionError(.book, diagnostics)
        }
        let last = output.split(separator: "\n").suffix(20).joined(separator: "\n")
        return ExecutionError(
            .configuration, [.error("the book's modules cannot be built", at: nil, explanation: last)])
    }

    private static func source(_ path: String, shownIn package: String) -> SourceFile? {
        guard let bytes = try? Files.read(path) else { return nil }
        let here = FileManager.default.currentDirectoryPath + "/"
        return SourceFile(
            path: path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path, bytes: bytes)
    }

    /// The fingerprint of all files below a folder, names included, but no comments; what builds and version control
    /// leave is left out.
    private static func fingerprint(ofFolder folder: String) throws(ExecutionError) -> Fingerprint {
        try onDisk { () throws(DiagnosticError) in
            var parts: [Fingerprint] = []
            for path in try Files.sources(below: folder) {
                parts.append(Fingerprint(path))
                let bytes = try Files.read("\(folder)/\(path)")
                let isSwift = path.hasSuffix(".swift")
                parts.append(
                    isSwift
                        ? Fingerprint(withoutComments(String(decoding: bytes, as: UTF8.self)))
                        : Fingerprint(bytes))
            }
            return Fingerprint(combining: parts)
        }
    }

    /// What distinguishes this processor: code is generated for it.
    private static let processor: String = {
        let information = (try? Files.read("/proc/cpuinfo")).map {
            String(decoding: $0.prefix(4_096), as: UTF8.self)
        }
        return information?.split(separator: "\n").first { $0.hasPrefix("flags") }.map(String.init) ?? ""
    }()
}
