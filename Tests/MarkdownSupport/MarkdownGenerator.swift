import TestSupport

/// Documents that try to confuse a Markdown parser: containers in containers, marks that almost match, tabs, odd
/// line endings, every kind of white space.
package struct MarkdownGenerator {
    package var random: SeededGenerator

    package init(seed: Int) {
        random = SeededGenerator(seed: UInt64(truncatingIfNeeded: seed))
    }

    /// A document of plain CommonMark.
    package mutating func document() -> String {
        var lines: [String] = []
        var prefix = ""
        for _ in 0..<Int.random(in: 1...14, using: &random) {
            if random.chance(0.3) { prefix = nestedPrefix() }
            if random.chance(0.12) { prefix = "" }
            let continuation = String(prefix.map { $0 == ">" || $0 == "\t" ? $0 : " " })
            for (number, line) in block().enumerated() {
                switch (number, random.chance(0.1)) {
                case (0, _): lines.append(prefix + line)
                case (_, true): lines.append(line)
                default: lines.append(continuation + line)
                }
            }
            if random.chance(0.5) { lines.append(random.chance(0.5) ? "" : continuation) }
            if random.chance(0.6) { prefix = continuation }
        }
        let ending = random.pick(["\n", "\n", "\n", "\r\n", "\r"])
        let text = lines.joined(separator: ending) + (random.chance(0.8) ? ending : "")
        return random.chance(0.05) ? "\u{FEFF}" + text : text
    }

    mutating func nestedPrefix() -> String {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
            random.pick([
                "> ", ">", ">\t", "- ", "-\t", "* ", "+   ", "1. ", "12) ", "1.\t", "  ", "   > ", " - ",
                "-     ",
                "\t", "    ", "2. ", ">  ",
            ])
        }.joined()
    }

    mutating func block() -> [String] {
        switch Int.random(in: 0..<16, using: &random) {
        case 0:
            let fence = random.pick(["```", "~~~", "````", "```swift id=a\\*b", "``` &amp;c ", "~~~ `x`"])
            let close = random.chance(0.85) ? [random.pick(["```", "~~~", "````", "~~~~  ", "  ```"])] : []
            return [random.pick(["", "", " ", "  ", "   "]) + fence] + code() + close
        case 1: return code().map { random.pick(["    ", "\t", "  \t", "     "]) + $0 }
        case 2:
            return [
                random.pick(["#", "##", "######", "#######", "#\t"]) + " " + inlines()
                    + random.pick(["", " #", " ##  ", "#"])
            ]
        case 3: return [inlines(), random.pick(["===", "---", "=", "-", "  ==  ", "=-"])]
        case 4: return [random.pick(["***", "---", "_ _ _", "- - -", " * * *", "--"])]
        case 5:
            return [
                random.pick([
                    "<div>", "<!-- c", "<?php", "<pre>", "</p>", "<table>", "<x-y a='b'>", "<!X", "<![CDATA[",
                ]),
                inlines(), random.pick(["</div>", "-->", "?>", "</pre>", "", "]]>"]),
            ]
        case 6:
            return [
                random.pick([
                    "[foo]: /url", "[foo]: <a b> 'title'", "[Bar]:\n/url \"t\\\"x\"", "[foo]: /x 'a\nb'",
                    "[a*]: # (t)", "[b]: # (t(u)", "[c]: d\n-",
                ])
            ]
        case 7: return [random.pick(["", " ", "\t", "  "])]
        default: return (0..<Int.random(in: 1...4, using: &random)).map { _ in inlines() }
        }
    }

    mutating func code() -> [String] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
            random.pick([
                "let x = 1", "", "  indented", "\ttab", "> q", "- l", "``", "~~", "é🙂", "    deep",
                " \t mixed",
            ])
        }
    }

    /// Running text on one line.
    package mutating func inlines() -> String {
        (0..<Int.random(in: 1...7, using: &random)).map { _ in inline(depth: 0) }.joined(
            separator: random.pick(["", " ", ""]))
    }

    mutating func inline(depth: Int) -> String {
        if depth < 3, random.chance(0.35) {
            let content = (0..<Int.random(in: 1...3, using: &random)).map { _ in inline(depth: depth + 1) }
                .joined()
            switch Int.random(in: 0..<11, using: &random) {
            case 0: return "*\(content)*"
            case 1: return "**\(content)**"
            case 2: return "_\(content)_"
            case 3: return "__\(content)__"
            case 4: return "[\(content)](\(destination()))"
            case 5: return "![\(content)](\(destination()))"
            case 6: return "[\(content)][foo]"
            case 7: return "[\(content)][]"
            case 8: return "***\(content)***"
            case 9: return "[\(content)](\n\(destination()))"
            default: return "[\(content)]"
            }
        }
        return random.pick([
            "word", "two words", "é", "🙂", "日本", "\u{A0}", " ", "  ", "\t", "*", "**", "_", "__", "`code`",
            "`` a`b ``", "`",
            "``", "` x\ny `", "\\*", "\\", "\\\\", "\\`", "\\[", "\\a", "&amp;", "&copy;", "&#35;",
            "&#x1F642;", "&#0;", "&nope;", "&",
            "&ngE;", "&amp;amp;", "<b>", "</b>", "<b c=\"d\n e\">", "<!-- x -->", "<a@b.co>",
            "<http://x.y/&amp;?a=b>", "<", ">", "[foo]", "[Bar]", "[a*]",
            "[", "]", "![", "!", "](", "(", ")", "[x](", "\"", "'", "\\\n", "  \n", "\n", " \n  ", ":",
            "a_b_c", "*a", "b*",
            "<?p?>", "<!D x>", "<![CDATA[x]]>", "#", "# ", "=", "- ", "1. ", "\u{E000}", "\u{2028}", "\u{B}",
        ])
    }

    mutating func destination() -> String {
        random.pick([
            "/url", "<a b>", "", "<>", "a(b)c", "x \"t\"", "<y> 'a\nb'", "\\(", "&amp;", "u (p)", "#id",
            "javascript:x", "a\\*b",
            "data:image/png,x", "é", "x%20y", "\n/n\n", "<\\>>", "x \"a\\\"b\"", "/u\"v\"", "DATA:x",
        ])
    }
}
