/// `{#id}` behind an image, a formula, a heading or a caption, and `{.swift}` behind code.
extension InlineReader {
    /// Reads braces that nothing before them took.
    mutating func readAttribute() {
        let start = position
        let before = start == 0 ? nil : scanner.bytes[start - 1]
        guard let (id, end) = Identifier.braced(scanner.bytes, at: start) else {
            return appendText(to: start + 1)
        }
        let isBehindBracket = before == UInt8(ascii: ")") || before == UInt8(ascii: "]")
        if isBehindBracket, let last = lastImage(endingAt: start) {
            guard case .image(let image) = draft[last].kind else { return appendText(to: end) }
            draft[last].kind = .image(
                Image(
                    source: image.source, title: image.title, titleRange: image.titleRange,
                    alternative: image.alternative, id: id))
            draft[last].range = draft[last].range.lowerBound..<end
            position = end
            wordEnd = end
            return
        }
        if isAlertTitle, titleLabel == nil, endsFirstLine(start, end) {
            titleLabel = id
            position = end
            return
        }
        if isBehindBracket {
            report(
                "only an image can be called \(id) here", at: start..<end,
                help: "for the braces as text write \\{#\(id)}")
        } else {
            report(
                "there is nothing here to be called \(id)", at: start..<end,
                help:
                    "put it directly behind an image or a display formula, or at the end of a heading or "
                    + "caption; for the braces as text write \\{#\(id)}")
        }
        appendText(to: end)
    }

    /// Whether what stands between two offsets ends the first line that is read.
    private func endsFirstLine(_ start: Int, _ end: Int) -> Bool {
        let rest = scanner.bytes[end...].first { !$0.isSpaceOrTab }
        return !scanner.bytes[self.start..<start].contains(0x0A) && (rest == nil || rest == 0x0A)
    }

    private func lastImage(endingAt end: Int) -> Int? {
        guard draft.last != Draft.none, draft[draft.last].range.upperBound == end,
            case .image = draft[draft.last].kind
        else { return nil }
        return draft.last
    }

    /// The language of `{.swift}` directly behind a code span.
    mutating func readLanguage() -> String? {
        guard let (language, end) = Identifier.braced(scanner.bytes, at: position, mark: ".") else {
            return nil
        }
        position = end
        return language
    }
}

extension Leaf {
    /// A label `{#id}` at the end of the text, and where it starts.
    var trailingLabel: (id: String, start: Int)? {
        var end = bytes.count
        while end > contentStart, bytes[end - 1].isMarkupSpace { end -= 1 }
        guard end > contentStart, bytes[end - 1] == UInt8(ascii: "}"),
            let start = bytes[contentStart..<end].lastIndex(of: UInt8(ascii: "{")), start > contentStart,
            bytes[start - 1].isMarkupSpace, let (id, idEnd) = Identifier.braced(bytes, at: start),
            idEnd == end
        else { return nil }
        return (id, start)
    }
}
