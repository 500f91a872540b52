import Markdown
import HTML

extension MarkdownRenderer {
    /// The HTML of one inline as libcmark writes it.
    func render(_ inline: InlineNode) -> Node {
        switch inline.kind {
        case .text(let text): return .text(text)
        case .softBreak: return .text("\n")
        case .hardBreak: return [.tag("br"), .text("\n")]
        case .code(let code, _): return .tag("code", [:], code)
        case .emphasis(let content): return .tag("em", [:], render(content))
        case .strong(let content): return .tag("strong", [:], render(content))
        case .link(let link):
            let url = url(link.destination)
            let attributes = [Attribute("href", url)] + title(link.title)
            return .element(Element("a", attributes, render(link.content)))
        case .image(let image):
            let url = url(image.source)
            let id = image.id.map { [Attribute("id", $0)] } ?? []
            let alternative = Attribute("alt", image.alternative.alternativeText)
            return .element(Element("img", id + [Attribute("src", url), alternative] + title(image.title)))
        case .html(let markup):
            return .trusted(rawMarkup == .verbatim ? markup : "<!-- raw HTML omitted -->")
        case .math(let math):
            return .tag("code", ["class": math.isDisplay ? "math display" : "math inline"], math.tex)
        case .citation(let citation):
            return .text(citation.isNarrative ? citation.source : "[\(citation.source)]")
        case .footnoteReference(let label):
            return .tag("sup", [:], [.tag("a", ["href": "#fn-\(label)"], label)])
        }
    }

    private func title(_ title: String) -> [Attribute] {
        title.isEmpty ? [] : [Attribute("title", title)]
    }

    private func url(_ destination: String) -> String {
        if rawMarkup != .verbatim, WebAddress.isDangerous(destination) { return "" }
        return WebAddress.percentEncoded(url: destination)
    }
}

extension Citation {
    fileprivate var source: String {
        items.map { "@\($0.key)" + ($0.locator.isEmpty ? "" : ", \($0.locator)") }.joined(separator: "; ")
    }
}

extension Sequence<InlineNode> {
    /// The text of an image's `alt` attribute, as libcmark takes it from the nodes.
    var alternativeText: String {
        map { node in
            switch node.kind {
            case .text(let text), .code(let text, _), .html(let text): text
            case .softBreak, .hardBreak: " "
            case .emphasis(let content), .strong(let content): content.alternativeText
            case .link(let link): link.content.alternativeText
            case .image(let image): image.alternative.alternativeText
            case .math(let math): math.tex
            case .citation, .footnoteReference: ""
            }
        }.joined()
    }
}
