extension ForeignText {
    /// What other tools read in braces: attributes, templates, roles, an editor's marks.
    func braces(at start: Int) -> ForeignMark? {
        template(at: start) ?? criticism(at: start) ?? attributes(at: start) ?? role(inBracesAt: start)
    }

    /// `{{#include a.rs}}`, `{{< video x >}}`, `{{ site.title }}`, `{% include x %}`
    private func template(at start: Int) -> ForeignMark? {
        if isNext("{%", at: start), let close = next("%}", from: start) {
            return mark(start..<close + 2, "write the text itself: a chapter has no templates")
        }
        guard isNext("{{", at: start), let close = next("}}", from: start) else { return nil }
        var word = start + 2
        while let byte = byte(word), " #<%!/>".utf8.contains(byte) { word += 1 }
        let inside = string(start + 2..<close)
        guard isLetter(word), !inside.contains("{") else { return nil }
        let help =
            inside.contains("include")
            ? "write the text itself; code that is only shown stands in a fence"
            : "write the text itself: a chapter has no templates"
        return mark(start..<close + 2, help)
    }

    /// `{++added++}`, `{--taken out--}`, `{>>a remark<<}`
    private func criticism(at start: Int) -> ForeignMark? {
        for (open, close) in [("{++", "++}"), ("{--", "--}"), ("{>>", "<<}"), ("{~~", "~~}"), ("{==", "==}")]
        where isNext(open, at: start) {
            guard let end = next(close, from: start + 3, acrossLines: true) else { continue }
            return mark(
                start..<end + 3, "take the change or leave it; a remark to yourself is <!-- a comment -->")
        }
        return nil
    }

    /// `{-}`, `{.unnumbered}`, `{width=50%}`, `{#fig-a .wide}`, `{: .note}`
    private func attributes(at start: Int) -> ForeignMark? {
        guard let close = next("}", from: start) else { return nil }
        let inside = string(start + 1..<close)
        guard let words = Self.attributes(inside) else { return nil }
        // In a sentence braces may hold a formula; directly behind something they are meant for it.
        let isBehind = start > 0 && !isBlank(start - 1)
        guard isBehind || !words.contains(where: { $0.contains("=") }) else { return nil }
        let isUnnumbered = words.contains("-") || words.contains(".unnumbered")
        return mark(
            start..<close + 1,
            isUnnumbered
                ? "take it out: pages that book.yml lists under front or back have no number"
                : "take it out: of attributes a chapter has labels such as {#sec-name}, and {.swift} behind code"
        )
    }

    /// The words of attributes in braces; nil if it is something else, or a label alone.
    static func attributes(_ inside: String) -> [String]? {
        let words = inside.split(separator: " ").map(String.init)
        let isAttribute = { (word: String) -> Bool in
            let rest = word.dropFirst()
            switch word.first {
            case "-": return word == "-"
            case ".", "#": return rest.first?.isLetter == true && !rest.contains("=")
            case ":": return rest.isEmpty || rest.first == "." || rest.allSatisfy(\.isLetter)
            case let first?: return first.isLetter && word.wholeMatch(of: /[\w-]+="?[^=<>]+/) != nil
            case nil: return false
            }
        }
        guard !words.isEmpty, words.allSatisfy(isAttribute), !(words.count == 1 && words[0].hasPrefix("#"))
        else { return nil }
        return words
    }

    /// `` {ref}`x` ``
    private func role(inBracesAt start: Int) -> ForeignMark? {
        let end = wordEnd(from: start + 1, marks: "-_:")
        guard isLetter(start + 1), isNext("}`", at: end) else { return nil }
        return roleMark(start..<end + 1, name: string(start + 1..<end))
    }
}
