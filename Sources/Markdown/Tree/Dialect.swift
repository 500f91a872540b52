/// What a document may be written in.
public enum Dialect: Sendable, Hashable {
    /// CommonMark with what a chapter needs: math, citations, footnotes, pipe tables with captions, alerts,
    /// identifiers, folded parts, and links to Swift expressions.
    case book
    /// Plain CommonMark.
    case commonMark
}
