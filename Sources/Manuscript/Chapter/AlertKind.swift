/// What an alert may be: GitHub's five, and what a textbook has besides.
public enum AlertKind: String, CaseIterable, Sendable {
    /// Something to know.
    case note = "NOTE"
    /// Something that helps.
    case tip = "TIP"
    /// Something not to be missed.
    case important = "IMPORTANT"
    /// Something that may go wrong.
    case warning = "WARNING"
    /// Something that may do harm.
    case caution = "CAUTION"
    /// What a term means; the glossary lists it.
    case definition = "DEFINITION"
    /// A task of the reader.
    case exercise = "EXERCISE"
    /// A case of what is said.
    case example = "EXAMPLE"
    /// What can be proved.
    case theorem = "THEOREM"
    /// Why it is so.
    case proof = "PROOF"
    /// What was said, in short.
    case summary = "SUMMARY"

    /// The kind as a reader sees it: `Note`.
    public var word: String { rawValue.prefix(1) + rawValue.dropFirst().lowercased() }
}
