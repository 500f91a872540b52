import CommonMark
import Diagnostics

/// One page of the book: its Markdown and everything in it that is computed.
public struct Chapter: Sendable {
    /// The file name without `.md`; the page is `<slug>.html`.
    public let slug: String
    /// Where in the book it stands.
    public let role: Role
    /// The text of its first heading of level 1.
    public let title: [InlineNode]
    /// The parsed file.
    public let document: Document
    /// Blocks and inline values in the order they are computed.
    public let steps: [Step]

    /// Where in the book a page stands.
    public enum Role: Sendable, Hashable {
        /// The page the site opens with, `index.html`.
        case opening
        /// A numbered chapter, from 1.
        case chapter(number: Int)
        /// An unnumbered page after the chapters.
        case appendix
    }

    /// The file.
    public var file: SourceFile { document.file }

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
