/// An image.
public struct Picture: Sendable, Hashable {
    /// The path of its file within the book's folder.
    public let file: String
    /// What it shows, in words.
    public let alternative: String
    /// What stands below it.
    public let caption: String
    /// The label of `{#fig-…}`, if it has one.
    public let label: String?
}
