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
    /// What is proved on the way to a theorem.
    case lemma = "LEMMA"
    /// What follows from a theorem.
    case corollary = "COROLLARY"
    /// What can be proved and is less than a theorem.
    case proposition = "PROPOSITION"

    /// The kind of label that gives such an alert a number, if one does.
    var labelKind: Label.Kind? {
        switch self {
        case .theorem: .theorem
        case .lemma: .lemma
        case .corollary: .corollary
        case .proposition: .proposition
        case .example: .example
        case .note, .tip, .important, .warning, .caution, .definition, .exercise, .proof, .summary: nil
        }
    }

    /// The kind as a reader sees it: `Note`.
    public var word: String { rawValue.prefix(1) + rawValue.dropFirst().lowercased() }
}
