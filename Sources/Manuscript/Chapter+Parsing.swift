import CommonMark
import Diagnostics

extension Chapter {
    /// Reads a chapter: its title, everything in it that is computed, its labels and citations.
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
        let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
        let slug = role == .opening ? "index" : name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        let references = CrossReferences(document, steps: reader.steps, slug: slug, role: role)
        diagnostics += references.diagnostics
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        self.init(
            slug: slug, role: role, title: title, file: file, steps: reader.steps, labels: references.labels,
            citations: references.citations)
    }
}
