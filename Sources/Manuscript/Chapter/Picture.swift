/// An image.
public struct Picture: Sendable, Hashable {
    /// The path of its file within the book's folder.
    public let file: String
    /// What it shows, in words.
    public let alternative: String
    /// What stands below it; nothing in running text.
    public let caption: [Phrase]
    /// The label of `{#fig-…}`, if it has one.
    public let label: String?
}
