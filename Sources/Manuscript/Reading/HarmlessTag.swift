/// A piece of raw HTML that can do no harm: a tag without attributes that Markdown has no mark for, or a comment.
enum HarmlessTag: Equatable {
    case comment
    case void(String)
    case opening(String)
    case closing(String)

    /// Tags with an end tag.
    static let names = [
        "cite", "del", "ins", "kbd", "mark", "q", "s", "samp", "small", "sub", "sup", "u", "var",
    ]
    /// Tags without one.
    static let voidNames = ["br", "wbr"]

    /// What a piece of raw HTML is, or nil if it is anything else.
    init?(_ markup: String) {
        let markup = markup[...].trimmingSpace
        if markup.hasPrefix("<!--") {
            guard markup.dropFirst(4).firstRange(of: "-->")?.upperBound == markup.endIndex else { return nil }
            self = .comment
            return
        }
        guard markup.first == "<", markup.last == ">" else { return nil }
        var name = markup.dropFirst().dropLast()
        let isClosing = name.first == "/"
        if isClosing { name = name.dropFirst() }
        let isSelfClosing = !isClosing && name.last == "/"
        if isSelfClosing { name = name.dropLast() }
        let tag = name.trimmingSpace.lowercased()
        if Self.voidNames.contains(tag), !isClosing {
            self = .void(tag)
        } else if Self.names.contains(tag), !isSelfClosing {
            self = isClosing ? .closing(tag) : .opening(tag)
        } else {
            return nil
        }
    }
}

extension Substring {
    fileprivate var trimmingSpace: Substring {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
