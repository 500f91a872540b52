/// `[^label]`
extension InlineReader {
    /// Reads a footnote's mark, if one stands here.
    mutating func readFootnoteReference() -> Bool {
        let start = position
        guard let end = footnoteReference(at: start) else { return false }
        let label = text(start + 2..<end)
        append(.footnoteReference(label: label), start..<end + 1)
        footnoteReferences.append((label, leaf.fileRange(start..<end + 1)))
        return true
    }

    /// The offset of the bracket that closes a footnote's mark.
    func footnoteReference(at start: Int) -> Int? {
        guard scanner.byte(start + 1) == UInt8(ascii: "^") else { return nil }
        return Identifier.footnoteLabelEnd(scanner.bytes, at: start + 2)
    }
}
