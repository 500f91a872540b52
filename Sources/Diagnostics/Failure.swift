/// Why a command cannot do what it was asked for, and who can mend it.
public struct Failure: Error, Sendable {
    /// Who can mend it.
    public enum Owner: Sendable, Hashable {
        /// The author: a chapter or the bibliography is wrong.
        case book
        /// The author: `book.yml`, or how the command was called.
        case configuration
        /// Whoever keeps the machine: the toolchain, the disk, the system's limits.
        case machine
        /// Nobody: the user asked to stop.
        case user
    }

    /// Who can mend it.
    public let owner: Owner
    /// What is wrong, in the order to be shown.
    public let diagnostics: [Diagnostic]

    /// A failure with its owner and everything that is wrong.
    public init(_ owner: Owner, _ diagnostics: [Diagnostic]) {
        self.owner = owner
        self.diagnostics = diagnostics
    }
}
