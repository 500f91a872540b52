import CommonMark
import HTML
import Manuscript

extension PageWriter {
    mutating func render(_ inline: InlineNode, in renderer: MarkdownRenderer) -> Node? {
        switch inline.kind {
        case .link(let link):
            return self.link(link, range: inline.range)
        case .image(let image):
            return self.image(image, range: inline.range)
        case .math(let math):
            if math.isDisplay { return equation(math, range: inline.range, element: "span") }
            return formula(math, range: inline.range)
        case .citation(let citation):
            return self.citation(citation)
        case .footnoteReference(let label):
            return footnoteReference(label, range: inline.range)
        case .code(let code, let language?) where language == "swift":
            let markup =
                isInLink
                ? highlighter.markup(of: code) : linkedSwift(code, isQuoted: true, at: inline.range)
            return .tag("code", ["class": "language-swift"], [markup])
        case .text, .softBreak, .hardBreak, .code, .emphasis, .strong, .html:
            return nil
        }
    }
}
