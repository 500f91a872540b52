/// A bracket that may open a link or an image.
struct Bracket {
    /// Its node in the draft.
    let node: Int
    let isImage: Bool
    /// The offset behind it.
    let contentStart: Int
    /// The last run of stars or underscores before it.
    let runBefore: Int
    /// Whether it stands in a link, in which no link may stand.
    var isActive = true
    /// Whether another bracket was opened behind it.
    var isFollowed = false
}

/// Links and images (CommonMark 0.30, sections 6.3 and 6.4).
extension InlineReader {
    mutating func openBracket(at start: Int, isImage: Bool) {
        if !brackets.isEmpty { brackets[brackets.count - 1].isFollowed = true }
        let contentStart = start + (isImage ? 2 : 1)
        if context.dialect == .book { refuseWordsBeforeKey(inBracketAt: contentStart - 1) }
        let node = draft.append(.mark, start..<contentStart)
        position = contentStart
        brackets.append(Bracket(node: node, isImage: isImage, contentStart: contentStart, runBefore: lastRun))
    }

    /// Closes the last bracket, if what follows or stands between is where it leads.
    mutating func closeBracket() {
        let close = position
        guard let opener = brackets.popLast() else { return appendText(to: close + 1) }
        guard opener.isActive, let target = target(behind: close, of: opener) else {
            return appendText(to: close + 1)
        }
        position = target.end
        let start = draft[opener.node].range.lowerBound
        let kind: Draft.Kind
        if opener.isImage {
            kind = .image(
                Image(
                    source: target.destination, title: target.title, titleRange: target.titleRange,
                    alternative: []))
        } else {
            let link = Link(
                destination: target.destination, destinationRange: target.range, title: target.title,
                content: [],
                contentRange: leaf.fileOffset(opener.contentStart)..<leaf.fileOffset(close))
            kind = .link(link)
        }
        matchEmphasis(above: opener.runBefore)
        _ = draft.wrap(kind, start..<position, after: opener.node, before: Draft.none)
        draft.remove(opener.node)
        guard !opener.isImage else { return }
        // A link holds no link.
        for index in brackets.indices.reversed() where !brackets[index].isImage {
            if !brackets[index].isActive { break }
            brackets[index].isActive = false
        }
    }

    /// Where a link or image leads.
    private struct Target {
        var destination: String
        /// The bytes of the destination, if it stands there.
        var range: Range<Int>?
        var title = ""
        /// The bytes of the title, if it stands there.
        var titleRange: Range<Int>?
        /// The offset behind it.
        var end: Int
    }

    private mutating func target(behind close: Int, of opener: Bracket) -> Target? {
        let start = close + 1
        if context.dialect == .book, let destination = swiftDestination(at: start) {
            return Target(
                destination: unescaped(scanner.bytes[destination]), range: leaf.fileRange(destination),
                end: scanner.bytes[destination.upperBound...].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 }
                    ?? end)
        }
        if let tail = LinkSyntax.tail(scanner.bytes, at: start) {
            let trimmed = scanner.bytes[tail.destination].trimmingMarkupSpace
            return Target(
                destination: unescaped(trimmed), range: leaf.fileRange(trimmed.startIndex..<trimmed.endIndex),
                title: tail.title.map { unescaped(scanner.bytes[$0]) } ?? "",
                titleRange: tail.title.map { leaf.fileRange($0) }, end: tail.end)
        }
        let labelEnd = LinkSyntax.label(scanner.bytes, at: start)
        var label = labelEnd.map { scanner.bytes[start + 1..<$0 - 1] }
        if label?.trimmingMarkupSpace.isEmpty ?? true {
            guard !opener.isFollowed else { return nil }
            label = scanner.bytes[opener.contentStart..<close]
        }
        guard let label, let (destination, title) = context.questions.destination(of: label) else {
            return nil
        }
        return Target(
            destination: String(decoding: destination, as: UTF8.self), range: nil,
            title: String(decoding: title, as: UTF8.self), end: labelEnd ?? start)
    }

    /// `(<swift: expression>)`: the bytes between the angle brackets, in which others may stand.
    private func swiftDestination(at start: Int) -> Range<Int>? {
        guard scanner.byte(start) == UInt8(ascii: "(") else { return nil }
        let open = scanner.spaceEnd(from: start + 1)
        guard scanner.isNext("<swift:", at: open),
            let close = SwiftDestination.end(scanner.bytes, from: open + 1)
        else { return nil }
        let destination = scanner.bytes[open + 1..<close].trimmingMarkupSpace
        return destination.startIndex..<destination.endIndex
    }
}

// MARK: - Unescaping

extension InlineReader {
    /// What a destination or title means: character references decoded, then backslashes before punctuation removed.
    func unescaped(_ written: ArraySlice<UInt8>) -> String {
        var meant: [UInt8] = []
        let decoded = decodingReferences(written)
        var index = 0
        while index < decoded.count {
            if decoded[index] == UInt8(ascii: "\\"), index + 1 < decoded.count,
                decoded[index + 1].isPunctuation
            {
                index += 1
            }
            meant.append(decoded[index])
            index += 1
        }
        return String(decoding: meant, as: UTF8.self)
    }

    /// Text with its character references decoded.
    func decodingReferences(_ written: ArraySlice<UInt8>) -> [UInt8] {
        guard written.contains(UInt8(ascii: "&")) else { return Array(written) }
        var meant: [UInt8] = []
        var index = written.startIndex
        while index < written.endIndex {
            if let end = CharacterReference.end(written, at: index),
                let character = context.questions.character(of: written[index..<end])
            {
                meant += character
                index = end
            } else {
                meant.append(written[index])
                index += 1
            }
        }
        return meant
    }
}
