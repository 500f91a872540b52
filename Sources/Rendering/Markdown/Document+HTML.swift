import CommonMark
import HTML

extension Document {
    /// The document as HTML the way libcmark writes it, with plain markup for what it does not know: math and
    /// citations as written, and nothing numbered, resolved or checked. Raw HTML that is not harmless is left out.
    public func html() -> Node {
        var delegate = PlainMarkup()
        return .fragment(MarkdownRenderer(file: file).render(blocks, delegate: &delegate))
    }
}
