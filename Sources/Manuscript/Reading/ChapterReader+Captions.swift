import Diagnostics
import Markdown

extension ChapterReader {
    /// The words of a caption of a block or an image: Markdown of its own, one paragraph, which may refer to the works,
    /// labels and footnotes that its chapter may refer to.
    mutating func caption(_ markdown: String, at place: Range<Int>) -> [Phrase] {
        let text = SourceFile(path: file.path, text: markdown)
        let outer = source
        source = Source(file: text, borrowedPlace: place)
        defer { source = outer }
        do throws(DiagnosticError) {
            let (document, mistakes) = try Document.examine(text)
            guard mistakes.isEmpty else { throw DiagnosticError(mistakes) }
            if document.footnotes.isEmpty, document.blocks.count == 1,
                case .paragraph(let content) = document.blocks[0].kind
            {
                return phrases(content)
            }
            report(
                "a caption is one paragraph", at: place,
                help: "write \\ before a mark that begins a list, a heading or a quote")
        } catch {
            for mistake in error.diagnostics { report(mistake.summary, at: place, help: mistake.help) }
        }
        return []
    }

    /// The words of an image's caption, which is its title: as it stands there, so that TeX keeps its backslashes.
    mutating func caption(of image: Image, at range: Range<Int>) -> [Phrase] {
        guard !image.title.isEmpty else { return [] }
        guard let place = image.titleRange, !file.bytes[place].contains(0x0A) else {
            return caption(image.title, at: image.titleRange ?? range)
        }
        return caption(file.text(in: place).replacing("\\\"", with: "\""), at: place)
    }
}
