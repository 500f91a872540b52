extension ForeignText {
    /// The mark that a line begins with.
    func markOfLine(at start: Int) -> ForeignMark? {
        if isNext(":::", at: start) { return container(at: start) }
        if isNext("!!! ", at: start) || isNext("???", at: start), isLetter(wordStart(from: start + 3)) {
            return mark(start..<lineEnd(from: start), Self.alertHelp(string(start..<lineEnd(from: start))))
        }
        if isNext(".. ", at: start), let end = next("::", from: start + 3),
            wordEnd(from: start + 3) == end
        {
            return mark(start..<end + 2, Self.alertHelp(string(start..<end)))
        }
        if isNext(": ", at: start) {
            return mark(
                start..<start + 1,
                "write > [!DEFINITION] and the term for what a term means, or Table: and the words for a table's "
                    + "caption")
        }
        if isNext("+--", at: start) || isNext("+==", at: start) {
            return mark(
                start..<lineEnd(from: start), "write the table with bars: | a | b |, and below |---|---|")
        }
        let line = string(start..<lineEnd(from: start)).lowercased()
        if ["[toc]", "[[toc]]", "[[_toc_]]"].contains(line) {
            return mark(start..<lineEnd(from: start), "leave it out: every page lists its sections")
        }
        return nil
    }

    private func wordStart(from start: Int) -> Int {
        var offset = start
        while byte(offset) == 0x20 || byte(offset) == UInt8(ascii: "+") { offset += 1 }
        return offset
    }

    private func lineEnd(from start: Int) -> Int {
        var end = start
        while end < range.upperBound, bytes[end] != 0x0A { end += 1 }
        return end
    }

    /// `:::note`, `::: {.callout-tip}`
    private func container(at start: Int) -> ForeignMark? {
        let end = lineEnd(from: start)
        // The line that ends it has nothing but colons.
        guard bytes[start..<end].contains(where: { $0 != UInt8(ascii: ":") && $0 != 0x20 }) else {
            return nil
        }
        return mark(start..<end, Self.alertHelp(string(start..<end)))
    }

    /// What to write for a box of another tool.
    static func alertHelp(_ written: String) -> String {
        let words = written.uppercased().split { !$0.isLetter }.map(String.init)
        let kind = AlertKind.allCases.first { words.contains($0.rawValue) } ?? .note
        return "write > [!\(kind.rawValue)] on a line, and each line of the box behind a >"
    }
}
