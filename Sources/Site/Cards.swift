import HTML
import Manuscript
import Rendering

/// What references show when they are pointed at: one script for each page that something refers to, loaded when the
/// first such reference is, so that no page carries what its reader may never ask for.
enum Cards {
    /// The scripts by their names in the folder of assets: `cards/03-lstm.js`.
    static func scripts(
        of book: Book, _ pages: [(slug: String, page: RenderedPage)]
    ) -> [(name: String, bytes: [UInt8])] {
        let works = Bibliography.cited(in: book).map { reference, year in
            (PageAnchor.work(reference.key), Bibliography.entry(reference, year: year).quoted.serialised())
        }
        let page = Bibliography.page.dropLast(".html".count)
        var cards = pages.map { page in
            (slug: page.slug, cards: page.page.previews.map { ($0.label, $0.markup) })
        }
        if let own = cards.firstIndex(where: { $0.slug == page }) {
            cards[own].cards += works
        } else {
            cards.append((String(page), works))
        }
        return cards.filter { !$0.cards.isEmpty }.map { slug, cards in
            ("cards/\(slug).js", script(slug, cards))
        }
    }

    /// `(globalThis.cards ??= {})["03-lstm"] = {"fig-gates": "…", …};`
    private static func script(_ slug: String, _ cards: [(anchor: String, markup: String)]) -> [UInt8] {
        var output: [UInt8] = Array("(globalThis.cards ??= {})[".utf8)
        output.append(literal: slug)
        output.append(contentsOf: "] = {\n".utf8)
        for (anchor, markup) in cards {
            output.append(literal: anchor)
            output.append(contentsOf: ": ".utf8)
            output.append(literal: markup, keepsLines: true)
            output.append(contentsOf: ",\n".utf8)
        }
        output.append(contentsOf: "};\n".utf8)
        return output
    }
}
