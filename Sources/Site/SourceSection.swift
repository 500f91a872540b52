import Diagnostics
import Foundation
import HTML
import Manuscript
import Rendering
import Storage
import Synchronization

/// The pages of the sources of the modules that a book imports.
///
/// What was rendered is kept, so that Swift is only read again where it changed; and what the modules declare is only
/// loaded if a chapter is to be rendered.
final class SourceSection: Sendable {
    /// The pages, in the order of the modules and of their files.
    let pages: [SourcePage]
    /// What tells one state of the modules' declarations from another.
    let declarations: String
    /// The content of the page that lists the others.
    private let contents: String
    private let key: String
    private let files: [ModuleFile]
    private let store: Store?
    private let known: Mutex<SourceLinks?>

    /// The names of every page, apart from the pages because they are seldom needed.
    private struct Names: Codable {
        /// That of the pages they belong to.
        var key: String
        var names: [[SourcePage.Name]]
    }

    private struct Record: Codable {
        /// The fingerprint of all files and of the tool.
        var key: String
        /// The fingerprint of each file and of the tool.
        var fileKeys: [String]
        var pages: [SourcePage]
        var contents: String
        var declarations: String
    }

    /// Reads the modules' files, and renders those that have changed.
    init(
        _ modules: [(name: String, folder: String)], cacheFolder: String?, tool: String
    ) async throws(DiagnosticError) {
        var files: [ModuleFile] = []
        var keys: [String] = []
        for (name, folder) in modules {
            guard let root = Files.resolved(folder) else { continue }
            for path in try Files.tree(root, skippingHidden: true)
            where path.hasSuffix(".swift") && !path.contains(".docc/") {
                // What a symbolic link leads to may be anywhere.
                guard let file = Files.resolved("\(root)/\(path)"), file.hasPrefix(root + "/") else {
                    continue
                }
                let bytes = try Files.read(file)
                files.append(ModuleFile(module: name, path: path, bytes: bytes))
                keys.append("\(Fingerprint("\(tool) \(name)/\(path)"))\(Fingerprint(bytes))")
            }
        }
        self.files = files
        let store = files.isEmpty ? nil : cacheFolder.map(Store.memos)
        self.store = store
        key = Fingerprint(keys.joined(separator: "\n")).description
        let name = modules.map(\.folder).joined(separator: "\n")
        let record: Record? = store.flatMap { $0.memo(.sources, name) }
        if let record, record.key == key {
            pages = record.pages
            contents = record.contents
            declarations = record.declarations
            known = Mutex(nil)
            return
        }
        var old: [String: (page: SourcePage, names: [SourcePage.Name])] = [:]
        if let record, let names = Self.names(record.key, in: store) {
            for (key, known) in zip(record.fileKeys, zip(record.pages, names)) { old[key] = known }
        }
        let rendered = await Self.render(files) { old[keys[$0]] }
        pages = rendered.map(\.page)
        contents = files.isEmpty ? "" : SourceContents.body(rendered)
        known = Mutex(files.isEmpty ? nil : SourceLinks(rendered))
        declarations = files.isEmpty ? "" : Self.fingerprint(of: rendered)
        store?.remember(Names(key: key, names: rendered.map(\.names)), .sourceNames, key)
        store?.remember(
            Record(key: key, fileKeys: keys, pages: pages, contents: contents, declarations: declarations),
            .sources, name)
    }

    /// Renders files side by side, except those that are known.
    private static func render(
        _ files: [ModuleFile], known: (Int) -> (page: SourcePage, names: [SourcePage.Name])?
    ) async -> [(page: SourcePage, names: [SourcePage.Name])] {
        await withTaskGroup(of: (Int, (page: SourcePage, names: [SourcePage.Name])).self) { group in
            var pages = files.indices.map(known)
            for (index, file) in files.enumerated() where pages[index] == nil {
                group.addTask { (index, file.page()) }
            }
            for await (index, page) in group { pages[index] = page }
            return pages.compactMap(\.self)
        }
    }

    /// Where names in Swift lead; nil if the book has no modules with sources.
    var links: SourceLinks? {
        guard !files.isEmpty else { return nil }
        return known.withLock { known in
            if let known { return known }
            let links: SourceLinks
            if let names = Self.names(key, in: store) {
                links = SourceLinks(zip(pages, names).map { (page: $0, names: $1) })
            } else {
                links = SourceLinks(files.map { $0.page() })
            }
            known = links
            return links
        }
    }

    /// What the search box finds of each file.
    var symbols: [SearchIndex.Symbols] {
        pages.filter { !$0.symbols.isEmpty }.map {
            SearchIndex.Symbols(
                address: WebAddress.percentEncoded(component: $0.address),
                names: $0.symbols.map { ($0.anchor, $0.name, $0.summary) })
        }
    }

    /// The files of the section within the site.
    func site(
        configuration: BookConfiguration, entries: [Sidebar.Entry], isDraft: Bool
    ) -> [(file: String, page: [UInt8])] {
        guard !pages.isEmpty else { return [] }
        var templates: [Int: PageTemplate] = [:]
        func page(_ parts: PageTemplate.Parts) -> (file: String, page: [UInt8]) {
            let depth = parts.file.utf8.count { $0 == UInt8(ascii: "/") }
            let template =
                templates[depth]
                ?? PageTemplate(
                    configuration: configuration,
                    sidebar: Sidebar(entries, root: String(repeating: "../", count: depth)))
            templates[depth] = template
            return (parts.file, Array(template.page(parts).utf8))
        }
        let list = PageTemplate.Parts(
            file: SourceContents.address, title: SourceContents.title, body: contents,
            previous: entries.dropLast().last, isDraft: isDraft)
        return [page(list)]
            + pages.map { source in
                page(
                    PageTemplate.Parts(
                        file: source.address, section: SourceContents.address,
                        title: "\(source.module)/\(source.path)", body: source.body,
                        outline: source.outline, isDraft: isDraft))
            }
    }

    /// What a chapter can say about the modules: which names there are, where they are and what they are.
    private static func fingerprint(of pages: [(page: SourcePage, names: [SourcePage.Name])]) -> String {
        var lines: [String] = []
        for (page, names) in pages {
            lines.append("\(page.module) \(page.address)")
            for name in names {
                let declaration = name.declaration
                lines.append(
                    [
                        name.anchor, declaration.kind.rawValue, declaration.signature, declaration.summary,
                        declaration.inherited.joined(separator: " "),
                    ].joined(separator: "\u{0}"))
            }
        }
        return Fingerprint(lines.joined(separator: "\n")).description
    }

    /// The names that were kept with some pages.
    private static func names(_ key: String, in store: Store?) -> [[SourcePage.Name]]? {
        guard let kept: Names = store?.memo(.sourceNames, key), kept.key == key else { return nil }
        return kept.names
    }
}
