import Manuscript
import Storage

/// A module that a book imports, and where its sources are.
public struct ModuleFolder: Sendable, Hashable, Codable {
    /// The module's name.
    public let module: String
    /// The folder of its sources.
    public let folder: String

    /// The modules of a book whose sources stand in the book's package, as they were when the book was last executed.
    public static func all(of book: Book, options: ExecutionOptions) -> [ModuleFolder] {
        guard !book.configuration.modules.isEmpty else { return [] }
        let store = Store(folder: Scratch.memoFolder(in: options.scratchFolder(of: book)))
        let graph: ModuleGraph? = store.value(.modules, key: ModuleGraph.key(of: book))
        return graph?.modules ?? []
    }
}
