import HTML

/// Where lines may not break, though browsers would.
///
/// A browser takes a formula for a picture and breaks the line beside it, even before a full stop.
enum LineBreaks {
    /// Nodes on one line.
    static func together(_ nodes: [Node]) -> Node {
        .tag("span", ["class": "nobr"], nodes)
    }

    /// How much of a text belongs to a formula before it: punctuation and what follows it without a blank.
    static func tail(of text: String) -> Substring {
        guard let first = text.first, first.isPunctuation || first.isLetter || first.isNumber else {
            return ""
        }
        let tail = text.prefix { !$0.isWhitespace }
        return tail.count <= 12 ? tail : text.prefix { $0.isPunctuation }
    }

    /// How much of a text belongs to a formula behind it: opening brackets and quotation marks.
    static func head(of text: String) -> Substring {
        text.suffix(text.reversed().prefix { "([{“‘«„".contains($0) }.count)
    }
}
