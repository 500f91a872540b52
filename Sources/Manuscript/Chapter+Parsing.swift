import CommonMark
import Diagnostics

extension Chapter {
    /// Reads a chapter: its title, everything in it that is computed, its labels and citations.
    ///
    /// All that is wrong is reported at once.
    public init(parsing file: SourceFile, role: Role) throws(DiagnosticError) {
        if let settings = file.frontMatter {
            throw DiagnosticError(
                .error(
                    "a chapter has no settings of its own", at: file.location(settings),
                    help: "settings stand in book.yml; begin the chapter with a line '# Title'"))
        }
        let document = try Document(parsing: file)
        let reader = StepReader(document)
        var diagnostics = reader.diagnostics + Slips(document).diagnostics
        let titles = document.blocks.filter { block in
            if case .heading(level: 1, _, _) = block.kind { true } else { false }
        }
        var title: [InlineNode] = []
        if case .heading(_, _, let content)? = titles.first?.kind {
            title = content
            if content.isEmpty {
                diagnostics.append(
                    .error(
                        "this title has no words", at: titles.first.map { file.location($0.range) },
                        help: "write '# Title'"))
            }
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
