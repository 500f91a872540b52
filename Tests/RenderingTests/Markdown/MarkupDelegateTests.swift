import CommonMark
import Diagnostics
import HTML
import Testing

@testable import Rendering

/// A delegate overrides single nodes, however deep they stand.
@Suite struct MarkupDelegateTests {
    private struct Shouting: MarkupDelegate {
        var seen: [String] = []

        mutating func render(_ block: BlockNode, in renderer: MarkdownRenderer) -> Node? {
            guard case .quote(let content) = block.kind else { return nil }
            seen.append("quote")
            return .tag("aside", [:], renderer.render(content, delegate: &self))
        }

        mutating func render(_ inline: InlineNode, in renderer: MarkdownRenderer) -> Node? {
            switch inline.kind {
            case .text(let text): return .text(text.uppercased())
            case .html(let markup): return .tag("code", [:], markup)
            default: return nil
            }
        }

        mutating func report(_ diagnostic: Diagnostic) { seen.append(diagnostic.summary) }
    }

    @Test func overriddenNodesTakeThePlaceOfTheRenderersOwn() throws {
        let text = "# a *b* `c`\n\n> - d <x>\n>\n> > e\n\n| f |\n|---|\n| [g](h) |\n"
        let document = try Document(parsing: SourceFile(path: "test.md", text: text))
        var delegate = Shouting()
        let nodes = MarkdownRenderer(file: document.file).render(document.blocks, delegate: &delegate)
        #expect(
            Node.fragment(nodes).serialised() == """
                <h1>A <em>B</em> <code>c</code></h1>
                <aside><ul>
                <li>D <code>&lt;x&gt;</code></li>
                </ul>
                <aside><p>E</p>
                </aside>
                </aside>
                <table><thead><tr><th>F</th></tr></thead><tbody><tr><td><a href="h">G</a></td></tr></tbody></table>

                """)
        #expect(delegate.seen == ["quote", "quote"])
    }
}
