/// One or more diagnostics, thrown where work cannot go on.
public struct DiagnosticError: Error, Sendable {
    /// What is wrong, in the order to be shown.
    public var diagnostics: [Diagnostic]

    /// An error of several diagnostics.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// An error of one diagnostic.
    public init(_ diagnostic: Diagnostic) {
        diagnostics = [diagnostic]
    }
}
