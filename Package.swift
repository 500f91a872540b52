// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "book",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "book", targets: ["book"]),
        .library(name: "RecurrentNetworks", targets: ["RecurrentNetworks"]),
        .library(name: "TeXMath", targets: ["TeXMath"]),
        .library(name: "Markdown", targets: ["Markdown", "HTML", "Diagnostics"]),
        .library(name: "CCmark", targets: ["CCmark"]),
        .library(name: "Press", targets: ["Press"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
    ],
    targets: [
        // What a chapter is compiled against. No generator target imports RecurrentNetworks.
        .target(name: "RecurrentNetworks"),
        .target(name: "Figures"),
        .target(name: "ChapterRuntime", dependencies: ["Figures"]),
        // What starts a chapter's program, and sees that it does no more than it may.
        .executableTarget(name: "ChapterGuard"),

        // The ground: no imports among themselves.
        .systemLibrary(
            name: "CCmark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .target(name: "Diagnostics"),
        .target(name: "HTML"),
        .target(name: "Storage", dependencies: ["Diagnostics"]),
        // What chapters are compiled with, as text: links to the folders of those modules.
        .target(
            name: "RuntimeSources",
            resources: [
                .embedInCode("Figures"), .embedInCode("ChapterRuntime"), .embedInCode("ChapterGuard"),
            ]),
        .target(
            name: "SwiftSource",
            dependencies: [
                .product(name: "SwiftIDEUtils", package: "swift-syntax"),
                .product(name: "SwiftLexicalLookup", package: "swift-syntax"),
                .product(name: "SwiftOperators", package: "swift-syntax"),
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftSyntax", package: "swift-syntax"),
            ]),

        // Text to values.
        .target(name: "Markdown", dependencies: ["CCmark", "Diagnostics"]),
        .target(name: "TeXMath", dependencies: ["HTML", "Diagnostics"]),
        .target(
            name: "Manuscript",
            dependencies: [
                "Markdown", "TeXMath", "HTML", "Storage", "Diagnostics",
                .product(name: "Yams", package: "Yams"),
            ]),

        // Sibling stages: they meet at the manuscript and the transcript, never at one another.
        .target(
            name: "Execution",
            dependencies: ["Manuscript", "Diagnostics", "Storage", "SwiftSource", "RuntimeSources"]),
        .target(
            name: "Verification",
            dependencies: ["Manuscript", "Markdown", "Storage", "Diagnostics", "SwiftSource"]),
        .target(
            name: "Rendering",
            dependencies: ["Manuscript", "HTML", "TeXMath", "SwiftSource", "Diagnostics"]),

        // Out into the world.
        .target(
            name: "Site",
            dependencies: ["Rendering", "Manuscript", "TeXMath", "HTML", "Storage", "Diagnostics"],
            exclude: ["Fonts"],
            resources: [.embedInCode("Assets")]),
        // From the folder of a book to its site, as values and functions.
        .target(
            name: "Press",
            dependencies: [
                "Manuscript", "Execution", "Verification", "Rendering", "Site", "Storage", "Diagnostics",
            ]),
        .executableTarget(
            name: "book",
            dependencies: [
                "Press", "Execution", "Verification", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .testTarget(
            name: "RecurrentNetworksTests", dependencies: ["RecurrentNetworks", "TestSupport"],
            exclude: [
                "Oracles/models", "Oracles/networks/make_fixtures.py", "Oracles/networks/networks.json",
                "Oracles/numerics",
            ]),
        .testTarget(name: "FiguresTests", dependencies: ["Figures", "TestSupport"], exclude: ["Golden"]),
        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"]),
        .testTarget(name: "ManuscriptTests", dependencies: ["Manuscript", "Diagnostics"]),
        .testTarget(
            name: "VerificationTests",
            dependencies: ["Verification", "Manuscript", "Diagnostics", "TestSupport"],
            exclude: ["Cases"]),
        .testTarget(
            name: "BookTests",
            dependencies: [
                "book", "Press", "Execution", "Manuscript", "Verification", "SwiftSource", "Storage",
                "Diagnostics",
            ]),
        // What tests share: generated input that is the same in every run.
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        // What the tests of Markdown share: generators of documents, a checker of ranges.
        .target(
            name: "MarkdownSupport", dependencies: ["Markdown", "Diagnostics", "TestSupport"],
            path: "Tests/MarkdownSupport"),
        // Plain CommonMark as HTML, to be compared with libcmark's.
        .target(
            name: "MarkdownHTML", dependencies: ["Markdown", "HTML", "Diagnostics"],
            path: "Tests/MarkdownHTML"),
        .testTarget(
            name: "MarkdownTests",
            dependencies: ["Markdown", "Diagnostics", "MarkdownSupport", "TestSupport"],
            exclude: ["Cases"]),
        .testTarget(
            name: "RenderingTests",
            dependencies: [
                "Rendering", "Manuscript", "Markdown", "CCmark", "HTML", "Diagnostics", "MarkdownHTML",
                "MarkdownSupport", "TestSupport",
            ],
            exclude: ["Chapter/Golden"]),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Site", "Rendering", "Manuscript", "Storage", "Diagnostics", "MarkdownSupport", "TestSupport",
            ]),
        .testTarget(name: "StorageTests", dependencies: ["Storage", "Diagnostics"]),
        .testTarget(name: "SwiftSourceTests", dependencies: ["SwiftSource"]),
        .testTarget(
            name: "TeXMathTests", dependencies: ["TeXMath", "HTML", "Diagnostics", "TestSupport"],
            exclude: ["Cases", "Oracles"]),
        .testTarget(
            name: "ExecutionTests",
            dependencies: [
                "Execution", "Manuscript", "SwiftSource", "Diagnostics", "Storage", "RuntimeSources",
                "TestSupport",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
