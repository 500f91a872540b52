import CommonMark
import Diagnostics
import HTML

/// What a page does differently from plain CommonMark.
///
/// The renderer asks for every block and inline before it renders one itself, so a delegate overrides single
/// nodes and leaves the rest alone. To render what is inside an overridden node, a delegate calls the renderer
/// back with itself:
///
///     mutating func render(_ block: BlockNode, in renderer: MarkdownRenderer) -> Node? {
///         guard case .quote(let content) = block.kind else { return nil }
///         return .tag("aside", [:], renderer.render(content, delegate: &self))
///     }
protocol MarkupDelegate {
    /// The HTML of a block, or nil to have it rendered as libcmark would.
    mutating func render(_ block: BlockNode, in renderer: MarkdownRenderer) -> Node?

    /// The HTML of an inline, or nil to have it rendered as libcmark would.
    mutating func render(_ inline: InlineNode, in renderer: MarkdownRenderer) -> Node?

    /// Takes note of something wrong with the document, such as raw HTML that is not allowed.
    mutating func report(_ diagnostic: Diagnostic)
}

/// A delegate that overrides nothing and keeps what is reported.
struct PlainMarkup: MarkupDelegate {
    /// What was reported, in order.
    private(set) var diagnostics: [Diagnostic] = []

    mutating func render(_ block: BlockNode, in renderer: MarkdownRenderer) -> Node? { nil }

    mutating func render(_ inline: InlineNode, in renderer: MarkdownRenderer) -> Node? { nil }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
