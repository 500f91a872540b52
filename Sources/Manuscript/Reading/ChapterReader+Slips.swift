import Markdown
import Diagnostics

// Marks that were meant but miswritten. To plain CommonMark they are text, so they would be printed in silence: values
// without their angle brackets, labels with a space in them, alerts without `!`.

extension ChapterReader {
    /// `](swift:`, `](<swift:` and `] (<swift:` in text are links that were not closed, or not begun.
    mutating func refuseValue(in range: Range<Int>) {
        let bytes = source.file.bytes
        for bracket in range
        where bytes[bracket] == UInt8(ascii: "]")
            && (bracket == range.lowerBound || bytes[bracket - 1] != UInt8(ascii: "\\"))
        {
            var rest = bytes[bracket + 1..<range.upperBound]
            let isApart = rest.first == UInt8(ascii: " ")
            if isApart { rest = rest.dropFirst() }
            guard rest.first == UInt8(ascii: "(") else { continue }
            rest = rest.dropFirst()
            let isBracketed = rest.first == UInt8(ascii: "<")
            if isBracketed { rest = rest.dropFirst() }
            let scheme = String(decoding: rest.prefix(6), as: UTF8.self)
            guard isBracketed || !isApart, scheme.lowercased() == "swift:" else { continue }
            // The bounds keep a long line of such slips from taking the time of the whole line for each.
            let open =
                bytes[range.lowerBound..<bracket].suffix(500).lastIndex(of: UInt8(ascii: "[")) ?? bracket
            let close = closingParenthesis(rest.prefix(500)) ?? rest.startIndex + 6
            let text = source.file.text(in: min(open + 1, bracket)..<bracket)
            report(
                "this is no value: it would be printed as it stands", at: open..<close,
                help: "write [\(text)](<swift: expression>): no space before '(', and the expression between "
                    + "'<swift:' and '>'; to show the marks themselves, write them as code")
        }
    }
}

/// The offset behind the parenthesis that closes what was opened before these bytes.
private func closingParenthesis(_ bytes: ArraySlice<UInt8>) -> Int? {
    var depth = 1
    for (index, byte) in zip(bytes.indices, bytes) {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if depth == 0 { return index + 1 }
    }
    return nil
}

// MARK: - Labels

extension ChapterReader {
    /// A heading's or caption's last word, if it was meant as its label.
    mutating func refuseLabel(endingIn content: [InlineNode]) {
        guard let last = content.last, case .text = last.kind else { return }
        let text = source.file.text(in: last.range)
        let end = text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.endIndex
        if text[..<end].hasSuffix("}"), let open = text[..<end].lastIndex(of: "{") {
            refuse(text[open..<end], in: text, at: last.range)
        } else {
            refuse(text[..<end].split(separator: " ").last ?? "", in: text, at: last.range)
        }
    }

    /// What follows an equation or an image, if it was meant as its label.
    mutating func refuseLabel(beginning range: Range<Int>) {
        let text = source.file.text(in: range)
        let rest = text.drop(while: \.isWhitespace)
        if rest.first == "{", let close = rest.firstIndex(of: "}") {
            refuse(rest[...close], in: text, at: range)
        } else {
            refuse(rest.prefix { !$0.isWhitespace }, in: text, at: range)
        }
    }

    /// Reports `{sec-a}`, `{#sec a}` and `#sec-a`, but no other text in braces and no other word.
    mutating func refuse(_ word: Substring, in text: String, at range: Range<Int>) {
        let isEscaped = word.startIndex > text.startIndex && text[text.index(before: word.startIndex)] == "\\"
        let isBraced = word.first == "{"
        let name = (isBraced ? word.dropFirst().dropLast() : word).drop { $0 == "#" || $0 == " " }
        let hasPrefix = Label.Kind.allCases.contains { name.hasPrefix($0.rawValue + "-") }
        guard !isEscaped, !isBraced || ForeignText.attributes(String(word.dropFirst().dropLast())) == nil,
            isBraced && word.dropFirst().first == "#" || hasPrefix && word.first != name.first
        else { return }
        let joined = name.split(separator: " ").joined(separator: "-")
        let isWellFormed = joined.wholeMatch(of: /[A-Za-z][A-Za-z0-9:._-]*/) != nil
        let start = range.lowerBound + text.utf8.distance(from: text.startIndex, to: word.startIndex)
        report(
            "'\(word)' is no label", at: start..<start + word.utf8.count,
            help:
                "write {#\(isWellFormed ? joined : "sec-name")}: a label is a letter from a to z, then such "
                + "letters, digits, '-', '_', '.' and ':'; for the marks as text put a backslash before them")
    }
}

// MARK: - Marks of other tools

extension ChapterReader {
    /// What another tool would read otherwise, and this one would print.
    mutating func refuseForeignMarks(in range: Range<Int>, isAtLineStart: Bool) {
        let marks = ForeignMark.all(
            in: source.file.bytes, range, isAtLineStart: isAtLineStart, isInLink: isInLink)
        for mark in marks {
            report(
                "this means nothing here: '\(source.file.text(in: mark.range).prefix(40))' would be printed as it "
                    + "stands", at: mark.range, help: mark.help)
        }
    }

    /// `- [ ] task`
    mutating func refuseTask(_ item: [BlockNode]) {
        guard case .paragraph(let content)? = item.first?.kind, let first = content.first,
            case .text = first.kind
        else { return }
        let start = first.range.lowerBound
        let box = source.file.text(in: first.range).prefix(4)
        guard ["[ ] ", "[x] ", "[X] "].contains(box) else { return }
        let character = box == "[ ] " ? "☐" : "☑"
        report(
            "a page has no boxes to tick", at: start..<start + 3,
            help: "write \(character) instead; for the brackets as text write \\\(box)")
    }
}

extension InlineNode {
    /// Whether what follows begins a line.
    var endsLine: Bool { kind == .softBreak || kind == .hardBreak }
}

// MARK: - Alerts

extension ChapterReader {
    /// `> [NOTE]` is a quote, not an alert, and neither is `> Note: …`.
    mutating func refuseMarkerWithoutMark(_ quote: [BlockNode]) {
        guard case .paragraph(let content)? = quote.first?.kind, let first = content.first,
            case .text = first.kind
        else { return }
        let text = source.file.text(in: first.range)
        refuseAside(text, at: first.range.lowerBound)
        guard
            let kind = AlertKind.allCases.first(where: { text.hasPrefix("[\($0.rawValue)]") })?.rawValue
        else { return }
        let start = first.range.lowerBound
        report(
            "this quote is no alert: '!' is missing", at: start..<start + kind.utf8.count + 2,
            help: "write > [!\(kind)]; for the brackets as text write \\[\(kind)]")
    }
}

extension ChapterReader {
    /// DocC's `> Note: …`
    private mutating func refuseAside(_ text: String, at start: Int) {
        guard let colon = text.firstIndex(of: ":"), text[colon...].dropFirst().first?.isWhitespace ?? true,
            let kind = AlertKind.allCases.first(where: { $0.word == text[..<colon] })
        else { return }
        report(
            "this quote is no alert", at: start..<start + kind.word.utf8.count + 1,
            help:
                "write > [!\(kind.rawValue)] on a line of its own above; for a quotation write \(kind.word)\\:"
        )
    }
}

extension InlineNode {
    /// Whether a label may follow, and none does.
    var mayBeLabelled: Bool {
        switch kind {
        case .math(let math): math.isDisplay && math.id == nil
        case .image(let image): image.id == nil
        default: false
        }
    }
}
