import Markdown

/// What stands on a chapter's page: its passages in order, each as what it is to the book.
///
/// It is many times as large as the chapter's text and needed for the chapter's own page only.
public struct Content: Sendable {
    /// The Markdown that it was read from.
    public let document: Document
    /// The passages.
    public let passages: [Passage]
    /// The footnotes, in the order of their numbers.
    public let notes: [Note]
    /// The anchor of the heading above the footnotes.
    public let notesAnchor: String
    /// The anchors of the headings.
    let headingAnchors: [String]
    /// The places in `Chapter.steps` of the steps, in the order in which they were read.
    let stepPositions: [Int]

    /// A footnote.
    public struct Note: Sendable, Hashable {
        /// Its number, from 1.
        public let number: Int
        /// How often the text refers to it.
        public let uses: Int
        /// What it says.
        public let content: [Passage]
    }

    /// The anchor of a heading: its label or name, or GitHub's for its text.
    public func anchor(of heading: Passage.Heading) -> String { headingAnchors[heading.ordinal] }

    /// The place in `Chapter.steps` of a step.
    public func position(of step: StepReference) -> Int { stepPositions[step.order] }
}
