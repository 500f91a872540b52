import Diagnostics
import Manuscript

/// What writing a site did.
public struct SiteReport: Sendable {
    /// The pages of the site, in the order of the book.
    public var pages: [String] = []
    /// How many pages were rendered anew; the others were kept from an earlier build.
    public var rendered = 0
    /// Whether a byte of the site changed.
    public var isChanged = false
    /// Links that lead out of the book, in the order they stand in it.
    public var externalLinks: [ExternalLink] = []
}
