import HTML
import SwiftSource

/// The page that lists the sources of a book's modules: every file by folder, with what it declares and what that is.
public enum SourceContents {
    /// The page's address within the site.
    public static let address = "source/index.html"
    /// The page's title.
    public static let title = "Source"

    /// The content of `<article>`.
    public static func body(_ pages: [(page: SourcePage, names: [SourcePage.Name])]) -> String {
        let modules = pages.map(\.page.module).uniqued
        var content: [Node] = [
            .tag("header", [:], [.tag("h1", [:], title)]),
            .tag(
                "p", [:],
                [.text("What the programs of this book import: ")]
                    + modules.enumerated().flatMap { index, module -> [Node] in
                        [index == 0 ? .empty : ", ", .tag("code", [:], module)]
                    } + ["."]),
        ]
        for folder in pages.map({ $0.page.folder }).uniqued {
            content.append(.tag("h2", ["id": folder], folder.replacing("/", with: " / ")))
            let items = pages.filter { $0.page.folder == folder }.flatMap { item($0.page, $0.names) }
            content.append(.tag("dl", ["class": "sources"], items))
        }
        return Node.fragment(content).serialised()
    }

    private static func item(_ page: SourcePage, _ names: [SourcePage.Name]) -> [Node] {
        let address = WebAddress.percentEncoded(
            component: String(page.address.dropFirst("source/".utf8.count)))
        // Members stand below their type; on their own only where the type is elsewhere.
        let types = Set(names.filter { $0.declaration.kind == .type }.map(\.declaration.path))
        let shown = names.filter { name in name.declaration.container.map { !types.contains($0) } ?? true }
        var listed: Set<String> = []
        var links: [Node] = []
        for name in shown where listed.insert(name.declaration.path).inserted {
            links.append(links.isEmpty ? .empty : ", ")
            let link = Node.tag(
                "a", ["href": "\(address)#\(WebAddress.percentEncoded(component: name.anchor))"],
                name.declaration.path)
            links.append(.tag("code", [:], [link]))
        }
        var description = links
        if !page.summary.isEmpty { description.append(.tag("p", [:], Summary(page.summary).nodes)) }
        return [.tag("dt", [:], [.tag("a", ["href": address], page.title)]), .tag("dd", [:], description)]
    }
}

extension SourcePage {
    /// The module and the folder within it.
    fileprivate var folder: String {
        ([module] + path.split(separator: "/").dropLast().map(String.init)).joined(separator: "/")
    }
}

extension Array where Element: Hashable {
    /// The elements, each once, in the order they first come.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
