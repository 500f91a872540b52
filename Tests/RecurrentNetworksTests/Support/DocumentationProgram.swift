import Foundation

/// A program of the documentation and what it prints: the fences `swift` of a text, one after the other, and the
/// fences `text` below them.
struct DocumentationProgram {
    let source: String
    let output: String

    init(_ text: String) {
        var (fences, language) = (["swift": "", "text": ""], String?.none)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                language = language == nil ? String(line.dropFirst(3)) : nil
            } else if let language {
                fences[language, default: ""] += line + "\n"
            }
        }
        // The library is compiled into the same module.
        source = (fences["swift"] ?? "").replacing("import RecurrentNetworks\n", with: "")
        output = fences["text"] ?? ""
    }

    /// The program in the comment of the first declaration in a source file of the library.
    init(commentIn path: String) throws {
        let lines = try Self.read(path).split(separator: "\n", omittingEmptySubsequences: false)
        let comment = lines.prefix { $0.hasPrefix("///") }
        self.init(comment.map { $0.dropFirst($0.hasPrefix("/// ") ? 4 : 3) }.joined(separator: "\n"))
    }

    /// The program in a page of the library's documentation.
    init(page path: String) throws { self.init(try Self.read(path)) }

    private static func read(_ path: String) throws -> String {
        let library = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/RecurrentNetworks")
        return try String(contentsOf: library.appending(path: path), encoding: .utf8)
    }
}
