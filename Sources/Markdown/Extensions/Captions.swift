/// `Table: … {#tbl-id}` below a table.
extension Leaf {
    /// Whether the text is a table's caption.
    var isCaption: Bool { bytes[contentStart...].starts(with: "Table:".utf8) }
}

extension [InlineNode] {
    /// What follows `Table:` at the start of a caption.
    var captionText: [InlineNode]? {
        guard let first, case .text(let text) = first.kind, text.hasPrefix("Table:") else { return nil }
        let rest = text.dropFirst(6).drop { $0 == " " || $0 == "\t" }
        let passed = text.utf8.count - rest.utf8.count
        if rest.isEmpty { return Array(dropFirst()) }
        let range = first.range.lowerBound + passed..<first.range.upperBound
        return [InlineNode(.text(String(rest)), range: range)] + dropFirst()
    }
}
