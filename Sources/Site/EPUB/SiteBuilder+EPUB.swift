import Diagnostics
import HTML
import Manuscript
import Rendering

extension SiteBuilder {
    /// The book as one EPUB file. The sources of its modules are not part of it.
    ///
    /// - Throws: everything that is wrong with any chapter.
    public func epub() throws(DiagnosticError) -> [UInt8] {
        var diagnostics: [Diagnostic] = []
        var rendered: [(page: RenderedPage, content: Node)] = []
        for chapter in book.chapters {
            do throws(DiagnosticError) {
                rendered.append(
                    try RenderedPage.withContent(
                        chapter, evidence: evidence[chapter.slug] ?? .draft(nil), in: context))
            } catch {
                diagnostics += error.diagnostics
            }
        }
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        let previews = Dictionary(
            rendered.flatMap(\.page.previews).map { ($0.label, $0.markup) },
            uniquingKeysWith: { first, _ in first })
        let chapters = zip(book.chapters, rendered).map {
            (chapter: $0, title: $1.page.title, content: $1.content)
        }
        return try Publication(book, chapters, BackMatter.pages(of: book, previews: previews)).bytes
    }
}
