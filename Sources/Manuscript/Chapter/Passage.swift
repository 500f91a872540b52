/// A part of a chapter, as what it is to the book.
public indirect enum Passage: Sendable, Hashable {
    /// A paragraph of running text.
    case prose([Phrase])
    /// A heading: the chapter's title, or what opens a section.
    case heading(Heading)
    /// A heading that sets a task.
    case exercise(Heading)
    /// A block of Swift, by its place in ``Content/steps``, with the words below it.
    case block(StepReference, caption: [Phrase])
    /// Code that is only shown.
    case code(Listing)
    /// A displayed formula.
    case equation(Equation)
    /// An image of its own, with a caption.
    case picture(Picture)
    /// A table.
    case table(Table)
    /// What a term means.
    case definition(Definition)
    /// A note, a warning and the like; a theorem and its kin may have a label.
    case alert(AlertKind, title: [Phrase], [Passage], label: String?)
    /// A folded part.
    case details(summary: [Phrase], isOpen: Bool, [Passage])
    /// A quotation.
    case quote([Passage])
    /// A list.
    case list(List)
    /// A horizontal rule.
    case rule
}

/// A step as the passages name it: in the order in which they were read. Footnotes are read last and may stand anywhere.
public struct StepReference: Sendable, Hashable {
    let order: Int
}
