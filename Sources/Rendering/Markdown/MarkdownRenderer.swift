import CommonMark
import Diagnostics
import HTML

/// Turns a document into HTML as libcmark writes it, byte for byte where plain CommonMark is concerned.
struct MarkdownRenderer {
    /// What happens to HTML and links that an author wrote by hand.
    enum RawMarkup {
        /// A few harmless tags pass; anything else, and a link that runs script, is a located error.
        case allowlisted
        /// Left out, as libcmark does by default.
        case omitted
        /// Written as it stands, as libcmark does with `CMARK_OPT_UNSAFE`.
        case verbatim
    }

    /// The file that errors point into.
    let file: SourceFile
    /// What happens to HTML and links that an author wrote by hand.
    let rawMarkup: RawMarkup

    /// A renderer for the blocks of one file.
    init(file: SourceFile, rawMarkup: RawMarkup = .allowlisted) {
        self.file = file
        self.rawMarkup = rawMarkup
    }

    /// The HTML of blocks, each on lines of its own.
    func render(_ blocks: [BlockNode], delegate: inout some MarkupDelegate) -> [Node] {
        var output = BlockOutput()
        render(blocks, isTight: false, to: &output, delegate: &delegate)
        return output.nodes
    }

    /// The HTML of running text.
    func render(_ inlines: [InlineNode], delegate: inout some MarkupDelegate) -> [Node] {
        guard rawMarkup == .allowlisted, inlines.contains(where: \.isRawMarkup) else {
            return inlines.map { render($0, delegate: &delegate) }
        }
        return renderTags(inlines, delegate: &delegate)
    }
}
