import Diagnostics
import Foundation
import Manuscript
import Storage

/// Which folders the book's modules are compiled from, as the manifest of their package says.
struct ModuleGraph: Codable {
    /// The fingerprint of all that the rest was read from.
    var origin: String
    /// For each module the folders of its targets and of the targets of the package below them.
    var folders: [String: [String]]
    /// The modules that a chapter can import by the products of `book.yml`, with the folders of their sources.
    var modules: [ModuleFolder]
    /// The folders of packages below that are not fetched but edited in place.
    var localPackages: [String]

    /// Asks the package manager, unless the manifests are those it was asked about last.
    init(
        package: String, of book: Book, toolchain: Toolchain, scratch: Scratch
    ) throws(ExecutionError) {
        let path = Self.path(inScratch: scratch.folder)
        if let data = FileManager.default.contents(atPath: path),
            let recorded = try? JSONDecoder().decode(ModuleGraph.self, from: data),
            recorded.origin
                == Self.origin(package, recorded.localPackages, book.configuration.modules, toolchain)
        {
            self = recorded
            return
        }
        let manifest = "\(package)/Package.swift"
        guard FileManager.default.fileExists(atPath: manifest) else {
            throw ExecutionError(
                .configuration,
                [
                    .error(
                        "the book's modules need a Swift package, and there is no '\(manifest)'",
                        at: book.configuration.place(of: .key("package"))
                            ?? book.configuration.place(of: .key("modules")),
                        help:
                            "name the folder of the package in book.yml with 'package:', relative to book.yml"
                    )
                ])
        }
        let description = try PackageDescription(ofPackage: package, toolchain: toolchain, scratch: scratch)
        var localPackages: [String] = []
        var waiting = description.localDependencies
        while let dependency = waiting.popLast() {
            guard !localPackages.contains(dependency) else { continue }
            localPackages.append(dependency)
            waiting += try PackageDescription(ofPackage: dependency, toolchain: toolchain, scratch: scratch)
                .localDependencies
        }
        localPackages.sort()
        self.localPackages = localPackages
        folders = [:]
        modules = []
        var unknown: [Diagnostic] = []
        let libraries = description.products.filter { $0.type.keys.contains("library") }
        for module in book.configuration.modules {
            if let product = libraries.first(where: { $0.name == module }) {
                folders[module] = description.folders(ofProduct: product).map { "\(package)/\($0)" }
                for target in description.targets
                where product.targets.contains(target.name)
                    && !modules.contains(where: { $0.module == target.moduleName })
                {
                    modules.append(
                        ModuleFolder(module: target.moduleName, folder: "\(package)/\(target.path)"))
                }
            } else {
                let suggestion = nearest(to: module, among: libraries.map(\.name))
                let isOwn = description.targets.contains { $0.name == module }
                unknown.append(
                    .error(
                        "the package '\(package)' has no library product '\(module)'",
                        at: book.configuration.place(of: .module(module)),
                        help: suggestion.map { "did you mean '\($0)'?" }
                            ?? (isOwn
                                ? "add .library(name: \"\(module)\", targets: [\"\(module)\"]) to its products"
                                : "a product of another package is not its own: give it a library whose target "
                                    + "depends on that and says @_exported import \(module), and list that")))
            }
        }
        guard unknown.isEmpty else { throw ExecutionError(.configuration, unknown) }
        try ModulePackage(folder: scratch.modules).prepare(
            author: package, products: book.configuration.modules,
            platforms: description.platforms.compactMap(\.inManifest), toolchain: toolchain, scratch: scratch)
        origin = Self.origin(package, localPackages, book.configuration.modules, toolchain)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        if let data = try? encoder.encode(self) {
            try onDisk { () throws(DiagnosticError) in try Files.write(Array(data), to: path) }
        }
    }

    /// Where the record of what the package manager said is kept.
    static func path(inScratch folder: String) -> String { "\(folder)/modules.json" }

    private static func origin(
        _ package: String, _ localPackages: [String], _ modules: [String], _ toolchain: Toolchain
    ) -> String {
        var parts = [package, toolchain.version] + modules
        for folder in [package] + localPackages {
            for name in ["Package.swift", "Package.resolved"] {
                let bytes = (try? Files.read("\(folder)/\(name)")) ?? []
                parts.append("\(folder)/\(name) \(Fingerprint(bytes))")
            }
        }
        return Fingerprint(parts.joined(separator: "\n")).description
    }
}
