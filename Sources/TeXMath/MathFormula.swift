import HTML

/// A formula converted to MathML.
public struct MathFormula: Sendable, Hashable {
    /// A `<math>` element, with the TeX it came from in an `application/x-tex` annotation.
    public var node: Node
    /// What `\label` named, in the order of the source.
    public var labels: [MathLabel]
    /// What `\tag` gave the whole formula, to be set beside it by the caller. Where several rows have tags of
    /// their own these stand in the MathML instead, and this is `nil`.
    public var tag: MathTag?
    /// The macros in force after the formula: those it was given and those it defined.
    public var macros: Macros
    let terms: [Term]

    /// The formula in one line of plain text, for search indexes and places without markup.
    public var text: String { LinearText.of(terms) }
}

/// The name a formula, or one row of it, is referred to by.
public struct MathLabel: Sendable, Hashable {
    /// What stands in the braces of `\label{…}`.
    public var name: String
    /// The bytes of the name in the TeX source.
    public var range: Range<Int>
    /// The tag of the same row, if it has one.
    public var tag: MathTag?
}

/// A number or a name the author gave a formula.
public struct MathTag: Sendable, Hashable {
    /// The text in the braces of `\tag{…}`, without parentheses.
    public var text: String
    /// Whether the text is to be set as it is (`\tag*`), not in parentheses.
    public var isBare: Bool
    /// The bytes of the whole command in the TeX source.
    public var range: Range<Int>

    /// The tag as a reader sees it: `(3.1)`.
    public var display: String { isBare ? text : "(\(text))" }
}
