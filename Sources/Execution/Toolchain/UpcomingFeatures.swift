import Diagnostics
import Foundation
import Manuscript

/// The upcoming features that a compiler knows, with the language mode in which each is on anyway.
struct UpcomingFeatures {
    private let modes: [String: Int]

    private struct Description: Decodable {
        struct Features: Decodable { var upcoming: [Feature] }
        struct Feature: Decodable {
            var name: String
            var mode: String?

            enum CodingKeys: String, CodingKey {
                case name
                case mode = "enabled_in"
            }
        }
        var features: Features
    }

    /// Asks the compiler.
    init(of toolchain: Toolchain) throws(Failure) {
        let result = try CompilerOutput(
            running: Command(
                executable: toolchain.compiler, arguments: ["swiftc", "-print-supported-features"],
                environment: ProcessInfo.processInfo.environment))
        let description = try? JSONDecoder().decode(Description.self, from: Data(result.output.utf8))
        modes = Dictionary(
            (description?.features.upcoming ?? []).map {
                ($0.name, $0.mode.flatMap { Int($0) } ?? .max)
            },
            uniquingKeysWith: { first, _ in first })
    }

    /// A dialect without the features that are on in its mode; one that the compiler does not know is an error.
    func checked(_ book: Book) throws(Failure) -> SwiftDialect {
        var dialect = book.configuration.swift
        // A compiler that cannot tell judges for itself.
        guard !modes.isEmpty else { return dialect }
        for feature in dialect.features where modes[feature] == nil {
            let suggestion = nearest(to: feature, among: modes.keys.sorted())
            throw Failure(
                .configuration,
                [
                    .error(
                        "the compiler knows no upcoming feature '\(feature)'",
                        at: book.configuration.place(of: .key("swift")),
                        help: (suggestion.map { "did you mean '\($0)'? " } ?? "")
                            + "see 'swiftc -print-supported-features'")
                ])
        }
        dialect.features.removeAll { modes[$0].map { $0 <= dialect.mode } ?? false }
        return dialect
    }
}
