import CommonMark
import Diagnostics
import HTML

extension MarkdownRenderer {
    /// Raw HTML in running text where it is written as it stands or left out.
    func renderRaw(_ markup: String) -> Node {
        rawMarkup == .verbatim ? .trusted(markup) : .trusted("<!-- raw HTML omitted -->")
    }

    func renderRaw(
        _ markup: String, of block: BlockNode, to output: inout BlockOutput,
        delegate: inout some MarkupDelegate
    ) {
        switch rawMarkup {
        case .verbatim: output.appendMarkup(markup)
        case .omitted: output.appendMarkup("<!-- raw HTML omitted -->")
        case .allowlisted:
            if HarmlessTag(markup) != .comment { delegate.report(rejection(of: block.range)) }
        }
    }

    /// Running text with raw HTML in it: harmless tags become elements, so that what is opened is closed; comments are
    /// left out; anything else is reported.
    func renderTags(_ inlines: [InlineNode], delegate: inout some MarkupDelegate) -> [Node] {
        var nodes: [Node] = []
        var open: [(name: String, tag: InlineNode, outside: [Node])] = []
        for inline in inlines {
            if let node = delegate.render(inline, in: self) {
                nodes.append(node)
                continue
            }
            guard case .html(let markup) = inline.kind else {
                nodes.append(renderPlainly(inline, delegate: &delegate))
                continue
            }
            switch HarmlessTag(markup) {
            case .comment: break
            case .void(let name): nodes.append(.tag(name))
            case .opening(let name):
                open.append((name, inline, nodes))
                nodes = []
            case .closing(let name) where open.last?.name == name:
                guard let last = open.popLast() else { continue }
                nodes = last.outside + [.tag(name, [:], nodes)]
            case .closing(let name):
                delegate.report(
                    .error(
                        "this </\(name)> closes nothing", at: file.location(inline.range),
                        help: "write <\(name)> before it, in the same paragraph and the same emphasis"))
            case nil: delegate.report(rejection(of: inline.range))
            }
        }
        while let last = open.popLast() {
            delegate.report(
                .error(
                    "this <\(last.name)> is not closed", at: file.location(last.tag.range),
                    help: "write </\(last.name)> behind it, in the same paragraph and the same emphasis"))
            nodes = last.outside + nodes
        }
        return nodes
    }

    private func rejection(of range: Range<Int>) -> Diagnostic {
        let names = HarmlessTag.names + HarmlessTag.voidNames
        return .error(
            "this HTML is not allowed in a chapter", at: file.location(range),
            help:
                "write it in Markdown; of HTML only \(names.map { "<\($0)>" }.joined(separator: ", ")) may stand in "
                + "text, without attributes, comments, and <details> with <summary>; to show the markup itself, "
                + "write it as code")
    }
}

extension InlineNode {
    var isRawMarkup: Bool {
        if case .html = kind { true } else { false }
    }
}
