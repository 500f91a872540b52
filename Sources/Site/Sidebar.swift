import HTML
import Manuscript
import Rendering

/// The list of chapters beside every page. In a long book it shows the chapters near the page's own, so that the size
/// of the site grows with the book and not with its square.
struct Sidebar {
    /// A page of the book.
    struct Entry {
        var address: String
        /// A chapter's number, or nothing.
        var number: String
        var markup: String
        /// The title of the part of the book that begins with it.
        var part: String?
        /// Whether a line sets it apart from what stands above it.
        var startsGroup = false

        /// The part's title, to stand above it in a list; nothing if none begins.
        var partItem: Node { part.map { .tag("li", ["class": "part"], $0) } ?? .empty }
    }

    let entries: [Entry]
    /// What leads from the page to the folder of the site: nothing, or `../`.
    let root: String
    private let positions: [String: Int]
    private let items: [String]

    /// How many entries are shown whole; of a longer list, as many around the page's own.
    static let limit = 60

    init(_ entries: [Entry], root: String = "") {
        self.entries = entries
        self.root = root
        positions = Dictionary(
            entries.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { first, _ in first })
        items = entries.map { Sidebar.item($0, root: root) }
    }

    /// The entry before and after a page.
    func neighbours(of address: String) -> (previous: Entry?, next: Entry?) {
        guard let position = positions[address] else { return (nil, nil) }
        return (
            position > 0 ? entries[position - 1] : nil,
            position + 1 < entries.count ? entries[position + 1] : nil
        )
    }

    /// The list, with one entry marked as the one being read, or as what the page being read is part of.
    func markup(for address: String, isPage: Bool = true) -> String {
        let current = positions[address]
        var range = entries.indices
        if entries.count > Self.limit {
            let start = min(max((current ?? 0) - Self.limit / 2, 0), entries.count - Self.limit)
            range = start..<(start + Self.limit)
        }
        let closer = PageTemplate.closer(of: PageAnchor.chapters)
        var output = """
            <nav class="chapters" id="\(PageAnchor.chapters)" popover="auto" aria-labelledby="\(PageAnchor.chaptersTitle)">
            \(closer.serialised())
            <h2 id="\(PageAnchor.chaptersTitle)">Chapters</h2>
            <ol>

            """
        if range.lowerBound > 0 { output += items[0] + gap }
        for index in range {
            output +=
                index == current
                ? Self.item(entries[index], root: root, current: isPage ? "page" : "true") : items[index]
        }
        if range.upperBound < entries.count { output += gap }
        output += "</ol>\n</nav>\n"
        return output
    }

    private var gap: String { "<li class=\"gap\"><a href=\"\(root)index.html\">All chapters …</a></li>\n" }

    private static func item(_ entry: Entry, root: String, current: String? = nil) -> String {
        var attributes = [Attribute("href", root + entry.address)]
        if let current { attributes.append(Attribute("aria-current", current)) }
        var content: [Node] = [.tag("span", [:], [.trusted(entry.markup)])]
        if !entry.number.isEmpty { content.insert(.tag("span", ["class": "number"], entry.number), at: 0) }
        let link = Node.element(Element("a", attributes, content))
        let item = Node.element(Element("li", entry.startsGroup ? [Attribute("class", "apart")] : [], [link]))
        return Node.fragment([entry.partItem, item]).serialised() + "\n"
    }
}
