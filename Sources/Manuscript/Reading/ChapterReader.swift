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
    /// What is read: the chapter, or a caption of a block or an image, which is Markdown of its own.
    struct Source {
        let file: SourceFile
        /// Where in the chapter a caption stands, as its own ranges mean nothing there.
        let borrowedPlace: Range<Int>?
    }

    let file: SourceFile
    let setting: ChapterSetting
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
    /// Whether the words of a link are being read, which may be an address.
    var isInLink = false
    /// Whether a line was found that was to open a fence and does not.
    var hasHalfFence = false
    /// The chapter's title, when its heading was read.
    var title: String?

    /// Reads a chapter, and what stands on its page. All that is wrong is reported at once.
    static func read(
        _ file: SourceFile, _ setting: ChapterSetting
    ) throws(DiagnosticError) -> (chapter: Chapter, content: Content) {
        let (chapter, content, diagnostics) = try examine(file, setting)
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        return (chapter, content)
    }

    /// Reads a chapter as far as it can be read, with all that is wrong with it. Throws if there is no telling what is
    /// Markdown in it.
    static func examine(
        _ file: SourceFile, _ setting: ChapterSetting
    ) throws(DiagnosticError) -> (chapter: Chapter, content: Content, diagnostics: [Diagnostic]) {
        if let settings = file.frontMatter {
            throw DiagnosticError(
                .error(
                    "a chapter has no settings of its own", at: file.location(settings),
                    help: "settings stand in book.yml; begin the chapter with a line '# Title'"))
        }
        try refuseConflicts(in: file, setting)
        let (document, mistakes) = try Document.examine(file)
        var reader = ChapterReader(document, setting)
        reader.diagnostics = InvisibleCharacter.mistakes(in: file)
        let passages = reader.passages(document.blocks)
        let definitions = document.footnotes.map { ($0, reader.passages($0.content)) }
        let (chapter, content, others) = reader.finish(document, passages, definitions)
        // What is no Markdown looks wrong in other ways too; elsewhere, everything is reported at once.
        let diagnostics = mistakes + others.filter { other in !mistakes.contains { $0.overlaps(other) } }
        return (chapter, content, diagnostics.inOrderOfTheirPlaces)
    }

    /// Of a file that a merge left unfinished nothing else is worth saying. In a recorded output it is no harm: what is
    /// there is not what comes out, and is written anew once that is accepted.
    private static func refuseConflicts(
        in file: SourceFile, _ setting: ChapterSetting
    ) throws(DiagnosticError) {
        let conflicts = MergeConflict.mistakes(in: file)
        guard !conflicts.isEmpty else { return }
        let document = try Document.examine(file).document
        var reader = ChapterReader(document, setting)
        _ = reader.passages(document.blocks)
        let outputs = reader.steps.compactMap(\.recordedRange)
        let harmful = conflicts.filter { conflict in
            !outputs.contains { $0.contains(conflict.location?.range.lowerBound ?? 0) }
        }
        guard harmful.isEmpty else { throw DiagnosticError(harmful) }
    }

    private init(_ document: Document, _ setting: ChapterSetting) {
        file = document.file
        source = Source(file: document.file, borrowedPlace: nil)
        self.setting = setting
        numbering = Numbering(role: setting.role)
        notes = FootnoteNumbers(definitions: document.footnotes.map(\.label))
        macros = setting.macros
    }

    private mutating func finish(
        _ document: Document, _ passages: [Passage], _ definitions: [(FootnoteDefinition, [Passage])]
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
        let (headingAnchors, notesAnchor) = names.headingAnchors(notes: setting.vocabulary(.notes))
        let order = steps.indices.sorted { steps[$0].range.lowerBound < steps[$1].range.lowerBound }
        var positions = Array(repeating: 0, count: order.count)
        for (position, index) in order.enumerated() { positions[index] = position }
        let content = Content(
            document: document, passages: passages, notes: notes.sorted { $0.number < $1.number },
            notesAnchor: notesAnchor,
            headingAnchors: headingAnchors, stepPositions: positions)
        let chapter = Chapter(
            setting: setting, title: title ?? "", file: file,
            steps: Self.numbered(order.map { steps[$0] }), labels: labels, equations: equations,
            citations: citations, links: links, anchors: names.all, keptContent: content)
        return (chapter, content, diagnostics)
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
    /// Reads a chapter that stands beside `book.yml`. All that is wrong with it by itself is reported at once.
    public init(
        parsing file: SourceFile, role: Role, macros: Macros = .none, vocabulary: Vocabulary = .english
    ) throws(DiagnosticError) {
        let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
        let setting = ChapterSetting(fileName: name, role: role, macros: macros, vocabulary: vocabulary)
        self = try ChapterReader.read(file, setting).chapter
    }
}

extension Step {
    /// The bytes of the output recorded for a block.
    fileprivate var recordedRange: Range<Int>? {
        if case .block(let block) = self { block.recorded?.range } else { nil }
    }
}

extension Diagnostic {
    /// Whether both are about the same bytes.
    fileprivate func overlaps(_ other: Diagnostic) -> Bool {
        guard let place = location?.range, let otherPlace = other.location?.range else { return false }
        return place.overlaps(otherPlace)
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
