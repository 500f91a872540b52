import HTML
import Manuscript
import Rendering

/// What surrounds the text of every page: bar, contents of the page, chapters, footer.
struct PageTemplate {
    let configuration: BookConfiguration
    let sidebar: Sidebar
    private let head: String
    private let bar: String
    private let footer: String
    private let draftFooter: String
    /// What leads from the page to the folder of the site.
    private var root: String { sidebar.root }

    init(configuration: BookConfiguration, sidebar: Sidebar) {
        self.configuration = configuration
        self.sidebar = sidebar
        head = Self.head(configuration, root: sidebar.root)
        bar = Self.bar(title: configuration.title, root: sidebar.root)
        footer = Self.footer(
            configuration,
            "Every output marked as verified was recomputed, and compared with the text, before this page was written."
        )
        draftFooter = Self.footer(configuration, "This is a draft: nothing on this page is verified.")
    }

    /// One page's own parts.
    struct Parts {
        var file: String
        /// The entry of the list of chapters that the page is part of, if it has none of its own.
        var section: String?
        var title: String
        var description = ""
        var body: String
        /// The list of the page's headings, as markup.
        var outline = ""
        /// Markup shown when references to other pages are pointed at, by label.
        var previews: [(label: String, markup: String)] = []
        var previous: Sidebar.Entry?
        var next: Sidebar.Entry?
        /// Whether something on the page is not verified.
        var isDraft = false
    }

    /// The whole page.
    func page(_ parts: Parts) -> String {
        let isOpening = parts.file == "index.html"
        let title = isOpening ? configuration.title : "\(parts.title) · \(configuration.title)"
        var output = "<!DOCTYPE html>\n<html lang=\"\(escapedText(configuration.language))\">\n"
        output += head(title: title, parts)
        output += "<body>\n<a class=\"skip\" href=\"#\(PageAnchor.text)\">Skip to the text</a>\n"
        output += bar
        output += "<main id=\"\(PageAnchor.text)\" tabindex=\"-1\">\n<article>\n"
        output += parts.body
        output += "</article>\n"
        output += turn(parts)
        output += "</main>\n"
        output += outline(parts)
        output += sidebar.markup(for: parts.section ?? parts.file, isPage: parts.section == nil)
        output += parts.isDraft ? draftFooter : footer
        for preview in parts.previews {
            output += "<template id=\"\(escapedText(PageAnchor.preview(preview.label)))\">"
            output += preview.markup + "</template>\n"
        }
        output += "</body>\n</html>\n"
        return output
    }

    private func head(title: String, _ parts: Parts) -> String {
        var nodes: [Node] = [.tag("title", [:], title)]
        if !parts.description.isEmpty {
            nodes.append(.tag("meta", ["name": "description", "content": parts.description]))
        }
        if let previous = parts.previous {
            nodes.append(.tag("link", ["rel": "prev", "href": root + previous.address]))
        }
        if let next = parts.next { nodes.append(.tag("link", ["rel": "next", "href": root + next.address])) }
        return "<head>\n" + head + nodes.map { $0.serialised() + "\n" }.joined() + "</head>\n"
    }

    /// What all pages have in their heads.
    private static func head(_ configuration: BookConfiguration, root: String) -> String {
        var nodes: [Node] = [
            .tag("meta", ["charset": "utf-8"]),
            .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            .tag("meta", ["name": "color-scheme", "content": "light dark"]),
        ]
        if !configuration.authors.isEmpty {
            nodes.append(
                .tag("meta", ["name": "author", "content": configuration.authors.joined(separator: ", ")]))
        }
        nodes += [
            .tag("link", ["rel": "icon", "href": Self.icon]),
            .tag("link", ["rel": "stylesheet", "href": root + "assets/style.css"]),
            .tag("script", ["src": root + "assets/book.js"]),
        ]
        return nodes.map { $0.serialised() + "\n" }.joined()
    }

    /// An open book; inside the page, so that no browser asks for a file that is not there.
    private static let icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230a58a8' "
        + "d='M1 2.5h4.4C6.9 2.5 8 3.6 8 5v9c0-1-1-1.7-2-1.7H1zM15 2.5h-4.4C9.1 2.5 8 3.6 8 5v9c0-1 1-1.7 2-1.7h5z'/%3E%3C/svg%3E"

    private static func bar(title: String, root: String) -> String {
        let search = Node.tag(
            "div", ["class": "search", "role": "search"],
            [
                .tag(
                    "input",
                    [
                        "type": "search", "placeholder": "Search", "aria-label": "Search the book",
                        "role": "combobox",
                        "aria-autocomplete": "list", "aria-controls": PageAnchor.found,
                        "aria-expanded": "false",
                        "autocomplete": "off", "spellcheck": "false",
                    ]),
                .tag("ol", ["id": PageAnchor.found, "role": "listbox", "aria-label": "Found"]),
                .tag("span", ["class": "hide", "role": "status"]),
            ])
        let menu = Node.tag(
            "a", ["class": "menu", "href": "#" + PageAnchor.chapters, "aria-label": "Chapters"],
            [icon("M2 4h12M2 8h12M2 12h12")])
        let theme = Node.tag(
            "button", ["class": "theme", "type": "button", "aria-label": "Switch colours"],
            [icon("M8 1.8a6.2 6.2 0 1 0 0 12.4zM8 1.8a6.2 6.2 0 0 1 0 12.4")])
        let book = Node.tag("a", ["class": "book", "href": root + "index.html"], title)
        return Node.tag("header", ["class": "bar"], [menu, book, search, theme]).serialised() + "\n"
    }

    private static func icon(_ path: String) -> Node {
        .tag(
            "svg", ["class": "icon", "viewBox": "0 0 16 16", "aria-hidden": "true"],
            [.tag("path", ["d": path])])
    }

    private func turn(_ parts: Parts) -> String {
        guard parts.previous != nil || parts.next != nil else { return "" }
        func link(_ entry: Sidebar.Entry, _ relation: String, _ word: String) -> Node {
            .tag(
                "a", ["class": relation, "rel": relation, "href": root + entry.address],
                [.tag("span", [:], word), .trusted(entry.markup)])
        }
        var links: [Node] = []
        if let previous = parts.previous { links.append(link(previous, "prev", "Previous")) }
        if let next = parts.next { links.append(link(next, "next", "Next")) }
        return Node.tag("nav", ["class": "turn", "aria-label": "Previous and next"], links).serialised()
            + "\n"
    }

    private func outline(_ parts: Parts) -> String {
        guard !parts.outline.isEmpty else { return "" }
        return Node.tag(
            "nav", ["class": "outline", "aria-labelledby": PageAnchor.outline],
            [.tag("h2", ["id": PageAnchor.outline], "On this page"), .trusted(parts.outline)]
        ).serialised() + "\n"
    }

    private static func footer(_ configuration: BookConfiguration, _ evidence: String) -> String {
        var words: [Node] = []
        if !configuration.authors.isEmpty {
            words.append(.text(configuration.authors.joined(separator: ", ") + ". "))
        }
        words.append(.text(evidence))
        if let repository = configuration.repository,
            repository.hasPrefix("https://") || repository.hasPrefix("http://")
        {
            words += [" ", .tag("a", ["href": repository], "Sources of this book"), "."]
        }
        return Node.tag("footer", ["class": "foot"], [.tag("p", [:], words)]).serialised() + "\n"
    }
}
