import Markdown
import HTML

/// Turns a document into HTML as libcmark writes it, byte for byte where plain CommonMark is concerned.
package struct MarkdownRenderer {
    /// What happens to HTML and links that an author wrote by hand.
    package enum RawMarkup: Sendable {
        /// Left out, as libcmark does by default.
        case omitted
        /// Written as it stands, as libcmark does with `CMARK_OPT_UNSAFE`.
        case verbatim
    }

    /// What happens to HTML and links that an author wrote by hand.
    let rawMarkup: RawMarkup

    /// A renderer.
    package init(rawMarkup: RawMarkup = .omitted) {
        self.rawMarkup = rawMarkup
    }

    /// The HTML of blocks, each on lines of its own.
    package func render(_ blocks: [BlockNode]) -> [Node] {
        var output = BlockLines()
        render(blocks, isTight: false, to: &output)
        return output.nodes
    }

    /// The HTML of running text.
    func render(_ inlines: [InlineNode]) -> [Node] { inlines.map { render($0) } }
}

extension Document {
    /// The document as HTML the way libcmark writes it, with plain markup for what it does not know: math and
    /// citations as written, and nothing numbered, resolved or checked. Raw HTML is left out.
    package func html() -> Node { .fragment(MarkdownRenderer().render(blocks)) }
}
