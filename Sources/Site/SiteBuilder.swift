import Diagnostics
import HTML
import Manuscript
import Rendering
import Storage

/// Makes a book's site: pages, navigation, search, assets.
///
/// 1. every chapter is rendered, side by side, or kept from an earlier build;
/// 2. so are the sources of the book's modules, which names in Swift link to;
/// 3. the pages that list the whole book are made;
/// 4. the site is written aside and put in place whole.
public struct SiteBuilder: Sendable {
    let book: Book
    let evidence: [String: Evidence]
    let context: BookContext
    private let modules: [(name: String, folder: String)]
    private let tool: String
    private let cacheFolder: String?
    private let cache: PageCache?

    /// A builder for a book.
    ///
    /// - Parameters:
    ///   - evidence: What is known of each chapter, by its slug; a chapter without is a draft.
    ///   - modules: The modules the book imports, with the folders of their sources.
    ///   - cacheFolder: Where rendered pages are kept between builds; nowhere if nil.
    ///   - tool: What tells one build of the tool from another: pages kept by another tool are not used.
    /// - Throws: if two pages have one name.
    public init(
        _ book: Book, evidence: [String: Evidence],
        modules: [(name: String, folder: String)] = [], cacheFolder: String? = nil, tool: String = ""
    ) throws(DiagnosticError) {
        self.book = book
        self.evidence = evidence
        context = BookContext(book)
        self.modules = modules
        self.tool = tool
        self.cacheFolder = cacheFolder
        cache = cacheFolder.map { PageCache(store: .memos(in: $0), tool: tool) }
        var files: Set<String> = []
        for chapter in book.chapters where !files.insert(chapter.pageFile).inserted {
            throw DiagnosticError(
                .error(
                    "two pages would be called \(chapter.pageFile)", at: chapter.file.location(0..<0),
                    help: "rename one of the files"))
        }
    }

    /// Renders the book and replaces the site's folder, whole or not at all.
    ///
    /// - Parameter inputs: The fingerprint of everything the builder was given, by which ``isCurrent`` knows the site
    ///   again; nil if it is never asked.
    /// - Throws: everything that is wrong with any chapter, or why the folder cannot be replaced.
    public func write(to output: String, inputs: Fingerprint? = nil) async throws(DiagnosticError)
        -> SiteReport
    {
        var report = SiteReport()
        let sources = try await SourceSection(modules, cacheFolder: cacheFolder, tool: tool)
        let rendered = try await renderAll(sources)
        report.rendered = rendered.count { !$0.isKept }
        let pages = rendered.map(\.page)

        let previews = Dictionary(
            pages.flatMap(\.previews).map { ($0.label, $0.markup) }, uniquingKeysWith: { first, _ in first })
        let backMatter = BackMatter.pages(of: book, previews: previews)
        report.externalLinks = book.links.external

        let folder = try StagedFolder(replacing: output)
        let entries = entries(pages, backMatter, hasSources: !sources.pages.isEmpty)
        let sidebar = Sidebar(entries)
        let template = PageTemplate(configuration: book.configuration, sidebar: sidebar)
        for (chapter, page) in zip(book.chapters, pages) {
            let parts = parts(of: page, chapter, sidebar, backMatter)
            try folder.write(Array(template.page(parts).utf8), to: chapter.pageFile)
            report.pages.append(chapter.pageFile)
        }
        for page in backMatter where !report.pages.contains(page.file) {
            try folder.write(Array(template.page(parts(of: page, sidebar)).utf8), to: page.file)
            report.pages.append(page.file)
        }
        let sourcePages = sources.site(
            configuration: book.configuration, entries: entries, isDraft: hasDrafts)
        for (file, page) in sourcePages {
            try folder.write(page, to: file)
            report.pages.append(file)
        }
        if let address = book.configuration.address {
            let directory = Directory(address: address)
            let template = PageTemplate(
                configuration: book.configuration, sidebar: Sidebar(entries, root: address))
            try folder.write(directory.sitemap(report.pages), to: "sitemap.xml")
            try folder.write(directory.robots, to: "robots.txt")
            try folder.write(directory.missingPage(template), to: "404.html")
        }
        for (name, bytes) in SiteAssets.files { try folder.write(bytes, to: "assets/\(name)") }
        let slugs = zip(book.chapters, pages).map { (slug: $0.slug, page: $1) }
        for (name, bytes) in Cards.scripts(of: book, slugs) { try folder.write(bytes, to: "assets/\(name)") }
        try folder.write(
            SearchIndex.script(searchable(pages), symbols: sources.symbols), to: "assets/search.js")
        for path in book.links.files {
            try folder.write(Files.read("\(book.folder)/\(path)"), to: "files/\(path)")
        }
        report.isChanged = try folder.commit()
        if let inputs, let cacheFolder {
            let record = try SiteRecord(
                inputs: inputs, bookFolder: book.folder, files: book.links.files, site: output)
            try Store.memos(in: cacheFolder).keepEntry(
                Array(record.text.utf8), .sites, key: Self.recordKey(output))
        }
        return report
    }

    // MARK: Rendering

    private struct Rendered {
        var page: RenderedPage
        var isKept: Bool
    }

    /// The pages of all chapters. What is wrong with any of them is thrown together.
    private func renderAll(_ sources: SourceSection) async throws(DiagnosticError) -> [Rendered] {
        var context = context
        context.declarations = sources.declarations
        let known = context
        let results = await withTaskGroup(of: (Int, Result<Rendered, DiagnosticError>).self) { group in
            for index in book.chapters.indices {
                group.addTask { (index, render(book.chapters[index], in: known, sources)) }
            }
            var results: [Result<Rendered, DiagnosticError>?] = Array(
                repeating: nil, count: book.chapters.count)
            for await (index, result) in group { results[index] = result }
            return results.compactMap(\.self)
        }
        var pages: [Rendered] = []
        var diagnostics: [Diagnostic] = []
        for result in results {
            switch result {
            case .success(let page): pages.append(page)
            case .failure(let error): diagnostics += error.diagnostics
            }
        }
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        return pages
    }

    private func render(
        _ chapter: Chapter, in known: BookContext, _ sources: SourceSection
    ) -> Result<Rendered, DiagnosticError> {
        var context = known
        let evidence = evidence[chapter.slug] ?? .draft(nil)
        do throws(DiagnosticError) {
            // Of a long book's prose, making a file for each page would take longer than rendering it.
            let isProseOfLongBook = chapter.steps.isEmpty && book.chapters.count > 200
            guard let cache, !isProseOfLongBook else {
                context.sources = sources.links
                return .success(
                    Rendered(page: try RenderedPage(chapter, evidence: evidence, in: context), isKept: false))
            }
            let key = PageCache.key(chapter, evidence, book.configuration)
            let found = cache.find(chapter.slug, key: key, in: context)
            if let page = found.page { return .success(Rendered(page: page, isKept: true)) }
            context.sources = sources.links
            let page = try RenderedPage(
                chapter, evidence: evidence, in: context, highlighted: found.highlights)
            cache.keep(page, slug: chapter.slug, key: key)
            return .success(Rendered(page: page, isKept: false))
        } catch {
            return .failure(error)
        }
    }
}
