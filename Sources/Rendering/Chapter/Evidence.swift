import Manuscript

/// What is known about the numbers of a chapter when its page is made.
public enum Evidence: Sendable, Hashable {
    /// The chapter was run, and everything recorded in it was compared with this transcript and agreed.
    case verified(Transcript)
    /// Nothing was compared: the page says so, and marks nothing as verified.
    case draft(Transcript?)

    /// What happened when the chapter ran, if it ran.
    var transcript: Transcript? {
        switch self {
        case .verified(let transcript): transcript
        case .draft(let transcript): transcript
        }
    }

    /// Whether recorded and observed were compared and agreed.
    var isVerified: Bool {
        if case .verified = self { true } else { false }
    }
}
