/// `[!KIND]` at the start of a quote.
enum AlertMarker {
    /// The kind, in upper case, and where the marker stands.
    case marker(kind: String, Range<Int>)
    /// A marker with text directly behind it.
    case apart(Range<Int>)

    /// The marker at an offset of a leaf's text.
    init?(at start: Int, in bytes: [UInt8]) {
        guard bytes[start...].starts(with: "[!".utf8) else { return nil }
        var end = start + 2
        while end < bytes.count, bytes[end].isLetter || bytes[end] == UInt8(ascii: "-") { end += 1 }
        guard end > start + 2, end + 1 < bytes.count, bytes[end] == UInt8(ascii: "]") else { return nil }
        let range = start..<end + 1
        if bytes[end + 1].isMarkupSpace {
            self = .marker(kind: String(decoding: bytes[start + 2..<end], as: UTF8.self).uppercased(), range)
        } else if "[(:".utf8.contains(bytes[end + 1]) {
            // Brackets, parentheses and a colon would make it a link.
            return nil
        } else {
            self = .apart(range)
        }
    }
}

extension Alert {
    /// An alert from the content of its quote, whose first paragraph starts with what followed the marker.
    init(kind: String, markerRange: Range<Int>, id: String?, quote: [BlockNode]) {
        guard let first = quote.first, case .paragraph(let inlines) = first.kind else {
            self.init(kind: kind, title: [], markerRange: markerRange, id: id, content: quote)
            return
        }
        let end = inlines.firstIndex { $0.kind == .softBreak || $0.kind == .hardBreak } ?? inlines.count
        let rest = Array(inlines[end...].dropFirst())
        var content = Array(quote.dropFirst())
        if let start = rest.first?.range.lowerBound {
            content.insert(BlockNode(.paragraph(rest), range: start..<first.range.upperBound), at: 0)
        }
        self.init(
            kind: kind, title: Array(inlines[..<end]).trimmingLeadingSpace.trimmingTrailingSpace,
            markerRange: markerRange, id: id, content: content)
    }
}

extension [InlineNode] {
    /// A label that ended the title leaves a space.
    fileprivate var trimmingTrailingSpace: [InlineNode] {
        guard let last, case .text(let text) = last.kind, text.last == " " || text.last == "\t" else {
            return self
        }
        let trimmed = text.prefix(
            upTo: text.lastIndex { $0 != " " && $0 != "\t" }.map(text.index(after:)) ?? text.startIndex)
        if trimmed.isEmpty { return Array(dropLast()) }
        let end = last.range.upperBound - (text.utf8.count - trimmed.utf8.count)
        return dropLast() + [InlineNode(.text(String(trimmed)), range: last.range.lowerBound..<end)]
    }

    fileprivate var trimmingLeadingSpace: [InlineNode] {
        guard let first, case .text(let text) = first.kind else { return self }
        let trimmed = text.drop { $0 == " " || $0 == "\t" }
        if trimmed.isEmpty { return Array(dropFirst()) }
        let start = first.range.lowerBound + (text.utf8.count - trimmed.utf8.count)
        return [InlineNode(.text(String(trimmed)), range: start..<first.range.upperBound)] + dropFirst()
    }
}
