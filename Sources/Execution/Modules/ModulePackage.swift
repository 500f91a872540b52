import Diagnostics
import Storage

/// The package that makes one dynamic library of the products of the author's package.
///
/// It stands in the scratch folder and has the author's package as a dependency, so that the author's manifest need not
/// know of books, and so that a build of the author's package that is under way (`swift run book` is one) is no hindrance.
struct ModulePackage {
    /// The library it makes.
    static let product = "BookModules"

    let folder: String

    /// Writes the package and finds the versions of all packages below it.
    func prepare(
        author: String, products: [String], platforms: [String], toolchain: Toolchain, scratch: Scratch
    ) throws(Failure) {
        let manifest = manifest(author: author, products: products, platforms: platforms)
        try onDisk { () throws(DiagnosticError) in
            let sources = "\(folder)/Sources/\(Self.product)"
            try Files.makeFolder(sources)
            try Files.write([], to: "\(sources)/Empty.swift")
            try Files.write(Array(manifest.utf8), to: "\(folder)/Package.swift")
            // The versions that the author has chosen, if the author has.
            let chosen = "\(author)/Package.resolved"
            if Files.exists(chosen) { try Files.write(Files.read(chosen), to: "\(folder)/Package.resolved") }
        }
        let result = try run("package", [], "resolve", toolchain: toolchain, scratch: scratch)
        guard result.ending == .exited(0) else {
            throw Failure(
                .configuration,
                [
                    .error(
                        "the packages that '\(author)' depends on cannot be had", at: nil,
                        explanation: result.text,
                        help: "see whether 'swift package resolve' works there")
                ])
        }
    }

    /// Runs the package manager on the package.
    func run(
        _ command: String, _ options: [String], _ subcommand: String..., toolchain: Toolchain,
        scratch: Scratch
    ) throws(Failure) -> CompilerOutput {
        let temporary = try scratch.makeTemporaryFolder(command)
        defer { scratch.removeTemporaryFolder(temporary) }
        return try CompilerOutput(
            running: Command(
                executable: toolchain.packageManager,
                arguments: ["swift", command, "--package-path", folder, "--scratch-path", "\(folder)/build"]
                    + options + subcommand,
                environment: scratch.compilerEnvironment(temporary: temporary)))
    }

    private func manifest(author: String, products: [String], platforms: [String]) -> String {
        let name = author.split(separator: "/").last.map(String.init) ?? author
        let dependencies = products.map { ".product(name: \(quoted($0)), package: \(quoted(name)))" }
        return """
            // swift-tools-version: 5.9
            import PackageDescription

            let package = Package(
                name: "\(Self.product)",
                platforms: \(platforms.isEmpty ? "nil" : "[\(platforms.joined(separator: ", "))]"),
                products: [.library(name: "\(Self.product)", type: .dynamic, targets: ["\(Self.product)"])],
                dependencies: [.package(name: \(quoted(name)), path: \(quoted(author)))],
                targets: [
                    .target(
                        name: "\(Self.product)",
                        dependencies: [\(dependencies.joined(separator: ", "))])
                ])

            """
    }

    private func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
