import Diagnostics

extension Document {
    /// Parses a Markdown file.
    ///
    /// Line endings may be LF, CR LF or CR, and a byte order mark may stand at the start; ranges are of the bytes as
    /// they are, texts have LF. Throws a located error for bytes that are no UTF-8 text, for a document nested more
    /// than 100 levels deep, and for misuse of an extension.
    public init(parsing file: SourceFile, extensions: Extensions = .all) throws(DiagnosticError) {
        try file.checkText()
        let text = MappedText(file)
        let tree: SyntaxTree
        do {
            tree = try Libcmark.parse(text.bytes, maximumDepth: Self.maximumDepth)
        } catch {
            throw DiagnosticError(
                .error(
                    "nested more than \(Self.maximumDepth) levels deep",
                    at: file.location(
                        file.rangeOfLine(file.position(at: text.lines[error.line - 1].origin).line))))
        }
        var converter = BlockConverter(file: file, text: text, tree: tree)
        self.init(file: file, blocks: try converter.convertChildren(of: 0))
    }

    /// How many quotes, lists, links and emphases may stand inside one another.
    static let maximumDepth = 100
}
