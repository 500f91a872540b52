import Diagnostics

/// One page of the book: its file, everything in it that is computed, and what the rest of the book has to know of it.
public struct Chapter: Sendable {
    /// What the book says of it.
    let setting: ChapterSetting
    /// The text of its first heading of level 1.
    public let title: String
    /// The file.
    public let file: SourceFile
    /// Blocks and inline values in the order they are computed.
    public let steps: [Step]
    /// What text can refer to, numbered, in the order of the page.
    public let labels: [Label]
    /// Every equation with a number, in the order of the page.
    let equations: [EquationNumber]
    /// The works cited, at every place that cites them, in the order of the page.
    let citations: [CitedWork]
    /// Every link and picture, in the order of the page.
    public let links: [PlacedLink]
    /// Every anchor that an author can mean: those of headings, labels, blocks and terms.
    public let anchors: Set<String>
    /// What stands on the page, if it is kept.
    var keptContent: Content?

    /// Where in the book a page stands.
    public enum Role: Sendable, Hashable {
        /// The page the site opens with, `index.html`.
        case opening
        /// A page without a number, before the chapters or behind them.
        case page
        /// A numbered chapter, from 1.
        case chapter(number: Int)
        /// An appendix, from `A`.
        case appendix(letter: String)

        /// What stands before the numbers of its sections, figures and the like: `2`, `A`.
        public var mark: String? {
            switch self {
            case .opening, .page: nil
            case .chapter(let number): String(number)
            case .appendix(let letter): letter
            }
        }
    }

    /// The number of an equation and where it stands.
    struct EquationNumber: Sendable, Hashable {
        let number: String
        let isGivenByHand: Bool
        let location: SourceLocation
    }

    /// A work and where it is cited.
    struct CitedWork: Sendable, Hashable {
        let key: String
        /// Whether it is cited in the caption of a block, to which no way leads back.
        let isInCaption: Bool
        let location: SourceLocation
    }

    /// A link or a picture and the bytes where its author wrote it.
    public struct PlacedLink: Sendable, Hashable {
        /// Where it leads.
        public let target: Phrase.Link.Target
        /// Whether it has no words and takes those of what it leads to.
        public let isBlank: Bool
        /// Whether the number of what it leads to stands among its words.
        public let hasNumber: Bool
        /// Where it stands.
        public let range: Range<Int>
        /// Where the whole link stands, with its words.
        public let wholeRange: Range<Int>
    }

    /// Where a link leads that marks its words as given: their numbers are no results, and nothing checks them.
    public static let literalDestination = "literal:"

    /// What stands on the page: read again if it was not kept.
    public func content() throws(DiagnosticError) -> Content {
        if let keptContent { return keptContent }
        return try ChapterReader.read(file, setting).content
    }

    /// The same chapter of the same book with other text.
    public func reread(_ file: SourceFile) throws(DiagnosticError) -> Chapter {
        try ChapterReader.read(file, setting).chapter
    }

    /// The same without what stands on its page, which is many times as large as the text.
    func withoutContent() -> Chapter {
        var chapter = self
        chapter.keptContent = nil
        return chapter
    }

    /// The name of the chapter's page.
    public var pageFile: String { slug + ".html" }

    /// The chapter's file within the book's folder.
    public var fileName: String { setting.fileName }

    /// The name of the chapter: its file's without `.md`, folders before hyphens; the page is `<slug>.html`.
    public var slug: String { setting.slug }

    /// Where in the book it stands.
    public var role: Role { setting.role }

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
