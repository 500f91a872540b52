import Manuscript

/// What is known about the numbers of a chapter when its page is made.
public enum Evidence: Sendable, Hashable {
    /// The chapter was run, and everything recorded in it was compared with this transcript and agreed.
    case verified(Transcript, Seal? = nil)
    /// Nothing counts as verified, and the page says so. What came out stands on it, if the chapter ran; of values, the
    /// texts that would be recorded, by the places of their steps.
    case draft(Transcript?, values: [Int: String] = [:])

    /// What a reader can hold a run of their own against.
    public struct Seal: Sendable, Hashable {
        /// The fingerprint of what came out.
        public let fingerprint: String
        /// The share of the numbers in the prose that something stands behind, in hundredths; nil if there are none.
        public let coverage: Int?

        /// A seal.
        public init(fingerprint: String, coverage: Int?) {
            self.fingerprint = fingerprint
            self.coverage = coverage
        }
    }

    /// What happened when the chapter ran, if it ran.
    var transcript: Transcript? {
        switch self {
        case .verified(let transcript, _): transcript
        case .draft(let transcript, _): transcript
        }
    }

    /// What a reader can hold a run of their own against, if it is known.
    var seal: Seal? {
        if case .verified(_, let seal) = self { seal } else { nil }
    }

    /// Whether recorded and observed were compared and agreed.
    var isVerified: Bool {
        if case .verified = self { true } else { false }
    }

    /// What a value of a draft would be recorded as, if that is not what is recorded.
    func unacceptedText(ofStep position: Int) -> String? {
        if case .draft(_, let values) = self { values[position] } else { nil }
    }
}
