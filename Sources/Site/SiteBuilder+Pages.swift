import HTML
import Manuscript
import Rendering

extension SiteBuilder {
    /// Every page of the book in the order of the sidebar.
    func entries(
        _ pages: [RenderedPage], _ backMatter: [BackMatter], hasSources: Bool
    ) -> [Sidebar.Entry] {
        var entries: [Sidebar.Entry] = []
        var hasChapters = false
        var isBehindChapters = false
        for ((chapter, page), listed) in zip(zip(book.chapters, pages), book.configuration.pages) {
            var entry = Sidebar.Entry(
                address: chapter.pageFile, number: chapter.role.mark ?? "", markup: page.titleMarkup,
                part: listed.part)
            switch chapter.role {
            case .opening: break
            case .chapter:
                entry.startsGroup = !hasChapters && entries.count > 1
                hasChapters = true
            case .page where !hasChapters: break
            case .page, .appendix:
                entry.startsGroup = !isBehindChapters
                isBehindChapters = true
            }
            entries.append(entry)
        }
        let own = Set(entries.map(\.address))
        for page in backMatter where !own.contains(page.file) {
            entries.append(
                Sidebar.Entry(
                    address: page.file, number: "", markup: escapedText(page.title),
                    startsGroup: !isBehindChapters))
            isBehindChapters = true
        }
        if hasSources {
            entries.append(
                Sidebar.Entry(
                    address: SourceContents.address, number: "", markup: SourceContents.title,
                    startsGroup: !isBehindChapters))
        }
        return entries
    }

    /// What the search box finds: every chapter, and the works that the book cites.
    func searchable(_ pages: [RenderedPage]) -> [SearchIndex.Page] {
        let chapters = zip(book.chapters, pages).map {
            SearchIndex.Page(file: $0.pageFile, title: $1.title, sections: $1.sections)
        }
        let works = Bibliography.cited(in: book).map { reference, year in
            RenderedPage.Section(
                anchor: PageAnchor.work(reference.key), number: "", title: reference.title,
                text: Bibliography.entry(reference, year: year).plainText, code: "")
        }
        guard !works.isEmpty else { return chapters }
        return chapters + [SearchIndex.Page(file: Bibliography.page, title: "References", sections: works)]
    }

    /// The page of a chapter.
    func parts(
        of page: RenderedPage, _ chapter: Chapter, _ sidebar: Sidebar, _ backMatter: [BackMatter]
    ) -> PageTemplate.Parts {
        var body = page.body
        if let list = backMatter.first(where: { $0.file == chapter.pageFile }) {
            body += Node.fragment(list.content).serialised()
        }
        if chapter.role == .opening { body += contents(sidebar, unlessIn: chapter).serialised() }
        let (previous, next) = sidebar.neighbours(of: chapter.pageFile)
        return PageTemplate.Parts(
            file: chapter.pageFile, title: page.title, description: description(of: page), body: body,
            outline: page.outline.outlineMarkup, previous: previous, next: next, isDraft: isDraft(chapter))
    }

    /// A page made from the whole book.
    func parts(of page: BackMatter, _ sidebar: Sidebar) -> PageTemplate.Parts {
        let (previous, next) = sidebar.neighbours(of: page.file)
        let header = Node.tag("header", [:], [.tag("h1", [:], page.title)])
        return PageTemplate.Parts(
            file: page.file, title: page.title, body: Node.fragment([header] + page.content).serialised(),
            previous: previous, next: next, isDraft: hasDrafts)
    }

    /// Whether a chapter of the book was not compared.
    var hasDrafts: Bool { book.chapters.contains(where: isDraft) }

    /// Whether nothing of a chapter was compared.
    private func isDraft(_ chapter: Chapter) -> Bool {
        if case .verified? = evidence[chapter.slug] { false } else { true }
    }

    /// The list of all pages at the end of the opening one, unless its author has linked every chapter.
    private func contents(_ sidebar: Sidebar, unlessIn opening: Chapter) -> Node {
        let linked = Set(
            opening.links.compactMap { link in
                switch link.target {
                case .chapter(let path, _): path
                case .name(let name):
                    book.labels[name].flatMap { label in
                        book.chapters.first { $0.slug == label.chapter }?.fileName
                    }
                case .file, .address: nil
                }
            })
        if book.chapters.dropFirst().allSatisfy({ linked.contains($0.fileName) }) { return .empty }
        let items = sidebar.entries.dropFirst().flatMap { entry -> [Node] in
            let number = entry.number.isEmpty ? [] : [Node.tag("span", ["class": "number"], entry.number)]
            let link = Node.tag(
                "a", ["href": entry.address], number + [.tag("span", [:], [.trusted(entry.markup)])])
            return [entry.partItem, Node.tag("li", [:], [link])]
        }
        guard !items.isEmpty else { return .empty }
        return .tag(
            "nav", ["class": "contents", "aria-labelledby": PageAnchor.contents],
            [.tag("h2", ["id": PageAnchor.contents], "Contents"), .tag("ol", [:], items)])
    }

    /// The beginning of a page's text, for those who list the page elsewhere.
    private func description(of page: RenderedPage) -> String {
        guard let text = page.sections.first(where: { !$0.text.isEmpty })?.text else { return "" }
        guard text.count > 160 else { return text }
        let start = text.prefix(160)
        // Whole sentences if they say enough, otherwise whole words.
        if let end = start.lastIndex(where: { ".!?".contains($0) }),
            start.distance(from: start.startIndex, to: end) > 80,
            text[text.index(after: end)...].first?.isWhitespace != false
        {
            return String(start[...end])
        }
        let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
        return String(words.reversed().drop { $0.isPunctuation }.reversed()) + "…"
    }
}
