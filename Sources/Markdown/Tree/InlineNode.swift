/// A piece of running text with the bytes it stands on.
public struct InlineNode: Sendable, Hashable {
    /// What it is.
    public let kind: Kind
    /// The bytes of the node in the file, exact for links, images, math, code, citations and footnotes;
    /// for plain text and emphasis the enclosing block's range where libcmark does not know better.
    public let range: Range<Int>

    /// Creates an inline node.
    public init(_ kind: Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    /// The kinds of inline. The large ones are boxed: most nodes are short texts.
    public enum Kind: Sendable, Hashable {
        /// Plain text.
        case text(String)
        /// A line ending inside a paragraph.
        case softBreak
        /// Two spaces or a backslash at the end of a line.
        case hardBreak
        /// A code span with the language of a trailing `{.swift}`, if it has one.
        indirect case code(String, language: String?)
        /// `*…*`
        case emphasis([InlineNode])
        /// `**…**`
        case strong([InlineNode])
        /// A link.
        indirect case link(Link)
        /// An image.
        indirect case image(Image)
        /// Raw HTML, as written.
        case html(String)
        /// `$…$` or `$$…$$`.
        indirect case math(Math)
        /// `[@key; @other]` or a bare `@key`.
        indirect case citation(Citation)
        /// `[^label]`
        case footnoteReference(label: String)
    }
}

/// A link with its parts where they stand.
public struct Link: Sendable, Hashable {
    /// Where it leads, unescaped but not percent-encoded: `#eq-rnn`, `swift: norms.last!`.
    public let destination: String
    /// The bytes of the destination, without `<` and `>`; nil for reference links and autolinks.
    public let destinationRange: Range<Int>?
    /// The title in quotes, empty if there is none.
    public let title: String
    /// The text.
    public let content: [InlineNode]
    /// The bytes between `[` and `]`: what acceptance replaces in an inline value; nil for autolinks.
    public let contentRange: Range<Int>?

    /// Creates a link.
    public init(
        destination: String, destinationRange: Range<Int>?, title: String, content: [InlineNode],
        contentRange: Range<Int>?
    ) {
        self.destination = destination
        self.destinationRange = destinationRange
        self.title = title
        self.content = content
        self.contentRange = contentRange
    }
}

/// An image.
public struct Image: Sendable, Hashable {
    /// Where the picture is.
    public let source: String
    /// The title in quotes, empty if there is none: an image alone in a paragraph has it as caption.
    public let title: String
    /// The bytes of the title without its quotes; nil if it has none of its own.
    public let titleRange: Range<Int>?
    /// The alternative text.
    public let alternative: [InlineNode]
    /// The identifier of a trailing `{#fig-id}`.
    public let id: String?

    /// Creates an image.
    public init(
        source: String, title: String, titleRange: Range<Int>?, alternative: [InlineNode], id: String? = nil
    ) {
        self.source = source
        self.title = title
        self.titleRange = titleRange
        self.alternative = alternative
        self.id = id
    }
}

/// TeX in running text.
public struct Math: Sendable, Hashable {
    /// The TeX between the dollars, byte for byte.
    public let tex: String
    /// Whether it stands between double dollars.
    public let isDisplay: Bool
    /// The bytes of the TeX in the file; container prefixes of later lines are inside the range but not in `tex`.
    public let contentRange: Range<Int>
    /// The identifier of a trailing `{#eq-id}` after display math.
    public let id: String?

    /// Creates a formula.
    public init(tex: String, isDisplay: Bool, contentRange: Range<Int>, id: String? = nil) {
        self.tex = tex
        self.isDisplay = isDisplay
        self.contentRange = contentRange
        self.id = id
    }
}

/// One or more works cited at one place.
public struct Citation: Sendable, Hashable {
    /// A work cited.
    public struct Item: Sendable, Hashable {
        /// The work's key in the bibliography.
        public let key: String
        /// What follows a comma: `p. 7`.
        public let locator: String
        /// The bytes of `@key`.
        public let range: Range<Int>

        /// Creates an item.
        public init(key: String, locator: String, range: Range<Int>) {
            self.key = key
            self.locator = locator
            self.range = range
        }
    }

    /// The works, in order.
    public let items: [Item]
    /// Whether the authors are part of the sentence: a bare `@key` rather than `[@key]`.
    public let isNarrative: Bool

    /// Creates a citation.
    public init(items: [Item], isNarrative: Bool) {
        self.items = items
        self.isNarrative = isNarrative
    }
}

extension Sequence<InlineNode> {
    /// The text of these nodes without markup.
    public var plainText: String {
        map { node in
            switch node.kind {
            case .text(let text), .code(let text, _): text
            case .softBreak, .hardBreak: " "
            case .emphasis(let content), .strong(let content): content.plainText
            case .link(let link): link.content.plainText
            case .image(let image): image.alternative.plainText
            case .math(let math): math.tex
            case .html, .citation, .footnoteReference: ""
            }
        }.joined()
    }
}
