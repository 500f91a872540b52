import CommonMark
import Diagnostics

/// One page of the book: its file, everything in it that is computed, and what the rest of the book has to know of it.
///
/// The Markdown tree is many times as large as its text and needed for nothing but the chapter's own page, so it is
/// not kept: ``document()`` makes it again. What a long book takes in memory is then little more than its text.
public struct Chapter: Sendable {
    /// The file name without `.md`; the page is `<slug>.html`.
    public let slug: String
    /// Where in the book it stands.
    public let role: Role
    /// The text of its first heading of level 1.
    public let title: [InlineNode]
    /// The file.
    public let file: SourceFile
    /// Blocks and inline values in the order they are computed.
    public let steps: [Step]
    /// What text can refer to, numbered, in the order of the page.
    public let labels: [Label]
    /// The works cited, at every place that cites them, in the order of the page.
    public let citations: [Citation.Item]

    /// Where in the book a page stands.
    public enum Role: Sendable, Hashable {
        /// The page the site opens with, `index.html`.
        case opening
        /// A numbered chapter, from 1.
        case chapter(number: Int)
        /// An unnumbered page after the chapters.
        case appendix
    }

    /// The chapter's Markdown, parsed.
    public func document() throws(DiagnosticError) -> Document { try Document(parsing: file) }

    /// The same chapter of the same book with other text.
    public func reread(_ file: SourceFile) throws(DiagnosticError) -> Chapter {
        try Chapter(parsing: file, role: role)
    }

    /// The chapter's Swift blocks.
    public var blocks: [SwiftBlock] {
        steps.compactMap { step in
            if case .block(let block) = step { block } else { nil }
        }
    }

    /// The chapter's inline values.
    public var values: [InlineValue] {
        steps.compactMap { step in
            if case .value(let value) = step { value } else { nil }
        }
    }
}
