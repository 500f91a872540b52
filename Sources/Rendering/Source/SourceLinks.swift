import HTML
import SwiftSource

/// Where the names in a book's programs lead: to the pages of the sources of its modules.
public struct SourceLinks: Sendable {
    /// Where one name leads.
    struct Target {
        /// The page's address within the site.
        var page: String
        var anchor: String
        /// The declaration and what it is, for whoever points at the link.
        var title: String

        var address: String {
            WebAddress.percentEncoded(component: page) + "#" + WebAddress.percentEncoded(component: anchor)
        }
    }

    private let index: DeclarationIndex
    private let pages: [String]
    private let anchors: [[Int: String]]
    /// The modules with sources.
    let modules: Set<String>

    /// The links to some pages.
    public init(_ pages: [(page: SourcePage, names: [SourcePage.Name])]) {
        index = DeclarationIndex(pages.map { ($0.page.module, $0.names.map(\.declaration)) })
        self.pages = pages.map(\.page.address)
        anchors = pages.map { page in
            Dictionary(
                page.names.map { ($0.declaration.range.lowerBound, $0.anchor) },
                uniquingKeysWith: { first, _ in first })
        }
        modules = Set(pages.map(\.page.module))
    }

    /// Where a name leads, if it can be told for certain what it means.
    func target(of use: NameUse, in scope: NameScope) -> Target? {
        guard let entry = index.resolve(use, in: scope),
            let anchor = anchors[entry.file][entry.declaration.range.lowerBound]
        else { return nil }
        let signature = entry.declaration.signature
        let start = signature.count > 160 ? signature.prefix(159) + "…" : signature[...]
        let summary = Summary(entry.declaration.summary).text
        return Target(
            page: pages[entry.file], anchor: anchor,
            title: summary.isEmpty ? String(start) : "\(start)\n\(summary)")
    }
}
