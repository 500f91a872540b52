import TeXMath

/// A piece of running text, as what it is to the book.
public indirect enum Phrase: Sendable, Hashable {
    /// Words.
    case text(String)
    /// A line ending inside a paragraph.
    case softBreak
    /// A line ending that the page keeps.
    case hardBreak
    /// Words of code.
    case code(String)
    /// Words of Swift, and the bytes they stand on.
    case swift(String, Range<Int>)
    /// Emphasis.
    case emphasis([Phrase])
    /// Strong emphasis.
    case strong([Phrase])
    /// Words in an element of HTML that Markdown has no mark for: `kbd`, `sub`.
    case tagged(String, [Phrase])
    /// An element of HTML without content: `br`, `wbr`.
    case tag(String)
    /// A value or a claim, by its place in ``Content/steps``; which of the two, the run tells.
    case value(StepReference, [Phrase])
    /// Words whose numbers are given by the author, and are no results.
    case literal([Phrase])
    /// A link.
    case link(Link)
    /// The number of a label, among the words of a link to it: `[Figures %s](#fig-a)`.
    case number(of: String)
    /// An image in running text.
    case picture(Picture)
    /// A formula in running text.
    case formula(MathFormula)
    /// A displayed formula that stands in a paragraph.
    case equation(Equation)
    /// Works cited at one place.
    case citation(Citation)
    /// A reference to a footnote: its number, and which reference to it this is, from 1.
    case note(number: Int, use: Int)
}

extension Phrase {
    /// A link.
    public struct Link: Sendable, Hashable {
        /// Where a link leads.
        public enum Target: Sendable, Hashable {
            /// A label of the book, or an anchor of this page: `#eq-rnn`.
            case name(String)
            /// A Markdown file within the book's folder, and an anchor of its page.
            case chapter(String, anchor: String?)
            /// Another file within the book's folder.
            case file(String)
            /// Anywhere else, by its full address.
            case address(String)
        }

        /// Where it leads.
        public let target: Target
        /// Its title in quotes; empty if it has none.
        public let title: String
        /// Its words; without any, those of what it leads to stand there.
        public let words: [Phrase]
        /// Whether there is nothing in its words to read or to see.
        public var isBlank: Bool { words.isBlank }
    }

    /// Works cited at one place.
    public struct Citation: Sendable, Hashable {
        /// A work cited.
        public struct Item: Sendable, Hashable {
            /// The work's key in the bibliography.
            public let key: String
            /// What follows a comma: `p. 7`.
            public let locator: String
            /// Which citation of the work this is on its page, from 1; nil in captions, to which no way leads back.
            public let ordinal: Int?
        }

        /// The works, in order.
        public let items: [Item]
        /// Whether the authors are part of the sentence: a bare `@key` rather than `[@key]`.
        public let isNarrative: Bool
    }
}

extension [Phrase] {
    /// The words without marks, formulas, citations and notes.
    var plainText: String {
        map { phrase in
            switch phrase {
            case .text(let text), .code(let text), .swift(let text, _): text
            case .softBreak, .hardBreak: " "
            case .emphasis(let words), .strong(let words), .tagged(_, let words), .value(_, let words),
                .literal(let words):
                words.plainText
            case .link(let link): link.words.plainText
            case .tag, .number, .picture, .formula, .equation, .citation, .note: ""
            }
        }.joined()
    }

    /// Whether there is nothing here to read or to see.
    public var isBlank: Bool {
        allSatisfy { phrase in
            switch phrase {
            case .text(let text): text.allSatisfy(\.isWhitespace)
            case .softBreak, .hardBreak, .tag: true
            case .emphasis(let words), .strong(let words), .tagged(_, let words), .literal(let words):
                words.isBlank
            case .code, .swift, .value, .link, .number, .picture, .formula, .equation, .citation, .note:
                false
            }
        }
    }
}
