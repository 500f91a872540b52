/// A piece of the file that libcmark must not see, with what stands there instead.
///
/// Before libcmark parses, the piece's bytes are replaced by letters, as many as there are bytes and with its line
/// endings kept, so that nothing else moves and no mark inside is taken for Markdown. Where the letters turn up in
/// running text, the converter puts the node in their place.
struct Mask {
    /// What the bytes mean.
    enum Kind {
        /// Math, citations, footnote references.
        case node(InlineNode.Kind)
        /// `{#id}` behind an image.
        case imageID(String)
        /// `{.swift}` behind a code span.
        case codeLanguage(String)
        /// `{#id}` at the end of a heading or caption.
        case blockID(String)
        /// The destination of a `swift:` link between `<` and `>`, unescaped.
        case destination(String)
        /// `[!KIND]` at the start of a quote.
        case alert(String)
    }

    /// The bytes in the file.
    let range: Range<Int>
    /// What they mean.
    let kind: Kind
}
