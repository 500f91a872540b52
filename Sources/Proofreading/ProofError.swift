import Diagnostics
import Execution
import Manuscript

/// Why a book could not be proofread at all.
public struct ProofError: Error, Sendable {
    /// Whose turn it is to mend something.
    public let kind: ExecutionError.Kind
    /// What is wrong, in the order to be shown.
    public let diagnostics: [Diagnostic]

    init(_ kind: ExecutionError.Kind, _ diagnostics: [Diagnostic]) {
        self.kind = kind
        self.diagnostics = diagnostics
    }

    /// A book that cannot be read.
    public init(_ error: BookError) {
        switch error.part {
        case .configuration: kind = .configuration
        case .manuscript: kind = .book
        }
        diagnostics = error.diagnostics
    }

    /// A book that cannot be executed.
    public init(_ error: ExecutionError) {
        kind = error.kind
        diagnostics = error.diagnostics
    }
}
