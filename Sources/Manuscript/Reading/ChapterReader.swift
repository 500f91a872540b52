import Markdown
import Diagnostics
import TeXMath

/// Reads a chapter in one walk over its Markdown: what each passage is to the book, what is computed, what can be
/// referred to, what is cited, where links lead. Everything that can be wrong with a chapter by itself is found here.
///
/// 1. `+Passages` and `+Phrases` say what each block and inline is;
/// 2. the other extensions read one kind of thing each;
/// 3. `finish()` gives headings their anchors and steps their order, which only the whole chapter tells.
struct ChapterReader {
    /// What is read: the chapter, or the caption of a block, which is Markdown of its own.
    struct Source {
        let file: SourceFile
        /// Where in the chapter a caption stands, as its own ranges mean nothing there.
        let borrowedPlace: Range<Int>?
    }

    let file: SourceFile
    let slug: String
    var source: Source
    var diagnostics: [Diagnostic] = []

    /// Steps in the order in which they are read.
    var steps: [Step] = []
    var numbering: Numbering
    var names = NameTable()
    var notes: FootnoteNumbers
    /// The macros of the book, and of the formulas so far.
    var macros: Macros
    var labels: [Label] = []
    var equations: [Chapter.EquationNumber] = []
    var citations: [Chapter.CitedWork] = []
    /// How often each work was cited in running text so far.
    var citationCounts: [String: Int] = [:]
    var links: [Chapter.PlacedLink] = []
    /// The chapter's title, when its heading was read.
    var title: String?

    /// Reads a chapter, and what stands on its page. All that is wrong is reported at once.
    static func read(
        _ file: SourceFile, role: Chapter.Role, macros: Macros
    ) throws(DiagnosticError) -> (chapter: Chapter, content: Content) {
        let (chapter, content, diagnostics) = try examine(file, role: role, macros: macros)
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        return (chapter, content)
    }

    /// Reads a chapter as far as it can be read, with all that is wrong with it. Throws if there is no telling what is
    /// Markdown in it.
    static func examine(
        _ file: SourceFile, role: Chapter.Role, macros: Macros
    ) throws(DiagnosticError) -> (chapter: Chapter, content: Content, diagnostics: [Diagnostic]) {
        if let settings = file.frontMatter {
            throw DiagnosticError(
                .error(
                    "a chapter has no settings of its own", at: file.location(settings),
                    help: "settings stand in book.yml; begin the chapter with a line '# Title'"))
        }
        let document = try Document(parsing: file)
        var reader = ChapterReader(document, role: role, macros: macros)
        reader.diagnostics = InvisibleCharacter.mistakes(in: file)
        let passages = reader.passages(document.blocks)
        let definitions = document.footnotes.map { ($0, reader.passages($0.content)) }
        return reader.finish(passages, definitions, role: role, bookMacros: macros)
    }

    private init(_ document: Document, role: Chapter.Role, macros: Macros) {
        file = document.file
        source = Source(file: document.file, borrowedPlace: nil)
        let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
        slug = role == .opening ? "index" : name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        numbering = Numbering(role: role)
        notes = FootnoteNumbers(definitions: document.footnotes.map(\.label))
        self.macros = macros
    }

    private mutating func finish(
        _ passages: [Passage], _ definitions: [(FootnoteDefinition, [Passage])], role: Chapter.Role,
        bookMacros: Macros
    ) -> (Chapter, Content, [Diagnostic]) {
        if title == nil {
            report("this chapter has no title", at: 0..<0, help: "begin it with a line '# Title'")
        }
        var notes: [Content.Note] = []
        for (definition, content) in definitions {
            guard let number = self.notes.numbers[definition.label] else {
                report(
                    "nothing refers to the footnote [^\(definition.label)]", at: definition.range,
                    help: "write [^\(definition.label)] in the text, or remove the note")
                continue
            }
            let uses = self.notes.uses[definition.label, default: 1]
            notes.append(Content.Note(number: number, uses: uses, content: content))
        }
        let (headingAnchors, notesAnchor) = names.headingAnchors()
        let order = steps.indices.sorted { steps[$0].range.lowerBound < steps[$1].range.lowerBound }
        var positions = Array(repeating: 0, count: order.count)
        for (position, index) in order.enumerated() { positions[index] = position }
        let content = Content(
            passages: passages, notes: notes.sorted { $0.number < $1.number }, notesAnchor: notesAnchor,
            headingAnchors: headingAnchors, stepPositions: positions)
        let chapter = Chapter(
            slug: slug, role: role, title: title ?? "", file: file,
            steps: Self.numbered(order.map { steps[$0] }), labels: labels, equations: equations,
            citations: citations, links: links, anchors: names.all, macros: bookMacros, keptContent: content)
        return (chapter, content, diagnostics.inOrderOfTheirPlaces)
    }

    /// Ordinals follow the chapter's text, wherever in the tree the steps were found.
    private static func numbered(_ steps: [Step]) -> [Step] {
        var blocks = 0
        var values = 0
        return steps.map { step in
            switch step {
            case .block(var block):
                blocks += 1
                block.ordinal = blocks
                return .block(block)
            case .value(var value):
                values += 1
                value.ordinal = values
                return .value(value)
            }
        }
    }

    // MARK: Reporting

    mutating func report(_ summary: String, at range: Range<Int>, help: String? = nil) {
        report(.error(summary, at: file.location(place(of: range)), help: help))
    }

    mutating func report(_ diagnostic: Diagnostic) {
        // What is wrong twice in one caption is said once.
        if diagnostic != diagnostics.last { diagnostics.append(diagnostic) }
    }

    /// Where something stands in the chapter.
    func place(of range: Range<Int>) -> Range<Int> { source.borrowedPlace ?? range }
}

extension Chapter {
    /// Reads a chapter. All that is wrong with it by itself is reported at once.
    public init(parsing file: SourceFile, role: Role, macros: Macros = .none) throws(DiagnosticError) {
        self = try ChapterReader.read(file, role: role, macros: macros).chapter
    }
}

extension [Diagnostic] {
    /// The same in the order of their places; what has none, or the same, stays in its order.
    var inOrderOfTheirPlaces: [Diagnostic] {
        enumerated().sorted { left, right in
            let (first, second) = (left.element.location?.range, right.element.location?.range)
            return (first?.lowerBound ?? 0, left.offset) < (second?.lowerBound ?? 0, right.offset)
        }.map(\.element)
    }
}

extension SourceFile {
    /// The lines between `---` that other generators of sites read as YAML; Markdown has a rule and a heading there.
    fileprivate var frontMatter: Range<Int>? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        func line(_ number: Int) -> String { text(in: rangeOfLine(number)) }
        let first = text(in: start..<max(start, rangeOfLine(1).upperBound))
        guard first == "---", line(2).wholeMatch(of: /[A-Za-z][\w-]*:.*/) != nil else { return nil }
        for number in 3...max(lineCount, 3) where ["---", "..."].contains(line(number)) {
            return start..<rangeOfLine(number).upperBound
        }
        return nil
    }
}
