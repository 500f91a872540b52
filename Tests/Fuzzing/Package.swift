// swift-tools-version: 6.2
import PackageDescription

// Fuzzing by libFuzzer, apart from the book's package because its flags may not be used in a dependency:
//
//     export SWIFT_BACKTRACE=enable=no  # a crash is libFuzzer's to report, with the input that led to it
//     swift run -c release --package-path Tests/Fuzzing FuzzMarkdown -max_total_time=120 Tests/Fuzzing/Corpus/Markdown
//     swift run -c release --package-path Tests/Fuzzing FuzzTeX -max_total_time=120 Tests/Fuzzing/Corpus/TeX
//
// `Sources` is a link to the sources of the book.
let instrumented: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer"])]
let fuzzer: [LinkerSetting] = [
    .unsafeFlags(["-sanitize=fuzzer"]), .unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux])),
]

let package = Package(
    name: "Fuzzing",
    platforms: [.macOS(.v15)],
    targets: [
        .systemLibrary(
            name: "CCmark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .target(name: "Diagnostics", swiftSettings: instrumented),
        .target(name: "HTML", swiftSettings: instrumented),
        .target(name: "TeXMath", dependencies: ["HTML", "Diagnostics"], swiftSettings: instrumented),
        .executableTarget(
            name: "FuzzTeX", dependencies: ["TeXMath", "HTML"], path: "FuzzTeX",
            swiftSettings: instrumented, linkerSettings: fuzzer),
        .target(name: "Markdown", dependencies: ["CCmark", "Diagnostics"], swiftSettings: instrumented),
        .executableTarget(
            name: "FuzzMarkdown", dependencies: ["Markdown", "Diagnostics"], path: "FuzzMarkdown",
            swiftSettings: instrumented, linkerSettings: fuzzer),
    ],
    swiftLanguageModes: [.v6]
)
