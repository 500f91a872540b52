// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "book", path: "../..")],
    targets: [
        .executableTarget(
            name: "MatrixProduct",
            dependencies: [.product(name: "RecurrentNetworks", package: "book")],
            exclude: ["numpy_product.py"])
    ],
    swiftLanguageModes: [.v6]
)
