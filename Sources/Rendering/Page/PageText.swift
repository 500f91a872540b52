import HTML
import Manuscript

/// The text of a page as a reader sees it, section by section: what the search box finds.
///
/// Code and what it printed stand apart from the text. The marks that the page adds are left out, and so are the lines of
/// figures that only draw; formulas stand in one line.
struct PageText {
    private let content: Content
    private let context: BookContext
    private let chapter: Chapter
    private var sections: [RenderedPage.Section]
    private var text: [UInt8] = []
    private var code: [String] = []
    /// Whether a blank stands between what was read and what follows.
    private var isApart = false

    /// The text of a chapter's page: above its first heading, and below each.
    static func sections(
        of chapter: Chapter, _ content: Content, in context: BookContext
    ) -> [RenderedPage.Section] {
        var page = PageText(chapter, content, context)
        page.read(content.passages)
        for note in content.notes { page.read(note.content) }
        page.endSection()
        return page.sections
    }

    private init(_ chapter: Chapter, _ content: Content, _ context: BookContext) {
        self.chapter = chapter
        self.content = content
        self.context = context
        sections = [RenderedPage.Section(anchor: "", number: "", title: chapter.title, text: "", code: "")]
    }

    private mutating func endSection() {
        sections[sections.count - 1].text = String(decoding: text, as: UTF8.self)
        sections[sections.count - 1].code = code.joined(separator: " ")
        text = []
        code = []
        isApart = false
    }

    /// The text of some words by themselves.
    private func text(of phrases: [Phrase]) -> String {
        var part = PageText(chapter, content, context)
        part.read(phrases)
        return String(decoding: part.text, as: UTF8.self)
    }

    /// Adds words; blanks of any length and kind become a single space.
    private mutating func add(_ words: String) {
        let noBreak: (UInt8, UInt8) = (0xC2, 0xA0)
        var previous: UInt8 = 0
        for byte in words.utf8 {
            if byte == noBreak.1, previous == noBreak.0 {
                text.removeLast()
                if text.last == 0x20 { text.removeLast() }
                isApart = true
            } else if byte <= 0x20 {
                isApart = true
            } else {
                if isApart, !text.isEmpty { text.append(0x20) }
                isApart = false
                text.append(byte)
            }
            previous = byte
        }
    }

    /// Sets what is read apart from what stands before and behind it.
    private mutating func apart(_ read: (inout PageText) -> Void) {
        isApart = true
        read(&self)
        isApart = true
    }

    private mutating func read(_ passages: [Passage]) {
        for passage in passages { apart { $0.read(passage) } }
    }

    private mutating func read(_ passage: Passage) {
        switch passage {
        case .prose(let words): read(words)
        case .heading(let heading), .exercise(let heading): read(heading)
        case .block(let step, let caption): read(step, caption: caption)
        case .code(let listing):
            if let name = listing.name { readName(of: name) }
            apart { $0.read(listing.caption) }
            read(code: listing.code)
        case .rule: break
        case .equation(let equation): read(equation)
        case .picture(let picture):
            if let id = picture.label { readName(of: id) }
            apart { $0.read(picture.caption) }
        case .table(let table):
            if let id = table.label { readName(of: id) }
            apart { $0.read(table.caption ?? []) }
            for cell in table.header + table.rows.flatMap(\.self) { apart { $0.read(cell) } }
        case .definition(let definition):
            add(context.vocabulary.word(for: AlertKind.definition))
            apart { $0.read(definition.term) }
            read(definition.content)
        case .alert(let kind, let title, let content, let id):
            add(id.flatMap { context.label($0)?.text } ?? context.vocabulary.word(for: kind))
            apart { $0.read(title) }
            read(content)
        case .details(let summary, _, let content):
            read(summary)
            read(content)
        case .quote(let content): read(content)
        case .list(let list): for item in list.items { apart { $0.read(item) } }
        }
    }

    /// A heading opens a section; the title's is open.
    private mutating func read(_ heading: Passage.Heading) {
        let title = text(of: heading.words)
        if heading.level == 1 {
            sections[0].title = title
            return
        }
        endSection()
        // An exercise is called by its label, a section of a numbered chapter by its number.
        let number = heading.number ?? heading.label.flatMap { context.label($0)?.text } ?? ""
        sections.append(
            RenderedPage.Section(
                anchor: content.anchor(of: heading), number: number, title: title, text: "", code: ""))
    }

    /// Lines of code or output, each with single blanks. Lines without a letter or digit are drawn.
    private mutating func read(code lines: String) {
        for line in visibleText(lines).split(separator: "\n") {
            let isDrawn = line.unicodeScalars.contains {
                (0x2500...0x259F).contains($0.value) || (0x2800...0x28FF).contains($0.value)
            }
            guard !isDrawn, line.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
            code.append(line.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
    }

    /// Of a block, its caption shows, its code, and what it printed.
    private mutating func read(_ step: StepReference, caption: [Phrase]) {
        guard case .block(let block) = chapter.steps[content.position(of: step)], block.visibility != .hidden
        else { return }
        if let id = block.id { readName(of: id) }
        apart { $0.read(caption) }
        read(code: block.shownCode)
        if let output = block.recorded { read(code: output.text) }
    }

    /// `Table 3.1.`, above what has a label.
    private mutating func readName(of id: String) {
        if let label = context.label(id) { apart { $0.add(label.text + ".") } }
    }

    private mutating func read(_ equation: Equation) {
        apart { $0.add(equation.formula?.text ?? "") }
        let name = equation.label.flatMap { context.label($0)?.text } ?? equation.name
        apart { $0.add(name ?? "") }
    }

    private mutating func read(_ phrases: [Phrase]) {
        for phrase in phrases { read(phrase) }
    }

    private mutating func read(_ phrase: Phrase) {
        switch phrase {
        case .text(let text), .code(let text): add(text)
        case .swift(let code, _): add(visibleText(code))
        case .softBreak, .hardBreak, .picture: isApart = true
        case .tag(let name): if name != "wbr" { isApart = true }
        case .emphasis(let words), .strong(let words), .tagged(_, let words), .value(_, let words),
            .literal(let words):
            read(words)
        case .number(let id): add(context.label(id)?.number ?? "")
        case .link(let link): if link.isBlank { readTarget(of: link) } else { read(link.words) }
        case .formula(let formula): add(formula.text)
        case .equation(let equation): read(equation)
        case .citation(let citation): read(citation)
        case .note: break
        }
    }

    /// What a link without words shows.
    private mutating func readTarget(of link: Phrase.Link) {
        switch link.target {
        case .name(let name): add(context.label(name)?.text ?? "")
        case .chapter(let path, let anchor):
            add(anchor.map { context.label($0)?.text ?? "" } ?? context.title(path) ?? "")
        case .file, .address: break
        }
    }

    private mutating func read(_ citation: Phrase.Citation) {
        let works = citation.items.map { item in
            let work = context.work(item.key)
            let (authors, year) = (work?.authors ?? "", work?.year ?? "")
            let locator = item.locator.isEmpty ? "" : ", \(item.locator)"
            return citation.isNarrative ? "\(authors) (\(year)\(locator))" : "\(authors), \(year)\(locator)"
        }
        let text = works.joined(separator: "; ")
        add(citation.isNarrative ? text : "(\(text))")
    }
}
