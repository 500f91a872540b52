import Markdown
import Diagnostics
import HTML

extension ChapterReader {
    /// A link: a computed value, a reference to a label, another page, a file of the book, or an address elsewhere.
    mutating func link(_ link: Markdown.Link, range: Range<Int>) -> Phrase? {
        let destination = link.destination
        let place = link.destinationRange ?? range
        if let scheme = destination.wordBeforeColon, nearest(to: scheme, among: ["swift"]) != nil,
            source.borrowedPlace == nil || scheme == "swift"
        {
            return value(link, scheme: scheme, range: range)
        }
        let outer = isInLink
        isInLink = true
        defer { isInLink = outer }
        let words = phrases(link.content)
        if destination == Chapter.literalDestination {
            if words.isBlank {
                report("nothing is marked as given here", at: range, help: "write [60](literal:)")
            }
            return .literal(words)
        }
        let target: Phrase.Link.Target
        if destination.isEmpty {
            report("this link leads nowhere", at: range, help: "write [words](address)")
            return nil
        } else if destination.hasPrefix("#") {
            target = .name(String(destination.dropFirst()))
        } else if WebAddress.isDangerous(destination) {
            report(
                "a link must not run script or open local files", at: range,
                help: "link to a page, a file of the book or a label; to show the address, "
                    + "write it as code: `\(destination)`")
            return nil
        } else if let scheme = WebAddress.scheme(of: destination) {
            guard Self.linkSchemes.contains(scheme) else {
                report(
                    "a link cannot begin with '\(scheme):'", at: place, help: suggestion(forScheme: scheme))
                return nil
            }
            target = .address(destination)
        } else if destination.hasPrefix("//") {
            report("this address has no scheme", at: place, help: "write https:\(destination)")
            return nil
        } else if let found = relativeTarget(destination) {
            target = found
        } else {
            report(
                "this link leads out of the book's folder", at: place,
                help: "link to a chapter or a file of the book, or to an address with https://")
            return nil
        }
        let (shown, hasNumber) = numbered(words, target, at: range)
        let result = Phrase.Link(target: target, title: link.title, words: shown)
        record(target, isBlank: result.isBlank, hasNumber: hasNumber, at: place, of: range)
        return .link(result)
    }

    /// Takes note of where a link or a picture leads; whether it is there, the whole book tells.
    mutating func record(
        _ target: Phrase.Link.Target, isBlank: Bool, hasNumber: Bool = false, at range: Range<Int>,
        of wholeRange: Range<Int>
    ) {
        links.append(
            Chapter.PlacedLink(
                target: target, isBlank: isBlank, hasNumber: hasNumber, range: place(of: range),
                wholeRange: place(of: wholeRange)))
    }

    /// What the address of a link may begin with.
    private static let linkSchemes = ["http", "https", "mailto", "tel"]

    private func suggestion(forScheme scheme: String) -> String {
        if scheme == "doi" { return "write https://doi.org/…" }
        return nearest(to: scheme, among: Self.linkSchemes + ["swift", "literal"]).map {
            "did you mean '\($0):'?"
        }
            ?? "it may begin with \(Self.linkSchemes.map { $0 + ":" }.joined(separator: ", ")); "
            + "to show the address, write it as code"
    }

    /// A relative link: to another chapter, as it is followed on GitHub, or to a file of the book.
    private func relativeTarget(_ destination: String) -> Phrase.Link.Target? {
        let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = pathWithinBook(String(parts[0])) else { return nil }
        guard path.hasSuffix(".md") else { return .file(path) }
        return .chapter(path, anchor: parts.count > 1 ? WebAddress.percentDecoded(String(parts[1])) : nil)
    }

    /// Where a relative link leads, as a path within the book's folder; nil if out of it.
    func pathWithinBook(_ link: String) -> String? {
        guard !link.hasPrefix("/"), !link.contains("\\"), !link.utf8.contains(0) else { return nil }
        var parts = setting.folders
        for part in WebAddress.percentDecoded(link).split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                guard parts.popLast() != nil else { return nil }
            default: parts.append(String(part))
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }

    // MARK: Values

    private mutating func value(_ link: Markdown.Link, scheme: String, range: Range<Int>) -> Phrase? {
        guard source.borrowedPlace == nil else {
            report(
                "a value cannot stand in a caption", at: range,
                help: "put it in the text, where it is computed and checked")
            return nil
        }
        guard scheme == "swift" else {
            report(
                "'\(scheme):' begins no value", at: link.destinationRange ?? range,
                help: "write [text](<swift: expression>)")
            return nil
        }
        guard let destinationRange = link.destinationRange, let contentRange = link.contentRange else {
            report(
                "an inline value is written in place, not by reference", at: range,
                help: "write [text](<swift: expression>)")
            return nil
        }
        let start = destinationRange.lowerBound + "swift:".utf8.count
        let blanks = file.bytes[start..<destinationRange.upperBound].prefix { $0 == UInt8(ascii: " ") }.count
        let expressionRange = (start + blanks)..<destinationRange.upperBound
        let expression = file.text(in: expressionRange)
        guard !expression.allSatisfy(\.isWhitespace) else {
            report(
                "this inline value has no expression", at: range, help: "write [text](<swift: expression>)")
            return nil
        }
        let isPlainText = link.content.allSatisfy { node in
            switch node.kind {
            case .text, .softBreak: true
            default: false
            }
        }
        let step = add(
            .value(
                InlineValue(
                    ordinal: 0, expression: expression.unescapedExpression, expressionRange: expressionRange,
                    recorded: link.content.plainText, contentRange: contentRange, range: range,
                    isPlainText: isPlainText)))
        return .value(step, phrases(link.content))
    }

    /// Values among the words that say what an image shows are computed as all others are.
    mutating func readValues(in inlines: [InlineNode]) {
        for inline in inlines {
            switch inline.kind {
            case .link(let link):
                guard let scheme = link.destination.wordBeforeColon,
                    nearest(to: scheme, among: ["swift"]) != nil
                else { continue }
                _ = value(link, scheme: scheme, range: inline.range)
            case .emphasis(let content), .strong(let content): readValues(in: content)
            case .image(let image): readValues(in: image.alternative)
            default: break
            }
        }
    }
}

extension String {
    /// What stands before the first colon.
    fileprivate var wordBeforeColon: String? {
        firstIndex(of: ":").map { String(self[..<$0]) }
    }

    /// An expression as Swift reads it. Markdown's other backslashes are Swift's own, as in `"\(x)"`; these three
    /// stand before characters that end a destination or a table's cell elsewhere, such as on GitHub.
    fileprivate var unescapedExpression: String {
        replacing("\\<", with: "<").replacing("\\>", with: ">").replacing("\\|", with: "|")
    }
}
