import Diagnostics
import Foundation
import Manuscript
import Storage
import Testing

@testable import Execution

/// A book with modules of its own package.
@Suite struct ModuleTests {
    private static let manifest = """
        // swift-tools-version: 6.0
        import PackageDescription
        let package = Package(
            name: "Shop",
            products: [
                .library(name: "Fruit", targets: ["Fruit"]),
                .library(name: "Bread", targets: ["Bread"]),
            ],
            targets: [
                .target(name: "Weights"), .target(name: "Ounces"),
                .target(name: "Fruit", dependencies: ["Weights", "Ounces"]), .target(name: "Bread"),
            ])
        """

    private static func makeBook(modules: String = "[Fruit, Bread]") throws -> TestBook {
        try TestBook(
            [
                "index": "# Shop\n\n\(swift("print(1)"))",
                "fruit": "# Fruit\n\n\(swift("import Fruit\nprint(weight(of: 3))"))",
                "bread": "# Bread\n\n\(swift("import Bread\nLoaf()"))",
            ], configuration: "modules: \(modules)",
            files: [
                "../Package.swift": manifest,
                "../Sources/Weights/Weights.swift": "public let apple = 150\n",
                "../Sources/Ounces/Ounces.c":
                    "#include \"Ounces.h\"\nint ounces(int grams) { return grams / 28; }\n",
                "../Sources/Ounces/include/Ounces.h": "int ounces(int grams);\n",
                "../Sources/Fruit/Fruit.swift":
                    "import Ounces\nimport Weights\npublic func weight(of n: Int) -> String { \"\\(n * apple) g, \\(ounces(Int32(n * apple))) oz\" }\n",
                "../Sources/Bread/Bread.swift":
                    "public struct Loaf: CustomStringConvertible {\n    public init() {}\n    public var description: String { \"rye\" }\n}\n",
            ])
    }

    @Test func `chapters import the modules, and run again when these change`() async throws {
        let book = try Self.makeBook()
        let sources = Files.parent(of: book.folder) + "/Sources"
        let first = try await book.run()
        #expect(first.map(\.texts) == [["1\n"], ["450 g, 16 oz\n"], ["rye\n"]], "\(first.map(\.complaint))")
        #expect(try await book.run().map(\.source) == [.cache, .cache, .cache])

        // What a module depends on is part of it.
        try Files.write(Array("public let apple = 200\n".utf8), to: "\(sources)/Weights/Weights.swift")
        let second = try await book.run()
        #expect(second.map(\.source) == [.cache, .execution, .cache])
        #expect(second[1].texts == ["600 g, 21 oz\n"])

        // The same bytes written again are no change.
        try Files.remove("\(sources)/Weights/Weights.swift")
        try Files.write(Array("public let apple = 200\n".utf8), to: "\(sources)/Weights/Weights.swift")
        #expect(try await book.run().map(\.source) == [.cache, .cache, .cache])

        // An error in a module points into the module.
        try Files.write(Array("public let apple = missing\n".utf8), to: "\(sources)/Weights/Weights.swift")
        do {
            _ = try await book.run()
            Issue.record("a module that does not compile was accepted")
        } catch let error as ExecutionError {
            #expect(error.kind == .book)
            #expect(error.diagnostics.first?.summary == "cannot find 'missing' in scope")
            #expect(
                error.diagnostics.first?.location?.file.path.hasSuffix("Sources/Weights/Weights.swift")
                    == true)
            #expect(error.diagnostics.first?.location?.start == SourcePosition(line: 1, column: 20))
        }

        try Files.remove("\(sources)/Fruit")
        await #expect {
            try await book.run()
        } throws: { error in
            let diagnostic = (error as? ExecutionError)?.diagnostics.first
            return diagnostic?.location?.start.line == 5
                && diagnostic?.summary.hasSuffix("/Sources/Fruit', which is not there") == true
        }
    }

    @Test func `a module that the package does not have is named`() async throws {
        let book = try Self.makeBook(modules: "[Fruits]")
        do {
            _ = try await book.run()
            Issue.record("an unknown module was accepted")
        } catch let error as ExecutionError {
            #expect(error.kind == .configuration)
            #expect(error.diagnostics.first?.location?.file.path.hasSuffix("book.yml") == true)
            #expect(error.diagnostics.first?.location?.start.line == 5)
            #expect(error.diagnostics.first?.help == "did you mean 'Fruit'?")
        }
    }

    @Test func `modules need a package`() async throws {
        let book = try TestBook(["index": "# Shop\n"], configuration: "modules: [Fruit]")
        await #expect { try await book.run() } throws: { error in
            (error as? ExecutionError)?.kind == .configuration
        }
    }

    @Test func `without a compiler, that is what is told`() throws {
        let book = try TestBook(["index": "# Shop\n"])
        do {
            _ = try Toolchain.find(recordingIn: book.scratch, environment: ["PATH": book.folder])
            Issue.record("a compiler was found in a folder without one")
        } catch {
            #expect(error.kind == .toolchain)
            #expect(
                error.diagnostics.first?.summary == "there is no Swift compiler: 'swiftc' is not on the PATH")
        }
    }

    @Test func `another compiler is asked for its version again`() throws {
        let book = try TestBook(["index": "# Shop\n"])
        func install(_ version: String) throws -> String {
            let bin = "\(book.folder)/bin"
            try Files.makeFolder(bin)
            for name in ["swiftc", "swift-frontend"] {
                try Files.write(Array("#!/bin/sh\necho \(version)\n".utf8), to: "\(bin)/\(name)")
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o755], ofItemAtPath: "\(bin)/\(name)")
            }
            return try Toolchain.find(recordingIn: book.scratch, environment: ["PATH": bin]).version
        }
        #expect(try install("Swift 6.3") == "Swift 6.3\n")
        #expect(try install("Swift 6.3") == "Swift 6.3\n")
        #expect(try install("Swift 6.4") == "Swift 6.4\n")
    }
}
