import HTML
import Manuscript
import Rendering

/// What surrounds the text of every page: bar, contents of the page, chapters, footer.
struct PageTemplate {
    let configuration: BookConfiguration
    let sidebar: Sidebar
    private let head: String
    /// The bar of a page with contents of its own, and of one without.
    private let bars: (outlined: String, plain: String)
    private let footer: String
    private let draftFooter: String
    /// What leads from the page to the folder of the site.
    private var root: String { sidebar.root }

    init(configuration: BookConfiguration, sidebar: Sidebar) {
        self.configuration = configuration
        self.sidebar = sidebar
        head = Self.head(configuration, root: sidebar.root)
        let bar = { Self.bar(title: configuration.title, root: sidebar.root, isOutlined: $0) }
        bars = (bar(true), bar(false))
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
        var previous: Sidebar.Entry?
        var next: Sidebar.Entry?
        /// Whether something on the page is not verified.
        var isDraft = false
        /// Whether the page is shown at addresses that are not its own.
        var isNowhere = false
    }

    /// The whole page.
    func page(_ parts: Parts) -> String {
        let isOpening = parts.file == "index.html"
        let title = isOpening ? configuration.title : "\(parts.title) · \(configuration.title)"
        let kind = parts.body.contains("<math") ? " class=\"mathematical\"" : ""
        var output = "<!DOCTYPE html>\n<html lang=\"\(escapedText(configuration.language))\"\(kind)>\n"
        output += head(title: title, parts)
        output += "<body>\n<a class=\"skip\" href=\"#\(PageAnchor.text)\">Skip to the text</a>\n"
        output += parts.outline.isEmpty ? bars.plain : bars.outlined
        output += "<main id=\"\(PageAnchor.text)\" tabindex=\"-1\">\n<article>\n"
        output += parts.body
        output += "</article>\n"
        output += turn(parts)
        output += "</main>\n"
        output += outline(parts)
        output += sidebar.markup(for: parts.section ?? parts.file, isPage: parts.section == nil)
        output += parts.isDraft ? draftFooter : footer
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
        nodes += Self.identity(of: parts, title: title, configuration)
        if let next = parts.next { nodes.append(.tag("link", ["rel": "next", "href": root + next.address])) }
        return "<head>\n" + head + nodes.map { $0.serialised() + "\n" }.joined() + "</head>\n"
    }

    /// What the page is, for those who link to it.
    private static func identity(of parts: Parts, title: String, _ configuration: BookConfiguration) -> [Node]
    {
        var properties = [
            ("og:type", parts.file == "index.html" ? "website" : "article"), ("og:title", title),
            ("og:site_name", configuration.title),
        ]
        if !parts.description.isEmpty { properties.append(("og:description", parts.description)) }
        var nodes: [Node] = []
        if let address = configuration.address, !parts.isNowhere {
            let page = parts.file == "index.html" ? "" : WebAddress.percentEncoded(component: parts.file)
            nodes.append(.tag("link", ["rel": "canonical", "href": address + page]))
            properties.append(("og:url", address + page))
        }
        return nodes + properties.map { .tag("meta", ["property": $0.0, "content": $0.1]) }
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
        "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E%3Cpath%20"
        + "fill='%230a58a8'%20d='M1%202.5h4.4C6.9%202.5%208%203.6%208%205v9c0-1-1-1.7-2-1.7H1zM15%202.5h-4.4"
        + "C9.1%202.5%208%203.6%208%205v9c0-1%201-1.7%202-1.7h5z'/%3E%3C/svg%3E"

    private static func bar(title: String, root: String, isOutlined: Bool) -> String {
        let search = Node.tag(
            "div", ["class": "search", "role": "search"],
            [
                icon("M7 2.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 0 0 0-9.6zM10.5 10.5l3.5 3.5"),
                .tag(
                    "input",
                    [
                        "type": "text", "enterkeyhint": "search",
                        "placeholder": "Search", "aria-label": "Search the book",
                        "role": "combobox",
                        "aria-autocomplete": "list", "aria-controls": PageAnchor.found,
                        "aria-expanded": "false",
                        "autocomplete": "off", "spellcheck": "false",
                    ]),
                .tag(
                    "div", ["class": "found"],
                    [
                        .tag("p", ["role": "status"]),
                        .tag("ol", ["id": PageAnchor.found, "role": "listbox", "aria-label": "Found"]),
                    ]),
            ])
        func opener(_ kind: String, of id: String, _ name: String, _ path: String) -> Node {
            .tag(
                "button",
                ["class": kind, "type": "button", "popovertarget": id, "aria-label": name], [icon(path)])
        }
        let menu = opener("menu", of: PageAnchor.chapters, "Chapters", "M2 4h12M2 8h12M2 12h12")
        let outline =
            isOutlined
            ? opener(
                "headings", of: PageAnchor.outline, "On this page",
                "M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.1M2 8h.1M2 12h.1") : .empty
        let theme = Node.tag(
            "button", ["class": "theme", "type": "button", "aria-label": "Switch colours"],
            [icon("M8 1.8a6.2 6.2 0 1 0 0 12.4zM8 1.8a6.2 6.2 0 0 1 0 12.4")])
        let book = Node.tag("a", ["class": "book", "href": root + "index.html"], title)
        return Node.tag("header", ["class": "bar"], [menu, book, search, outline, theme]).serialised() + "\n"
    }

    /// What closes a list that lies over the page.
    static func closer(of id: String) -> Node {
        .tag(
            "button",
            [
                "class": "close", "type": "button", "popovertarget": id, "popovertargetaction": "hide",
                "aria-label": "Close",
            ], [icon("M4 4l8 8M12 4l-8 8")])
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
            "nav",
            [
                "class": "outline", "id": PageAnchor.outline, "popover": "auto",
                "aria-labelledby": PageAnchor.outlineTitle,
            ],
            [
                Self.closer(of: PageAnchor.outline),
                .tag("h2", ["id": PageAnchor.outlineTitle], "On this page"), .trusted(parts.outline),
            ]
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
