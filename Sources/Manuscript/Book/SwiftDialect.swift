import Diagnostics
import Yams

/// The Swift that chapters are written in.
public struct SwiftDialect: Sendable, Hashable {
    /// The language mode: 5 or 6.
    ///
    /// In mode 6 what stands outside functions and types belongs to the main actor, and a data race is an error.
    public var mode: Int
    /// Upcoming features that are on besides, as the compiler names them.
    public var features: [String]

    /// A dialect; the usual one is that of language mode 6.
    public init(mode: Int = 6, features: [String] = []) {
        self.mode = mode
        self.features = features
    }

    /// Reads `{mode: 5, features: [BareSlashRegexLiterals]}`.
    init(_ node: Node, in document: YAMLDocument) throws(DiagnosticError) {
        let entries = try document.entries(of: node, keys: ["mode", "features"], in: "swift")
        self.init()
        if let node = entries["mode"] {
            guard let mode = Int(try document.text(node, for: "mode")), [5, 6].contains(mode) else {
                throw document.expected("5 or 6", for: "mode", at: node)
            }
            self.mode = mode
        }
        guard let node = entries["features"] else { return }
        features = try document.texts(node, for: "features", each: "a feature")
        for feature in node.sequence.map(Array.init) ?? [] {
            guard let name = feature.string, name.wholeMatch(of: /[A-Za-z]\w*/) != nil else {
                throw document.expected("the name of a feature", for: "features", at: feature)
            }
        }
    }
}
