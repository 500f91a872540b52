// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "book", path: "../..")],
    targets: [
        .executableTarget(
            name: "MatrixProduct",
            dependencies: ["Measurement", .product(name: "RecurrentNetworks", package: "book")],
            exclude: ["numpy_product.py"]),
        .executableTarget(
            name: "Streaming",
            dependencies: ["Measurement", .product(name: "RecurrentNetworks", package: "book")],
            exclude: ["numpy_streaming.py"]),
        .executableTarget(
            name: "ElementaryFunctions",
            dependencies: ["Measurement", .product(name: "RecurrentNetworks", package: "book")],
            exclude: ["numpy_functions.py"]),
        .executableTarget(
            name: "TrainingStep",
            dependencies: [
                "AllocationCount", "Measurement", .product(name: "RecurrentNetworks", package: "book"),
            ],
            exclude: ["training_step.py"]),
        .executableTarget(
            name: "Formulas",
            dependencies: ["Measurement", .product(name: "TeXMath", package: "book")],
            exclude: ["formulas.tex", "latex2mathml_formulas.py"]),
        .executableTarget(
            name: "Markdown",
            dependencies: [
                "MarkdownRendering", "Measurement", .product(name: "Markdown", package: "book"),
                .product(name: "CCmark", package: "book"),
            ]),
        // A link to a part of Rendering, all of which would bring the Swift parser: minutes to compile.
        .target(name: "MarkdownRendering", dependencies: [.product(name: "Markdown", package: "book")]),
        .executableTarget(name: "BookTimes", dependencies: ["Measurement"]),
        .executableTarget(name: "SiteTimes", dependencies: ["Measurement"]),
        .target(name: "AllocationCount"),
        .target(name: "Measurement"),
    ],
    swiftLanguageModes: [.v6]
)
