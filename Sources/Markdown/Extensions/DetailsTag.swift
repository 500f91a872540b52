/// `<details><summary>…</summary>` or `</details>`; ranges are of the text that it was found in.
enum DetailsTag {
    case open(isOpen: Bool, range: Range<Int>, summary: Range<Int>)
    case close(Range<Int>)

    /// Whether an HTML block that starts at an offset has to do with details.
    static func occurs(in text: MarkdownText, at start: Int) -> Bool {
        ["<details", "</details", "<summary"].contains { text.isNext($0, at: start) }
    }

    /// The tags that an HTML block is made of, or nil if there is anything else in it.
    static func scan(_ text: MarkdownText, in range: Range<Int>) -> [DetailsTag]? {
        var tags: [DetailsTag] = []
        var position = range.lowerBound

        func skipMarks() {
            while position < range.upperBound,
                text.bytes[position].isMarkupSpace || text.bytes[position] == UInt8(ascii: ">")
            {
                position += 1
            }
        }
        func isNext(_ tag: String) -> Bool {
            position + tag.utf8.count <= range.upperBound && text.isNext(tag, at: position)
        }
        func pass(_ tag: String) -> Bool {
            guard isNext(tag) else { return false }
            position += tag.utf8.count
            return true
        }

        skipMarks()
        while position < range.upperBound {
            let start = position
            if pass("</details>") {
                tags.append(.close(start..<position))
            } else {
                let isOpen = pass("<details open>")
                guard isOpen || pass("<details>") else { return nil }
                skipMarks()
                guard pass("<summary>") else { return nil }
                let summary = position
                while position < range.upperBound, text.bytes[position] != 0x0A, !isNext("</summary>") {
                    position += 1
                }
                let end = position
                guard pass("</summary>") else { return nil }
                let content = text.bytes[summary..<end].trimmingMarkupSpace
                guard !content.isEmpty else { return nil }
                tags.append(
                    .open(
                        isOpen: isOpen, range: start..<position,
                        summary: content.startIndex..<content.endIndex))
            }
            skipMarks()
        }
        return tags
    }
}

extension MarkdownText {
    /// Whether a tag, in small or capital letters, stands at an offset.
    fileprivate func isNext(_ tag: String, at start: Int) -> Bool {
        let end = start + tag.utf8.count
        return end <= bytes.count
            && zip(bytes[start..<end], tag.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
}
