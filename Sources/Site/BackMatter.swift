import HTML
import Manuscript
import Rendering

/// A page that is made from the whole book: references, glossary, exercises.
///
/// An author's own page of the same name keeps its text and gets the list below it.
struct BackMatter {
    /// The name of its page.
    let file: String
    let title: String
    /// The list.
    let content: [Node]

    /// The pages that this book has something for.
    static func pages(of book: Book, previews: [String: String]) -> [BackMatter] {
        let addresses = Dictionary(
            book.chapters.map { ($0.slug, $0.pageFile) }, uniquingKeysWith: { first, _ in first })
        return [
            exercises(of: book), glossary(of: book, addresses, previews), references(of: book, addresses),
        ].compactMap(\.self)
    }

    /// The works the book cites, by author, with links back to every place that cites them.
    private static func references(of book: Book, _ addresses: [String: String]) -> BackMatter? {
        let citations = book.citations
        let cited = Bibliography.cited(in: book)
        guard !cited.isEmpty else { return nil }
        let entries = cited.map { reference, year in
            let entry = Bibliography.entry(reference, year: year)
            return (reference: reference, node: entry, order: entry.plainText.lowercased())
        }.sorted { ($0.order, $0.reference.key) < ($1.order, $1.reference.key) }
        let items = entries.map { reference, entry, _ in
            let places = citations.places[reference.key] ?? []
            let back = waysBack(to: places, of: reference.key, addresses)
            let note = reference.note.map { [Node.tag("span", ["class": "note"], $0)] } ?? []
            return Node.tag(
                "li", ["id": PageAnchor.work(reference.key)],
                [entry] + note + [.tag("span", ["class": "places"], back)])
        }
        return BackMatter(
            file: Bibliography.page, title: book.vocabulary(.references),
            content: [.tag("ul", ["class": "works"], items)])
    }

    /// Where a work is cited: each page by its title, and several places of one page as numbers behind it.
    private static func waysBack(
        to places: [CitationIndex.Place], of key: String, _ addresses: [String: String]
    ) -> [Node] {
        var nodes: [Node] = []
        for (index, place) in places.enumerated() {
            func link(_ text: String) -> Node {
                let address = "\(addresses[place.chapter] ?? "")#" + PageAnchor.citation(key, place.ordinal)
                return .tag("a", ["class": "back", "href": address], text)
            }
            let isFirst = index == 0 || places[index - 1].chapter != place.chapter
            let isLast = index + 1 == places.count || places[index + 1].chapter != place.chapter
            let title = place.title
            if isFirst { nodes.append(index == 0 ? "Cited in " : ", ") }
            switch (isFirst, isLast) {
            case (true, true): nodes.append(link(title))
            case (true, false): nodes += [.text(title + " ("), link("1")]
            case (false, false): nodes += [", ", link(String(place.ordinal))]
            case (false, true): nodes += [", ", link(String(place.ordinal)), ")"]
            }
        }
        return nodes
    }

    /// The terms the book defines, in alphabetical order, with their definitions.
    private static func glossary(
        of book: Book, _ addresses: [String: String], _ previews: [String: String]
    ) -> BackMatter? {
        let titles = Dictionary(
            book.chapters.map { ($0.slug, $0.title) }, uniquingKeysWith: { first, _ in first })
        let terms = book.labels.labels.filter { $0.kind == .term }
            .map { ($0, $0.title) }
            .sorted { ($0.1.lowercased(), $0.0.id) < ($1.1.lowercased(), $1.0.id) }
        guard !terms.isEmpty else { return nil }
        let items = terms.flatMap { label, text -> [Node] in
            let address = "\(addresses[label.chapter] ?? "")#\(label.id)"
            let place = Node.tag("a", ["class": "back", "href": address], titles[label.chapter] ?? "")
            return [
                // A term defined on this very page has its name there already.
                .tag("dt", label.chapter == "glossary" ? [:] : ["id": label.id], text),
                .tag(
                    "dd", [:],
                    [
                        .trusted(previews[label.id] ?? ""),
                        .tag("span", ["class": "places"], ["Defined in ", place]),
                    ]),
            ]
        }
        return BackMatter(
            file: "glossary.html", title: book.vocabulary(.glossary),
            content: [.tag("dl", ["class": "glossary"], items)])
    }

    /// The exercises of the book by chapter.
    private static func exercises(of book: Book) -> BackMatter? {
        let byChapter = Dictionary(
            grouping: book.labels.labels.filter { $0.kind == .exercise }, by: \.chapter)
        guard !byChapter.isEmpty else { return nil }
        var content: [Node] = []
        for chapter in book.chapters {
            guard let exercises = byChapter[chapter.slug] else { continue }
            content.append(.tag("h2", [:], [.tag("a", ["href": chapter.pageFile], chapter.title)]))
            let items = exercises.map { label in
                Node.tag(
                    "li", [:],
                    [
                        .tag("a", ["href": "\(chapter.pageFile)#\(label.id)"], label.text),
                        .text(" " + label.title),
                    ])
            }
            content.append(.tag("ul", ["class": "exercises"], items))
        }
        return BackMatter(file: "exercises.html", title: book.vocabulary(.exercises), content: content)
    }
}
