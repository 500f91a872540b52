// swift-tools-version: 6.0
import PackageDescription

// Another author's book: its own package, its own module, nothing of recurrent networks.
let package = Package(
    name: "primes",
    products: [.library(name: "Primes", targets: ["Primes"])],
    targets: [.target(name: "Primes")]
)
