import Diagnostics
import Foundation
import Manuscript
import Storage

/// Which folders the book's modules are compiled from, as the manifest of their package says.
struct ModuleGraph: Codable {
    /// The fingerprint of all that the rest was read from.
    var origin: String
    /// For each module that a chapter can reach, by the name by which it is imported, the folders of its target and of the
    /// targets of the package below that.
    var folders: [String: [String]]
    /// For each product of `book.yml` the folders of its targets and of all below them.
    var productFolders: [String: [String]]
    /// The modules that a chapter can import by the products of `book.yml`, with the folders of their sources.
    var modules: [ModuleFolder]
    /// The folders of packages below that are not fetched but edited in place.
    var localPackages: [String]

    /// Asks the package manager, unless the manifests are those it was asked about last.
    init(
        package: String, of book: Book, toolchain: Toolchain, scratch: Scratch
    ) throws(Failure) {
        let key = Self.key(of: book)
        if let recorded: ModuleGraph = scratch.store.value(.modules, key: key),
            recorded.origin
                == (try Self.origin(
                    package, recorded.localPackages, book.configuration.modules, toolchain, scratch))
        {
            self = recorded
            return
        }
        let manifest = "\(package)/Package.swift"
        guard FileManager.default.fileExists(atPath: manifest) else {
            throw Failure(
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
        productFolders = [:]
        modules = []
        var unknown: [Diagnostic] = []
        let libraries = description.products.filter { $0.type.keys.contains("library") }
        for module in book.configuration.modules {
            if let product = libraries.first(where: { $0.name == module }) {
                productFolders[module] = description.folders(ofTargets: product.targets).map {
                    "\(package)/\($0)"
                }
                for target in description.targets(ofProduct: product) {
                    folders[target.moduleName] = description.folders(ofTargets: [target.name])
                        .map { "\(package)/\($0)" }
                }
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
        guard unknown.isEmpty else { throw Failure(.configuration, unknown) }
        try ModulePackage(folder: scratch.modules).prepare(
            author: package, products: book.configuration.modules,
            platforms: description.platforms.compactMap(\.inManifest), toolchain: toolchain, scratch: scratch)
        origin = try Self.origin(package, localPackages, book.configuration.modules, toolchain, scratch)
        try scratch.store.keep(self, .modules, key: key)
    }

    /// Under which key it is kept what the package manager said of a book's modules.
    static func key(of book: Book) -> Fingerprint {
        Fingerprint(
            ([book.folder, book.configuration.package] + book.configuration.modules).joined(separator: "\n"))
    }

    /// The fingerprint of what the manifests say.
    private static func origin(
        _ package: String, _ localPackages: [String], _ modules: [String], _ toolchain: Toolchain,
        _ scratch: Scratch
    ) throws(Failure) -> String {
        var parts = [package, toolchain.identity] + modules
        for folder in [package] + localPackages {
            for manifest in try Manifest.all(of: folder) {
                parts.append("\(folder)/\(manifest.name) \(Fingerprint(manifest.bytes))")
                // What it says may be another thing each time.
                if manifest.looksAround {
                    parts.append(try manifest.evaluated(in: folder, toolchain: toolchain, scratch: scratch))
                }
            }
            let resolved = (try? Files.read("\(folder)/Package.resolved")) ?? []
            parts.append("\(folder)/Package.resolved \(Fingerprint(resolved))")
        }
        return Fingerprint(parts.joined(separator: "\n")).description
    }
}
