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
        } catch let error as Failure {
            #expect(error.owner == .book)
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
            let diagnostic = (error as? Failure)?.diagnostics.first
            return diagnostic?.location?.start.line == 5
                && diagnostic?.summary.hasSuffix("/Sources/Fruit', which is not there") == true
        }
    }

    /// A product may have several modules, and other names than theirs.
    @Test func `chapters run again when a module of any name changes`() async throws {
        let book = try TestBook(
            ["one": "# One\n\n\(swift("import Mod1\nprint(number())"))"], configuration: "modules: [MKit]",
            files: [
                "../Package.swift": """
                // swift-tools-version: 6.0
                import PackageDescription
                let package = Package(
                    name: "Kit", products: [.library(name: "MKit", targets: ["Mod1", "Mod2"])],
                    targets: [.target(name: "Mod1"), .target(name: "Mod2")])
                """, "../Sources/Mod1/One.swift": "public func number() -> Int { 1 }\n",
                "../Sources/Mod2/Two.swift": "public func other() -> Int { 1 }\n",
            ])
        let sources = Files.parent(of: book.folder) + "/Sources"
        #expect(try await book.run()[0].texts == ["1\n"])
        try Files.write(Array("public func other() -> Int { 2 }\n".utf8), to: "\(sources)/Mod2/Two.swift")
        #expect(try await book.run().map(\.source) == [.cache], "it does not name that one")
        try Files.write(Array("public func number() -> Int { 2 }\n".utf8), to: "\(sources)/Mod1/One.swift")
        #expect(try await book.run()[0].texts == ["2\n"])
        // Another file of the same size and date is another file.
        let one = "\(sources)/Mod1/One.swift"
        let date = try #require(try FileManager.default.attributesOfItem(atPath: one)[.modificationDate])
        let file = try FileHandle(forWritingTo: URL(filePath: one))
        try file.write(contentsOf: Data("public func number() -> Int { 3 }\n".utf8))
        try file.close()
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: one)
        #expect(try await book.run()[0].texts == ["3\n"])
    }

    /// C with a map of its own, in the package and in one below it, a header that is in neither, resources.
    @Test func `what a module has below it can be imported, and changes it`() async throws {
        let book = try TestBook(
            [
                "one":
                    "# One\n\n\(swift("import Fruit\nimport Stones\nprint(apple(), stone(), try tree())"))",
                "two": "# Two\n\n\(swift("print(2)"))",
            ], configuration: "modules: [Fruit]",
            files: [
                "../Package.swift": """
                // swift-tools-version: 6.0
                import PackageDescription
                let package = Package(
                    name: "Shop", products: [.library(name: "Fruit", targets: ["Fruit"])],
                    dependencies: [.package(path: "Stones")],
                    targets: [
                        .target(name: "Apples", cSettings: [.unsafeFlags(["-I", "HEADERS"])]),
                        .target(
                            name: "Fruit", dependencies: ["Apples", .product(name: "Stones", package: "Stones")],
                            resources: [.process("trees.txt")]),
                    ])
                """,
                "../Sources/Apples/apples.c": "#include <far.h>\nint apples(void) { return FAR; }\n",
                "../Sources/Apples/include/apples.h":
                    "int apples(void);\nstatic inline int more(void) { return 1; }\n",
                "../Sources/Apples/include/module.modulemap":
                    "module Apples { header \"apples.h\" export * }\n",
                "../Sources/Fruit/Fruit.swift":
                    "import Apples\nimport Foundation\nimport Stones\npublic func apple() -> Int { Int(apples() + more()) + stone() }\npublic func tree() throws -> String { try String(contentsOf: Bundle.module.url(forResource: \"trees\", withExtension: \"txt\")!, encoding: .utf8) }\n",
                "../Sources/Fruit/trees.txt": "oak",
                "../Stones/Package.swift": """
                // swift-tools-version: 6.0
                import PackageDescription
                let package = Package(
                    name: "Stones", products: [.library(name: "Stones", targets: ["Stones"])],
                    targets: [.target(name: "CStones"), .target(name: "Stones", dependencies: ["CStones"])])
                """, "../Stones/Sources/CStones/stones.c": "void nothing(void) {}\n",
                "../Stones/Sources/CStones/include/stones.h":
                    "static inline int cstone(void) { return 5; }\n",
                "../Stones/Sources/CStones/include/module.modulemap":
                    "module CStones { header \"stones.h\" export * }\n",
                "../Stones/Sources/Stones/Stones.swift":
                    "import CStones\n@inlinable public func stone() -> Int { Int(cstone()) }\n",
            ])
        let root = Files.parent(of: book.folder)
        try Files.makeFolder("\(root)/far")
        try Files.write(Array("#define FAR 7\n".utf8), to: "\(root)/far/far.h")
        let manifest = try String(contentsOfFile: "\(root)/Package.swift", encoding: .utf8)
        try Files.write(
            Array(manifest.replacing("HEADERS", with: "\(root)/far").utf8),
            to: "\(root)/Package.swift")
        let first = try await book.run()
        #expect(first[0].texts == ["13 5 oak\n"], "\(first[0].complaint ?? "")")
        #expect(try await book.run().map(\.source) == [.cache, .cache])
        for (path, text, output) in [
            ("far/far.h", "#define FAR 8\n", "14 5 oak\n"),
            (
                "Stones/Sources/CStones/include/stones.h", "static inline int cstone(void) { return 6; }\n",
                "15 6 oak\n"
            ),
            ("Sources/Fruit/trees.txt", "elm", "15 6 elm\n"),
        ] {
            try Files.write(Array(text.utf8), to: "\(root)/\(path)")
            let result = try await book.run()
            #expect(result.map(\.source) == [.execution, .cache], "\(path)")
            #expect(result[0].texts == [output], "\(result[0].complaint ?? "")")
        }
    }

    /// A manifest is a program.
    @Test func `what a manifest reads is part of it`() async throws {
        let book = try TestBook(
            ["one": "# One\n\n\(swift("import Flag\nprint(flag)"))"], configuration: "modules: [Flag]",
            files: [
                "../Package.swift": """
                // swift-tools-version: 6.0
                import Foundation
                import PackageDescription
                let isOn = FileManager.default.fileExists(atPath: Context.packageDirectory + "/on")
                let package = Package(
                    name: "Flag", products: [.library(name: "Flag", targets: ["Flag"])],
                    targets: [.target(name: "Flag", swiftSettings: isOn ? [.define("ON")] : [])])
                """,
                "../Sources/Flag/Flag.swift":
                    "#if ON\npublic let flag = 1\n#else\npublic let flag = 0\n#endif\n",
            ])
        #expect(try await book.run()[0].texts == ["0\n"])
        #expect(try await book.run()[0].source == .cache)
        try Files.write([], to: "\(Files.parent(of: book.folder))/on")
        #expect(try await book.run()[0].texts == ["1\n"])
    }

    /// A compiler that waits: while it does, the module is edited and put back.
    @Test func `a module that is edited while it is compiled is compiled again`() async throws {
        let book = try Self.makeBook()
        let read = try Book.read(folder: book.folder)
        let scratch = try Scratch(book.scratch)
        let toolchain = try Toolchain.find(recordingIn: scratch.store)
        let before = try ModuleSources(
            of: read, package: Files.parent(of: book.folder), toolchain: toolchain, scratch: scratch)
        let path = "\(Files.parent(of: book.folder))/Sources/Weights/Weights.swift"
        let bytes = try Files.read(path)
        try Files.write(Array("public let apple = 91\n".utf8), to: path)
        try Files.write(bytes, to: path)
        let after = try ModuleSources(
            of: read, package: Files.parent(of: book.folder), toolchain: toolchain, scratch: scratch)
        #expect(before.fingerprint == after.fingerprint && !after.isAsItWas(at: before))
        #expect(after.isAsItWas(at: after))
    }

    @Test func `a module that the package does not have is named`() async throws {
        let book = try Self.makeBook(modules: "[Fruits]")
        do {
            _ = try await book.run()
            Issue.record("an unknown module was accepted")
        } catch let error as Failure {
            #expect(error.owner == .configuration)
            #expect(error.diagnostics.first?.location?.file.path.hasSuffix("book.yml") == true)
            #expect(error.diagnostics.first?.location?.start.line == 5)
            #expect(error.diagnostics.first?.help == "did you mean 'Fruit'?")
        }
    }

    @Test func `modules need a package`() async throws {
        let book = try TestBook(["index": "# Shop\n"], configuration: "modules: [Fruit]")
        await #expect { try await book.run() } throws: { error in
            (error as? Failure)?.owner == .configuration
        }
    }

    @Test func `without a compiler, that is what is told`() throws {
        let book = try TestBook(["index": "# Shop\n"])
        do {
            _ = try Toolchain.find(
                recordingIn: Store(folder: "\(book.scratch)/memos"), environment: ["PATH": book.folder])
            Issue.record("a compiler was found in a folder without one")
        } catch {
            #expect(error.owner == .machine)
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
            return try Toolchain.find(
                recordingIn: Store(folder: "\(book.scratch)/memos"), environment: ["PATH": bin]
            ).version
        }
        #expect(try install("Swift 6.3") == "Swift 6.3\n")
        #expect(try install("Swift 6.3") == "Swift 6.3\n")
        #expect(try install("Swift 6.4") == "Swift 6.4\n")
    }
}
