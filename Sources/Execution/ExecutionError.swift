import Diagnostics

/// Why a chapter, or the whole book, could not be executed.
public struct ExecutionError: Error, Sendable {
    /// Whose turn it is to mend something.
    public enum Kind: Sendable, Hashable {
        /// The author's: a chapter or a module is wrong.
        case book
        /// The author's: the configuration names what does not exist.
        case configuration
        /// The machine's: no toolchain, no space, no permission.
        case toolchain
        /// Nobody's: the user stopped the command.
        case interrupted
    }

    /// Whose turn it is.
    public let kind: Kind
    /// What is wrong, in the order to be shown.
    public let diagnostics: [Diagnostic]

    init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
        self.kind = kind
        self.diagnostics = diagnostics
    }

    static let interrupted = ExecutionError(.interrupted, [])
}

/// Files that cannot be read or written are the machine's trouble.
@discardableResult
func onDisk<Value>(_ body: () throws(DiagnosticError) -> Value) throws(ExecutionError) -> Value {
    do {
        return try body()
    } catch {
        throw ExecutionError(.toolchain, error.diagnostics)
    }
}
