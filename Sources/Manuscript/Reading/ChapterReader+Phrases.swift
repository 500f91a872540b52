import Markdown
import Diagnostics

extension ChapterReader {
    /// Reads running text. Harmless HTML becomes elements, so that what is opened is closed; comments are left out.
    mutating func phrases(_ inlines: [InlineNode]) -> [Phrase] {
        var phrases: [Phrase] = []
        phrases.reserveCapacity(inlines.count)
        var open: [(name: String, tag: InlineNode, outside: [Phrase])] = []
        for (index, inline) in inlines.enumerated() {
            guard case .html(let markup) = inline.kind else {
                let previous = index > 0 ? inlines[index - 1] : nil
                if let phrase = phrase(inline, behind: previous) { phrases.append(phrase) }
                continue
            }
            switch HarmlessTag(markup) {
            case .comment: break
            case .void(let name): phrases.append(.tag(name))
            case .opening(let name):
                open.append((name, inline, phrases))
                phrases = []
            case .closing(let name) where open.last?.name == name:
                guard let last = open.popLast() else { continue }
                phrases = last.outside + [.tagged(name, phrases)]
            case .closing(let name):
                report(
                    "this </\(name)> closes nothing", at: inline.range,
                    help: "write <\(name)> before it, in the same paragraph and the same emphasis")
            case nil: refuseMarkup(at: inline.range)
            }
        }
        while let last = open.popLast() {
            report(
                "this <\(last.name)> is not closed", at: last.tag.range,
                help: "write </\(last.name)> behind it, in the same paragraph and the same emphasis")
            phrases = last.outside + phrases
        }
        return phrases
    }

    private mutating func phrase(_ inline: InlineNode, behind previous: InlineNode?) -> Phrase? {
        let range = inline.range
        switch inline.kind {
        case .text(let text):
            refuseValue(in: range)
            refuseForeignMarks(in: range, isAtLineStart: previous?.endsLine ?? true)
            if previous?.mayBeLabelled ?? false { refuseLabel(beginning: range) }
            return .text(text)
        case .softBreak: return .softBreak
        case .hardBreak: return .hardBreak
        case .code(let code, let language):
            return language == "swift" ? .swift(code, place(of: range)) : .code(code)
        case .emphasis(let content): return .emphasis(phrases(content))
        case .strong(let content): return .strong(phrases(content))
        case .link(let link): return self.link(link, range: range)
        case .image(let image): return picture(image, range: range, captioned: false).map { .picture($0) }
        case .math(let math):
            if math.isDisplay { return .equation(equation(math, range: range)) }
            return formula(math, range: range).map { .formula($0) }
        case .citation(let citation): return .citation(self.citation(citation))
        case .footnoteReference(let label): return note(label, range: range)
        case .html: return nil
        }
    }

    private mutating func citation(_ citation: Markdown.Citation) -> Phrase.Citation {
        let isInCaption = source.borrowedPlace != nil
        let items = citation.items.map { item in
            citations.append(
                Chapter.CitedWork(
                    key: item.key, isInCaption: isInCaption, location: file.location(place(of: item.range))))
            guard !isInCaption else {
                return Phrase.Citation.Item(key: item.key, locator: item.locator, ordinal: nil)
            }
            citationCounts[item.key, default: 0] += 1
            return Phrase.Citation.Item(
                key: item.key, locator: item.locator, ordinal: citationCounts[item.key])
        }
        return Phrase.Citation(items: items, isNarrative: citation.isNarrative)
    }

    private mutating func note(_ label: String, range: Range<Int>) -> Phrase? {
        if let (number, use) = notes.use(label) { return .note(number: number, use: use) }
        report(
            "there is no footnote [^\(label)]", at: range,
            help: nearest(to: label, among: notes.definitions).map { "did you mean [^\($0)]?" }
                ?? "write it anywhere on a line of its own: [^\(label)]: …")
        return nil
    }

    mutating func refuseMarkup(at range: Range<Int>) {
        let names = HarmlessTag.names + HarmlessTag.voidNames
        report(
            "this HTML is not allowed in a chapter", at: range,
            help:
                "write it in Markdown; of HTML only \(names.map { "<\($0)>" }.joined(separator: ", ")) may stand in "
                + "text, without attributes, comments, and <details> with <summary>; to show the markup itself, "
                + "write it as code")
    }
}
