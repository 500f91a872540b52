import Diagnostics

extension Document {
    /// Parses a Markdown file.
    ///
    /// 1. Lines that CommonMark would cut up are marked: footnotes (``FootnoteLines``), displayed formulas
    ///    (``DisplayLines``).
    /// 2. libcmark finds the blocks, once (``Libcmark``).
    /// 3. Each block is located in the file, and its running text read, once (``BlockReader``, ``InlineReader``).
    ///
    /// Line endings may be LF, CR LF or CR, and a byte order mark may stand at the start; ranges are of the bytes as
    /// they are, texts have LF. Throws located errors for bytes that are no UTF-8 text, for a document nested more
    /// than 100 levels deep, for a fence whose lines share a tab with their containers, and for misuse of an
    /// extension, such as a footnote without definition; all that is found at once.
    public init(parsing file: SourceFile, dialect: Dialect = .book) throws(DiagnosticError) {
        let (document, diagnostics) = try Self.examine(file, dialect: dialect, checkingFootnotes: true)
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        self = document
    }

    /// Parses a Markdown file as far as it can be read, with all that is wrong with it, in order. Throws where there is
    /// no telling what is Markdown in it: for bytes that are no UTF-8 text, and what is nested too deeply.
    ///
    /// - Parameter checkingFootnotes: Whether a footnote must be both defined and referred to in this file. A caption,
    ///   which is Markdown of its own, refers to the footnotes of its chapter.
    public static func examine(
        _ file: SourceFile, dialect: Dialect = .book, checkingFootnotes: Bool = false
    ) throws(DiagnosticError) -> (document: Document, diagnostics: [Diagnostic]) {
        try file.checkText()
        var text = MarkdownText(file)
        try text.checkDepth(of: file)
        var misplaced: [FootnoteLines.Misplaced] = []
        var lines: DisplayLines?
        if dialect == .book {
            (text, misplaced) = FootnoteLines.rewrite(text, of: file)
            lines = DisplayLines(text)
        }
        let seen = lines?.hidden ?? text.bytes
        var questions = Questions(about: text.bytes)
        let tree: BlockTree
        do {
            tree = try Libcmark.parse(seen, answering: &questions, maximumDepth: Self.maximumDepth)
        } catch {
            throw DiagnosticError(.tooDeep(at: text.location(ofLine: error.line, in: file)))
        }
        let context = InlineReader.Context(file: file, text: text, dialect: dialect, questions: questions)
        var reader = BlockReader(tree: tree, hidden: lines?.displays ?? [], context: context)
        let blocks = reader.readChildren(of: 0)
        if checkingFootnotes { reader.checkFootnotes(except: Set(misplaced.map(\.label))) }
        var diagnostics = misplaced.map(\.diagnostic) + reader.diagnostics
        if diagnostics.isEmpty { diagnostics = lines?.misread(by: reader, in: file) ?? [] }
        // What is defined where it may not be is known all the same: nothing else is wrong with what refers to it.
        let footnotes =
            reader.footnotes
            + misplaced.map { misplaced in
                let range = misplaced.diagnostic.location?.range ?? 0..<0
                return FootnoteDefinition(label: misplaced.label, content: [], range: range)
            }
        return (
            Document(file: file, blocks: blocks, footnotes: footnotes),
            diagnostics.sorted { $0.start < $1.start }
        )
    }

    /// How many quotes, lists, links and emphases may stand inside one another.
    static let maximumDepth = 100
}

extension Diagnostic {
    fileprivate var start: Int { location?.range.lowerBound ?? 0 }

    /// What is nested too deeply is refused, at a place.
    static func tooDeep(at location: SourceLocation) -> Diagnostic {
        .error(
            "nested more than \(Document.maximumDepth) levels deep", at: location,
            help: "put a backslash before marks that are meant as text")
    }
}

extension DisplayLines {
    /// Formulas whose lines were hidden from libcmark although they are none: only the end of a block within them is a
    /// mistake, for what stands in one block of code or HTML was not changed by it.
    fileprivate func misread(by reader: BlockReader, in file: SourceFile) -> [Diagnostic] {
        displays.compactMap { display in
            let start = text.fileOffset(display.start)
            let end = text.lines[display.lines.upperBound].fileStart
            guard !reader.displays.contains(start),
                !reader.opaqueRanges.contains(where: { $0.contains(start) && $0.contains(end) })
            else { return nil }
            return .error(
                "it cannot be told whether a formula begins here", at: file.location(start..<start + 2),
                help: "put an empty line before the dollars, or write \\$\\$ for dollars as text")
        }
    }
}

extension MarkdownText {
    /// Refuses lines with more marks of quotes and lists than may stand inside one another. To nest them takes libcmark
    /// time that grows with their square.
    fileprivate func checkDepth(of file: SourceFile) throws(DiagnosticError) {
        let isDeep = lines.contains { line in
            line.range.count > Document.maximumDepth
                && bytes[line.range].prefix(Document.maximumDepth).allSatisfy(\.isContainerMark)
        }
        guard isDeep else { return }
        var kinds = LineKinds()
        for number in lines.indices {
            let line = kinds.next(number, of: self)
            guard line.kind != .opaque, line.quotes + line.items > Document.maximumDepth else { continue }
            throw DiagnosticError(.tooDeep(at: location(ofLine: number, in: file)))
        }
    }

    fileprivate func location(ofLine number: Int, in file: SourceFile) -> SourceLocation {
        let line = lines[min(number, lines.count - 1)]
        return file.location(file.rangeOfLine(file.position(at: line.fileStart).line))
    }
}
