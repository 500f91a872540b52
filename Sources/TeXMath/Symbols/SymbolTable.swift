/// A table of commands and their characters, written as words: a name, its character, a name, its character, …
struct SymbolTable: Sendable {
    let entries: [(name: String, text: String)]

    init(_ table: String) {
        // Scalars, because a blank and a combining mark after it are one character.
        let words = table.unicodeScalars.split { $0.properties.isWhitespace }
        entries = stride(from: 0, to: words.count - 1, by: 2).map {
            (String(words[$0]), String(words[$0 + 1]))
        }
    }
}
