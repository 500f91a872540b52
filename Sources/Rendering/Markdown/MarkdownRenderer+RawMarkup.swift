import CommonMark
import Diagnostics
import HTML

extension MarkdownRenderer {
    func renderRaw(
        _ markup: String, of inline: InlineNode, delegate: inout some MarkupDelegate
    ) -> Node {
        switch rawMarkup {
        case .verbatim: return .trusted(markup)
        case .omitted: return .trusted("<!-- raw HTML omitted -->")
        case .allowlisted:
            if isHarmless(markup) { return .trusted(markup) }
            delegate.report(rejection(of: inline.range))
            return .empty
        }
    }

    func renderRaw(
        _ markup: String, of block: BlockNode, to output: inout BlockOutput,
        delegate: inout some MarkupDelegate
    ) {
        switch rawMarkup {
        case .verbatim: output.appendMarkup(markup)
        case .omitted: output.appendMarkup("<!-- raw HTML omitted -->")
        case .allowlisted:
            let trimmed = markup.trimmingTrailingNewlines
            if isComment(trimmed) { return }
            delegate.report(rejection(of: block.range))
        }
    }

    private func rejection(of range: Range<Int>) -> Diagnostic {
        .error(
            "this HTML is not allowed in a chapter", at: file.location(range),
            help:
                "write it in Markdown; of HTML only \(harmlessTags.map { "<\($0)>" }.joined(separator: ", ")) "
                + "and comments may stand in text, without attributes, and <details> with <summary>; "
                + "to show the markup itself, write it as code")
    }
}

/// Tags that cannot harm and that Markdown has no mark for.
private let harmlessTags = [
    "br", "cite", "del", "ins", "kbd", "mark", "q", "s", "samp", "small", "sub", "sup", "u", "var", "wbr",
]

/// Whether a piece of raw HTML is a comment or one allowed tag without attributes.
private func isHarmless(_ markup: String) -> Bool {
    if isComment(markup) { return true }
    var name = Substring(markup)
    guard name.first == "<", name.last == ">" else { return false }
    name = name.dropFirst().dropLast()
    if name.first == "/" {
        name = name.dropFirst()
    } else if name.last == "/" {
        name = name.dropLast()
    }
    while name.last == " " { name = name.dropLast() }
    return harmlessTags.contains(name.lowercased())
}

/// Whether the whole of a piece of raw HTML is one comment.
private func isComment(_ markup: String) -> Bool {
    guard markup.utf8.count >= 7, markup.hasPrefix("<!--"), markup.hasSuffix("-->") else { return false }
    return !markup.utf8.dropFirst(4).dropLast(3).contains(UInt8(ascii: ">"))
}

extension String {
    fileprivate var trimmingTrailingNewlines: String {
        var text = Substring(self)
        while let last = text.last, last.isNewline || last == " " || last == "\t" { text.removeLast() }
        return String(text)
    }
}
