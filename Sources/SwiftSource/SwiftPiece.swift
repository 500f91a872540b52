import SwiftParser
import SwiftSyntax
import Synchronization

/// A piece of Swift, parsed once in a process however many ask about it: who compiles it, who runs it, who shows it.
public struct SwiftPiece: Sendable {
    /// The source.
    public let code: String
    let tree: SourceFileSyntax

    /// Parses Swift, unless this very source was parsed a short while ago. What has errors is read as well as it can be.
    public init(_ code: String) {
        self.code = code
        tree = ParsedSwift.shared.tree(of: code)
    }

    /// How often this process has parsed this very source so far.
    public static func parseCount(of code: String) -> Int { ParsedSwift.shared.count(of: Array(code.utf8)) }
}

/// The trees that were parsed last.
private final class ParsedSwift: Sendable {
    static let shared = ParsedSwift()
    /// How much source is remembered, in bytes. The trees take some thirty times as much.
    private static let most = 2 << 20

    private struct State {
        var trees: [[UInt8]: SourceFileSyntax] = [:]
        var size = 0
        /// By the hash of the source.
        var counts: [Int: Int] = [:]
    }
    private let state = Mutex(State())

    func count(of bytes: [UInt8]) -> Int { state.withLock { $0.counts[bytes.hashValue, default: 0] } }

    func tree(of code: String) -> SourceFileSyntax {
        // Two strings may be equal, and yet not be the same bytes.
        let bytes = Array(code.utf8)
        if let tree = state.withLock({ $0.trees[bytes] }) { return tree }
        let tree = Parser.parse(source: code)
        state.withLock { state in
            state.counts[bytes.hashValue, default: 0] += 1
            if state.size + bytes.count > Self.most {
                state.trees = [:]
                state.size = 0
            }
            state.trees[bytes] = tree
            state.size += bytes.count
        }
        return tree
    }
}
