import Diagnostics
import Foundation

/// What `swift package describe --type json` says of a package, as far as it is needed.
struct PackageDescription: Decodable {
    struct Platform: Decodable {
        var name: String
        var version: String
    }
    struct Dependency: Decodable {
        var type: String
        var path: String?
    }
    struct Product: Decodable {
        var name: String
        var targets: [String]
        /// The kind of product is the only key.
        var type: [String: Ignored]
    }
    struct Target: Decodable {
        var name: String
        var path: String
        var targetDependencies: [String]?
        /// The name by which it is imported.
        var moduleName: String

        enum CodingKeys: String, CodingKey {
            case name, path
            case moduleName = "c99name"
            case targetDependencies = "target_dependencies"
        }
    }
    struct Ignored: Decodable {
        init(from decoder: any Decoder) throws {}
    }

    var dependencies: [Dependency]
    var platforms: [Platform]
    var products: [Product]
    var targets: [Target]

    init(ofPackage folder: String, toolchain: Toolchain, scratch: Scratch) throws(Failure) {
        let temporary = try scratch.makeTemporaryFolder("describe")
        defer { scratch.removeTemporaryFolder(temporary) }
        let result = try CompilerOutput(
            running: Command(
                executable: toolchain.packageManager,
                arguments: [
                    "swift", "package", "--package-path", folder, "--scratch-path", "\(temporary)/build",
                    "describe", "--type", "json",
                ],
                environment: scratch.compilerEnvironment(temporary: temporary)))
        // Warnings may stand before the description.
        guard result.ending == .exited(0), let start = result.output.firstIndex(of: "{"),
            let description = try? JSONDecoder().decode(
                PackageDescription.self, from: Data(result.output[start...].utf8))
        else {
            throw Failure(
                .configuration,
                [
                    .error(
                        "the manifest of the package '\(folder)' cannot be read", at: nil,
                        explanation: result.text)
                ])
        }
        self = description
    }

    /// The folders of the packages it depends on that are edited in place.
    var localDependencies: [String] {
        dependencies.filter { $0.type == "fileSystem" }.compactMap(\.path)
    }

    /// A product's targets and all targets of the package below them.
    func targets(ofProduct product: Product) -> [Target] { closure(of: product.targets) }

    /// The folders, relative to the package, of targets and of all targets of the package below them.
    func folders(ofTargets names: [String]) -> [String] { closure(of: names).map(\.path).sorted() }

    private func closure(of names: [String]) -> [Target] {
        var waiting = names
        var found: Set<String> = []
        var closure: [Target] = []
        while let name = waiting.popLast() {
            guard found.insert(name).inserted, let target = targets.first(where: { $0.name == name }) else {
                continue
            }
            closure.append(target)
            waiting += target.targetDependencies ?? []
        }
        return closure
    }
}

extension PackageDescription.Platform {
    /// As a manifest writes it; nil for platforms on which no book is built.
    var inManifest: String? {
        name == "macos" ? ".macOS(\"\(version)\")" : nil
    }
}
