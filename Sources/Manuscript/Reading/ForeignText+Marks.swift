extension ForeignText {
    /// The mark that begins at an offset, or is told by the byte there.
    func mark(at start: Int, isInLink: Bool) -> ForeignMark? {
        switch bytes[start] {
        case UInt8(ascii: "\\"): command(at: start)
        case UInt8(ascii: "{"): braces(at: start)
        case UInt8(ascii: ":"): isInLink ? nil : address(behind: start) ?? role(at: start) ?? emoji(at: start)
        case UInt8(ascii: "["): brackets(at: start)
        case UInt8(ascii: "~"):
            pair("~~", at: start, tag: "del") ?? raised("~", at: start, tag: "sub")
        case UInt8(ascii: "="): pair("==", at: start, tag: "mark")
        case UInt8(ascii: "^"): note(at: start) ?? raised("^", at: start, tag: "sup")
        case UInt8(ascii: "."): isInLink ? nil : address(at: start - 3, scheme: "www.")
        default: nil
        }
    }

    // MARK: TeX

    /// Commands that stand alone, and are of no use on a page.
    private static let loneCommands: Set<String> = [
        "newpage", "pagebreak", "clearpage", "noindent", "bigskip", "medskip", "smallskip", "tableofcontents",
        "maketitle", "appendix", "hfill", "vfill",
    ]

    private func command(at start: Int) -> ForeignMark? {
        if isNext("\\(", at: start) || isNext("\\[", at: start) { return delimiters(at: start) }
        let end = wordEnd(from: start + 1, marks: "")
        guard isLetter(start + 1) else { return nil }
        let name = string(start + 1..<end)
        guard byte(end) == UInt8(ascii: "{"), let close = next("}", from: end) else {
            guard Self.loneCommands.contains(name) else { return nil }
            return mark(start..<end, "leave it out: a page of the site has no such thing")
        }
        let argument = string(end + 1..<close)
        let help =
            switch name {
            case "ref", "eqref", "autoref", "cref", "Cref", "nameref", "pageref", "hyperref":
                "write [](#\(argument)), with a label that begins with eq-, fig-, tbl-, lst-, sec- or ex-"
            case "cite", "citep", "citet", "citeauthor", "citeyear", "parencite", "textcite":
                "write [@\(argument)]"
            case "label": "write {#\(argument)} behind what it names"
            case "footnote": "write [^name], and on a line of its own [^name]: \(argument)"
            case "emph", "textit": "write *\(argument)*"
            case "textbf": "write **\(argument)**"
            case "texttt", "verb", "code": "write `\(argument)`"
            case "section", "subsection", "chapter": "write ## \(argument)"
            case "includegraphics": "write ![what it shows](\(argument))"
            case "input", "include": "write the text here, or list the file in book.yml"
            default: "a TeX command stands in a formula: write $…$ or $$…$$ around it"
            }
        return mark(start..<close + 1, help)
    }

    /// `\(x^2\)` and `\[x^2\]`, if there is TeX between them; in Markdown they are brackets that are text.
    private func delimiters(at start: Int) -> ForeignMark? {
        let isDisplay = byte(start + 1) == UInt8(ascii: "[")
        guard let close = next(isDisplay ? "\\]" : "\\)", from: start + 2, acrossLines: isDisplay) else {
            return nil
        }
        // A power of something, or a command: `\[^1\]` and `\[a\]` are brackets.
        let hasTeX = (start + 2..<close).contains { offset in
            switch bytes[offset] {
            case UInt8(ascii: "^"): offset > start + 2
            case UInt8(ascii: "\\"): isLetter(offset + 1)
            default: false
            }
        }
        guard hasTeX else { return nil }
        let dollars = isDisplay ? "$$" : "$"
        return mark(start..<close + 2, "write \(dollars)\(string(start + 2..<close))\(dollars)")
    }

    // MARK: Brackets

    /// `[[page]]`
    private func brackets(at start: Int) -> ForeignMark? {
        guard isNext("[[", at: start), isLetter(start + 2), let close = next("]]", from: start + 2) else {
            return nil
        }
        let name = string(start + 2..<close)
        guard !name.contains(where: { "[],;=".contains($0) }) else { return nil }
        return mark(
            start..<close + 2, "write [words](file.md) for a page of the book, or [](#label) for a label")
    }

    /// `^[a note]`
    private func note(at start: Int) -> ForeignMark? {
        guard isNext("^[", at: start), isLetter(start + 2),
            let close = next("]", from: start, acrossLines: true)
        else { return nil }
        let inside = string(start + 2..<close)
        guard inside.contains(" ") else { return nil }
        return mark(start..<close + 1, "write [^name], and on a line of its own [^name]: \(inside)")
    }

    // MARK: Emphasis

    /// `~~struck~~` and `==marked==`
    private func pair(_ marks: String, at start: Int, tag: String) -> ForeignMark? {
        let inside = start + 2
        guard isNext(marks, at: start), !isWord(start - 1), byte(start - 1) != bytes[start],
            !isBlank(inside), byte(inside) != bytes[start],
            let close = next(marks, from: inside, acrossLines: true), !isBlank(close - 1)
        else { return nil }
        return mark(start..<close + 2, "write <\(tag)>\(string(inside..<close))</\(tag)>")
    }

    /// `H~2~O` and `x^2^`
    private func raised(_ character: String, at start: Int, tag: String) -> ForeignMark? {
        let end = wordEnd(from: start + 1, marks: "+-")
        guard isWord(start - 1), end > start + 1, isNext(character, at: end) else { return nil }
        return mark(start..<end + 1, "write <\(tag)>\(string(start + 1..<end))</\(tag)>")
    }

    // MARK: Words between colons

    /// `` :ref:`x` ``
    private func role(at start: Int) -> ForeignMark? {
        let end = wordEnd(from: start + 1, marks: "-_")
        guard end > start + 1, isNext(":`", at: end) else { return nil }
        return roleMark(start..<end + 1, name: string(start + 1..<end))
    }

    /// What to write for a role, whose text is code to Markdown.
    func roleMark(_ range: Range<Int>, name: String) -> ForeignMark {
        let help =
            name.hasSuffix("ref") || name == "doc" || name == "eq"
            ? "write [](#label)"
            : name.hasPrefix("cite")
                ? "write [@key]"
                : name == "math" ? "write $…$" : name == "label" ? "write {#label}" : "leave it out"
        return mark(range, help)
    }

    /// `:smile:`
    private func emoji(at start: Int) -> ForeignMark? {
        let end = wordEnd(from: start + 1, marks: "-_+")
        guard isLetter(start + 1) || byte(start + 1) == UInt8(ascii: "+"), end > start + 2,
            byte(end) == UInt8(ascii: ":"), !isWord(start - 1), byte(start - 1) != UInt8(ascii: ":"),
            !isWord(end + 1), byte(end + 1) != UInt8(ascii: ":")
        else { return nil }
        return mark(start..<end + 1, "write the character itself")
    }

    // MARK: Addresses

    /// An address that is no link, told by its first colon.
    private func address(behind colon: Int) -> ForeignMark? {
        address(at: colon - 5, scheme: "https://") ?? address(at: colon - 4, scheme: "http://")
    }

    private func address(at start: Int, scheme: String) -> ForeignMark? {
        guard start >= range.lowerBound, isNext(scheme, at: start), !isWord(start - 1),
            isWord(start + scheme.utf8.count)
        else { return nil }
        var end = start
        while end < range.upperBound, !isBlank(end), byte(end) != UInt8(ascii: ")") { end += 1 }
        while end > start, ".,;:!?".utf8.contains(bytes[end - 1]) { end -= 1 }
        let address = string(start..<end)
        return mark(
            start..<end,
            "write <\(address.hasPrefix("www") ? "https://" : "")\(address)>, or [words](address)")
    }
}
