/// An author's own commands: a table of names and definitions, or what `\newcommand` left behind in a formula.
public struct Macros: Sendable, Hashable {
    /// No macros.
    public static let none = Macros()

    private(set) var definitions: [String: Macro] = [:]

    private init() {}

    /// Macros from a table such as `["R": "\\mathbb{R}", "norm": "\\lVert #1 \\rVert"]`.
    ///
    /// A name may be written with its backslash or without. A macro takes as many arguments as the highest `#n`
    /// in its definition.
    /// - Throws: ``MacroError`` for the first wrong entry in the order of the names.
    public init(_ table: [String: String]) throws(MacroError) {
        for (name, definition) in table.sorted(by: { $0.key < $1.key }) {
            let bare = name.first == "\\" ? String(name.dropFirst()) : name
            guard isCommandName(bare) else {
                throw MacroError(
                    name: name,
                    error: MathError(
                        "\(name.isEmpty ? "an empty string" : name) cannot be the name of a macro", at: 0..<0,
                        help: "use letters only, such as R or norm"))
            }
            do throws(MathError) {
                define(bare, as: try Macro(body: Tokenizer.tokens(of: definition)))
            } catch {
                throw MacroError(name: name, error: error)
            }
        }
    }

    /// The names of all macros, sorted, without backslashes.
    public var names: [String] { definitions.keys.sorted() }

    /// Whether a macro's definition leads back to it.
    func isRecursive(_ name: String) -> Bool {
        var reached: Set<String> = []
        var waiting = [name]
        while let next = waiting.popLast() {
            for case .command(let used) in (definitions[next]?.body ?? []).lazy.map(\.kind) {
                if used == name { return true }
                if reached.insert(used).inserted { waiting.append(used) }
            }
        }
        return false
    }

    mutating func define(_ name: String, as macro: Macro) {
        definitions[name] = macro
    }
}

/// A mistake in a table of macros.
public struct MacroError: Error, Sendable, Hashable {
    /// The name as the table writes it.
    public var name: String
    /// What is wrong with it; the range is within the definition's text.
    public var error: MathError

    /// An error in one entry of a table.
    public init(name: String, error: MathError) {
        self.name = name
        self.error = error
    }
}

/// A command's name is letters, or one other character.
private func isCommandName(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    let isWord = scalars.allSatisfy { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    return !scalars.isEmpty
        && (isWord || (scalars.count == 1 && !name.utf8.contains { $0 <= 0x20 || $0 == 0x7F }))
}
