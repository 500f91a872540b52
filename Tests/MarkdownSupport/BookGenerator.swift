/// Chapters that mix everything a chapter may use, nested and side by side, and that have no errors.
package struct BookGenerator {
    private var markdown: MarkdownGenerator
    private var labels = 0
    private var footnotes: [String] = []

    package init(seed: Int) {
        markdown = MarkdownGenerator(seed: seed)
    }

    /// A whole document.
    package mutating func document() -> String {
        var blocks: [[String]] = []
        for _ in 0..<int(2...9) { blocks.append(block(depth: 0)) }
        for label in footnotes {
            blocks.append(
                ["[^\(label)]: " + text(depth: 2), ""] + (chance(0.4) ? ["    " + text(depth: 2), ""] : []))
        }
        let ending = pick(["\n", "\n", "\r\n"])
        let start = chance(0.1) ? "\u{FEFF}" : ""
        return start + blocks.map { ($0 + [""]).joined(separator: ending) }.joined(separator: ending)
    }

    private mutating func int(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &markdown.random)
    }

    private mutating func chance(_ probability: Double) -> Bool { markdown.random.chance(probability) }

    private mutating func pick<Choice>(_ choices: [Choice]) -> Choice { markdown.random.pick(choices) }

    private mutating func label(_ kind: String) -> String {
        labels += 1
        return "\(kind)-\(labels)"
    }

    private mutating func block(depth: Int) -> [String] {
        switch int(0...(depth < 3 ? 13 : 8)) {
        case 0: return ["## " + text(depth: 1) + (chance(0.5) ? " {#\(label("sec"))}" : "")]
        case 1: return fence()
        case 2: return display()
        case 3: return table()
        case 4: return ["![\(text(depth: 3))](fig.svg \"A *caption*\"){#\(label("fig"))}"]
        case 5: return [text(depth: 0) + pick(["  ", "\\", ""]), text(depth: 0)]
        case 6: return ["Setext " + text(depth: 1), "==="]
        case 7, 8: return [text(depth: 0), text(depth: 0)]
        case 9: return blocks(depth).map { "> " + $0 }
        case 10:
            let marker = pick(["- ", "* ", "1. ", "-   ", "10) "])
            let lines = blocks(depth)
            let indent = String(repeating: " ", count: marker.count)
            return [marker + (lines.first ?? "")] + lines.dropFirst().map { $0.isEmpty ? "" : indent + $0 }
        case 11:
            let marker =
                "> [!\(pick(["NOTE", "TIP", "WARNING"]))]" + (chance(0.5) ? " " + text(depth: 2) : "")
            let lines = blocks(depth)
            // A list that does not start at one cannot interrupt the marker's paragraph.
            let gap = lines.first?.hasPrefix("10)") == true ? [">"] : []
            return [marker] + gap + lines.map { "> " + $0 }
        case 12:
            return ["<details\(pick(["", " open"]))><summary>\(text(depth: 3))</summary>", ""] + blocks(depth)
                + ["", "</details>"]
        default: return ["> - " + text(depth: 1), ">", ">   " + text(depth: 1)]
        }
    }

    private mutating func blocks(_ depth: Int) -> [String] {
        (0..<int(1...3)).flatMap { _ in block(depth: depth + 1) + [""] }
    }

    private mutating func fence() -> [String] {
        let mark = pick(["```", "~~~", "````"])
        return [mark + pick(["swift", "swift id=a hidden", "output", "math", ""])]
            + pick([["let x = $0 // $y$"], ["print(\"@a [^1]\")", "", "  | a |"], [], ["$$", "- a", "$$"]])
            + [mark]
    }

    private mutating func display() -> [String] {
        let id = chance(0.5) ? " {#\(label("eq"))}" : ""
        return [
            text(depth: 2) + " $$",
            pick(["a_1 &= b \\\\", "- c", "+ d*e*f", "# g", "> h", "= i", "1. j", "* k"]), "\\{x < y\\}",
            "$$" + id,
        ]
    }

    private mutating func table() -> [String] {
        let columns = int(1...3)
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        var lines = [
            row((0..<columns).map { _ in cell() }),
            row((0..<columns).map { _ in pick(["---", ":--", "--:", ":-:"]) }),
        ]
        for _ in 0..<int(0...3) { lines.append(row((0..<columns).map { _ in cell() })) }
        if chance(0.5) { lines += ["", "Table: " + text(depth: 2) + " {#\(label("tbl"))}"] }
        return lines
    }

    private mutating func cell() -> String {
        pick(["", "1", "$a|b$", "`x\\|y`", "*em*", "\\|", "[l](#a)", "$\\|x\\|$", "@key", "a b", "é"])
    }

    private mutating func text(depth: Int) -> String {
        (0..<int(1...6)).map { _ in inline(depth: depth) }.joined(separator: " ")
    }

    private mutating func inline(depth: Int) -> String {
        if depth < 3, chance(0.2) {
            let content = text(depth: depth + 1)
            return pick(["*\(content)*", "**\(content)**"])
        }
        if depth < 2, chance(0.1) {
            let label = "n\(footnotes.count)"
            footnotes.append(label)
            return "word[^\(label)]"
        }
        return pick([
            "word", "two words", "é🙂", "\u{E000}", "$x_1$", "$a*b*c$", "$\\{a < b\\}$", "costs \\$5", "\\$",
            "`$code$`", "`let x`{.swift}",
            "[0.913](<swift: norms.last!>)", "[holds](<swift: a[0] < 0.1>)", "[](#eq-1)",
            "[link *em*](http://x.y/$z$)",
            "[@hochreiter1997; @gers2000, p. 7]", "@elman1990", "a@b.org", "<http://x.y/@z>", "\\*", "&amp;",
            "x^2", "\\[^1\\]", "\\@a", "<kbd>$k$</kbd>",
            "$\\text{if $a$}$",
        ])
    }
}
