/// Something a person should know about the book: where, what, why, and a way out.
public struct Diagnostic: Error, Sendable, Hashable {
    /// How grave it is.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// The book is wrong, or cannot be built.
        case error
        /// Worth mending; the build goes on.
        case warning
        /// Further information on the diagnostic before it.
        case note
    }

    /// How grave it is.
    public var severity: Severity
    /// One line: what is wrong.
    public var summary: String
    /// Where, if it is anywhere in a file.
    public var location: SourceLocation?
    /// More lines: a diff, a compiler's words, the output so far.
    public var explanation: String?
    /// A way out: what to write or run instead.
    public var help: String?

    /// A diagnostic of any severity.
    public init(
        _ severity: Severity = .error, _ summary: String, at location: SourceLocation? = nil,
        explanation: String? = nil, help: String? = nil
    ) {
        self.severity = severity
        self.summary = summary
        self.location = location
        self.explanation = explanation
        self.help = help
    }

    /// An error at a place in a file.
    public static func error(
        _ summary: String, at location: SourceLocation?, explanation: String? = nil, help: String? = nil
    ) -> Diagnostic {
        Diagnostic(.error, summary, at: location, explanation: explanation, help: help)
    }

    /// A warning at a place in a file.
    public static func warning(
        _ summary: String, at location: SourceLocation?, explanation: String? = nil, help: String? = nil
    ) -> Diagnostic {
        Diagnostic(.warning, summary, at: location, explanation: explanation, help: help)
    }
}
