/// What a line of text rewritten for libcmark stands for.
///
/// Parts that plain CommonMark does not have are handed to libcmark as headings, because a heading is one line, may
/// interrupt a paragraph, needs no empty lines around it and holds running text. Each such line has a role.
enum Scaffold {
    /// A footnote's content follows, up to `footnoteEnd`.
    case footnote(label: String, range: Range<Int>)
    case footnoteEnd
    /// The heading's text is the summary, its content follows, up to `detailsEnd`.
    case details(isOpen: Bool, range: Range<Int>)
    case detailsEnd(range: Range<Int>)
    /// As many headings as there are cells follow, row by row, the header first.
    case table(alignments: [Table.Alignment], rows: Int, range: Range<Int>)
    case cell
}

extension MappedText {
    /// What stands before the text of a block on its first line, and on further lines put in below it: the marks of
    /// its containers, with list markers turned into spaces.
    func prefixes(line: Int, start: Int) -> (first: [UInt8], further: [UInt8]) {
        let first = Array(bytes[lines[line].range.lowerBound..<start])
        return (first, first.map { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") ? $0 : 0x20 })
    }
}
