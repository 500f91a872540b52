import HTML
import SwiftSource

/// Swift as markup, by the kinds of the official parser; what was highlighted before is not parsed again.
struct Highlighter {
    private let known: [String: String]
    /// Everything highlighted so far.
    private(set) var used: [String: String] = [:]

    init(known: [String: String]) {
        self.known = known
    }

    /// The markup of a piece of Swift.
    mutating func markup(of code: String) -> Node {
        let markup = used[code] ?? known[code] ?? Self.markup(of: code)
        used[code] = markup
        return .trusted(markup)
    }

    private static func markup(of code: String) -> String {
        var output = ""
        for span in highlight(code) {
            let text = escapedText(visibleText(span.text))
            if let style = style(of: span.kind) {
                output += "<span class=\"\(style)\">\(text)</span>"
            } else {
                output += text
            }
        }
        return output
    }

    /// The class of a kind; what most code consists of has none.
    private static func style(of kind: HighlightedSpan.Kind) -> String? {
        switch kind {
        case .keyword: "k"
        case .type: "t"
        case .number: "n"
        case .string: "s"
        case .regex: "r"
        case .attribute: "a"
        case .comment: "c"
        case .identifier, .label, .operator, .plain: nil
        }
    }
}
