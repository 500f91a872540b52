/// A chapter as HTML, without the site around it, and everything the site has to know about it.
///
/// Holds no reference to the chapter, so that it can be kept from one build to the next.
public struct RenderedPage: Sendable, Hashable, Codable {
    /// A heading, for the contents of the page.
    public struct Heading: Sendable, Hashable, Codable {
        /// 2 or 3.
        public var level: Int
        /// The heading's anchor.
        public var anchor: String
        /// The heading's markup, without links.
        public var markup: String
    }

    /// The text below a heading, for the search index.
    public struct Section: Sendable, Hashable, Codable {
        /// The heading's anchor; empty for the page itself.
        public var anchor: String
        /// What the heading is called beside its text, such as `3.1` or `Exercise 3.2`; may be empty.
        public var number: String
        /// The heading's text.
        public var title: String
        /// What stands below it, as a reader sees it, without code.
        public var text: String
        /// The code below it, and what it printed.
        public var code: String

        /// A section.
        public init(anchor: String, number: String, title: String, text: String, code: String) {
            self.anchor = anchor
            self.number = number
            self.title = title
            self.text = text
            self.code = code
        }
    }

    /// Something shown when a reference to it is pointed at.
    public struct Preview: Sendable, Hashable, Codable {
        /// The label, or another anchor of the page.
        public var label: String
        /// Its markup, without the label's own anchor.
        public var markup: String
    }

    /// How many things of the page were recomputed.
    public struct Counts: Sendable, Hashable, Codable {
        /// Outputs of blocks, expected refusals and traps included.
        public var outputs = 0
        /// Values in running text.
        public var values = 0
        /// Claims in running text.
        public var claims = 0
    }

    /// The title as text.
    public var title: String
    /// The title's markup, without links.
    public var titleMarkup: String
    /// The content of `<article>`.
    public var body: String
    /// The headings of level 2 and 3.
    public var outline: [Heading]
    /// The text by section.
    public var sections: [Section]
    /// What the labels of this page show when they are pointed at from elsewhere.
    public var previews: [Preview]
    /// What the page says about the rest of the book.
    public var facts: [BookFact]
    /// Swift that was highlighted, so that the next rendering need not parse it again.
    public var highlights: [String: Highlight]
    /// How many things were recomputed.
    public var counts: Counts
}
