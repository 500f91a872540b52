import CommonMark
import Diagnostics

extension Chapter {
    /// Parses a chapter: its Markdown, its title and everything in it that is computed.
    ///
    /// All that is wrong is reported at once.
    public init(parsing file: SourceFile, role: Role) throws(DiagnosticError) {
        let document = try Document(parsing: file)
        let reader = StepReader(document)
        var diagnostics = reader.diagnostics
        let titles = document.blocks.filter { block in
            if case .heading(level: 1, _, _) = block.kind { true } else { false }
        }
        var title: [InlineNode] = []
        if case .heading(_, _, let content)? = titles.first?.kind {
            title = content
        } else {
            diagnostics.append(
                .error(
                    "this chapter has no title", at: file.location(0..<0),
                    help: "begin it with a line '# Title'"))
        }
        for extra in titles.dropFirst() {
            diagnostics.append(
                .error(
                    "a chapter has one heading of level 1, its title", at: file.location(extra.range),
                    help: "write '## …'"))
        }
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
        self.init(
            slug: role == .opening ? "index" : name.hasSuffix(".md") ? String(name.dropLast(3)) : name,
            role: role, title: title, document: document, steps: reader.steps)
    }
}
