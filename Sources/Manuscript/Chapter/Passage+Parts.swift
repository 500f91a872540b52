extension Passage {
    /// A heading.
    public struct Heading: Sendable, Hashable {
        /// Its level, from 1.
        public let level: Int
        /// Its words.
        public let words: [Phrase]
        /// The label of `{#sec-…}` or `{#ex-…}`, if it has one.
        public let label: String?
        /// The number of a section of a numbered chapter: `3.1`.
        public let number: String?
        /// Its place among the chapter's headings, from 0.
        let ordinal: Int
    }

    /// Code that is only shown, in any language.
    public struct Listing: Sendable, Hashable {
        /// The code.
        public let code: String
        /// The language that its fence names; empty if it names none.
        public let language: String
        /// The name of `id=…`: a label if it begins with `lst-`, or an anchor.
        public let name: String?
        /// What stands below it; nothing if it has no caption.
        public let caption: [Phrase]
    }

    /// A table.
    public struct Table: Sendable, Hashable {
        /// How the cells of a column stand.
        public enum Alignment: String, Sendable, Hashable {
            /// As the text does.
            case none
            /// At the left.
            case left
            /// In the middle.
            case center
            /// At the right.
            case right
        }

        /// One for each column.
        public let alignments: [Alignment]
        /// The cells of the first row.
        public let header: [[Phrase]]
        /// The cells of the other rows.
        public let rows: [[[Phrase]]]
        /// What stands above it; nil if nothing does.
        public let caption: [Phrase]?
        /// The label of `{#tbl-…}`, if it has one.
        public let label: String?
        /// The words of the caption, for those who cannot see the table.
        public let name: String
    }

    /// What a term means.
    public struct Definition: Sendable, Hashable {
        /// The term.
        public let term: [Phrase]
        /// The label that references and the glossary know it by: `term-hidden-state`.
        public let label: String
        /// What it means.
        public let content: [Passage]
    }

    /// A list.
    public struct List: Sendable, Hashable {
        /// The number that it starts with; nil if its items have bullets.
        public let start: Int?
        /// Whether paragraphs of items stand close together.
        public let isTight: Bool
        /// The items.
        public let items: [[Passage]]
    }
}
