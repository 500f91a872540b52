import Diagnostics

/// A book read from its folder: configuration and chapters.
public struct Book: Sendable {
    /// The folder the book was read from, as given.
    public let folder: String
    /// What `book.yml` says.
    public let configuration: BookConfiguration
    /// The file `book.yml`.
    public let configurationFile: SourceFile
    /// The opening page, the chapters and the appendices, in order.
    public let chapters: [Chapter]
}
