extension ChapterReader {
    /// The words of a link with the number of what it leads to in the place of `%s`.
    mutating func numbered(
        _ words: [Phrase], _ target: Phrase.Link.Target, at range: Range<Int>
    ) -> (words: [Phrase], hasNumber: Bool) {
        guard words.hasMark else { return (words, false) }
        guard case .name(let name) = target else {
            report(
                "only a label has a number to stand for %s", at: range,
                help: "write [Figure %s](#fig-name), or %\\s for the characters themselves")
            return (words, false)
        }
        return (words.numbered(name), true)
    }
}

extension [Phrase] {
    /// Whether the number of a label is to stand among the words.
    fileprivate var hasMark: Bool {
        contains { phrase in
            switch phrase {
            case .text(let text): text.contains("%s")
            case .emphasis(let words), .strong(let words), .tagged(_, let words): words.hasMark
            default: false
            }
        }
    }

    fileprivate func numbered(_ name: String) -> [Phrase] {
        flatMap { phrase -> [Phrase] in
            switch phrase {
            case .text(let text):
                let parts = text.split(separator: "%s", omittingEmptySubsequences: false)
                return parts.enumerated().flatMap { index, part -> [Phrase] in
                    let words: [Phrase] = part.isEmpty ? [] : [.text(String(part))]
                    return index == 0 ? words : [.number(of: name)] + words
                }
            case .emphasis(let words): return [.emphasis(words.numbered(name))]
            case .strong(let words): return [.strong(words.numbered(name))]
            case .tagged(let tag, let words): return [.tagged(tag, words.numbered(name))]
            default: return [phrase]
            }
        }
    }
}
