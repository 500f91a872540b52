/// What is understood beyond plain CommonMark.
public struct Extensions: OptionSet, Sendable, Hashable {
    /// One bit an extension.
    public let rawValue: Int

    /// A set from its bits.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Everything a chapter may use: math, citations, footnotes, pipe tables, alerts, identifiers, folded parts and
    /// links to Swift expressions.
    public static let all = Extensions(rawValue: 1)
    /// Plain CommonMark.
    public static let none: Extensions = []
}
