import Diagnostics

extension Document {
    /// Parses a Markdown file.
    ///
    /// Line endings may be LF, CR LF or CR, and a byte order mark may stand at the start; ranges are of the bytes as
    /// they are, texts have LF. Throws located errors for bytes that are no UTF-8 text, for a document nested more
    /// than 100 levels deep, for a fence whose lines share a tab with their containers, and for misuse of an
    /// extension, such as a footnote without definition.
    public init(parsing file: SourceFile, dialect: Dialect = .book) throws(DiagnosticError) {
        try file.checkText()
        let text = MappedText(file)
        switch dialect {
        case .commonMark:
            let tree = try Libcmark.parse(text, of: file)
            var converter = BlockConverter(file: file, text: text, tree: tree, masks: [])
            self.init(file: file, blocks: try converter.convertChildren(of: 0))
        case .book:
            self = try BookParser(file: file, text: text).parse()
        }
    }

    /// How many quotes, lists, links and emphases may stand inside one another.
    static let maximumDepth = 100
}

extension Libcmark {
    /// Parses the text of a file; a document nested too deeply is a located error.
    static func parse(
        _ text: MappedText, of file: SourceFile, detail: Detail = .everything
    ) throws(DiagnosticError) -> SyntaxTree {
        do {
            return try parse(text.bytes, detail: detail, maximumDepth: Document.maximumDepth)
        } catch {
            let line = file.position(at: text.lines[error.line - 1].origin).line
            throw DiagnosticError(
                .error(
                    "nested more than \(Document.maximumDepth) levels deep",
                    at: file.location(file.rangeOfLine(line)),
                    help: "put a backslash before marks that are meant as text"))
        }
    }
}
