import Diagnostics
import Manuscript
import Rendering

/// Checks every link of the book that does not leave it, and lists those that do.
struct LinkCheck {
    /// What stands at a path within the book's folder.
    enum Finding: Sendable {
        case file
        case folder
        /// A symbolic link to something that is not in the book's folder.
        case strayLink
        case nothing
    }

    /// Anchors by page.
    private let anchors: [String: Set<String>]
    /// The names of hidden blocks by page.
    private let hidden: [String: Set<String>]
    /// The pages of the chapters' files.
    private let chapters: [String: String]
    private let find: (String) -> Finding
    private(set) var externalLinks: [ExternalLink] = []
    /// The files of the book's folder that pages need.
    private(set) var files: Set<String> = []

    /// A check of a book's links.
    ///
    /// - Parameters:
    ///   - pages: The pages of the chapters' files.
    ///   - anchors: The anchors of every page.
    ///   - find: What stands at a path within the book's folder.
    init(
        _ book: Book, pages: [String: String], anchors: [String: Set<String>],
        find: @escaping (String) -> Finding
    ) {
        chapters = pages
        self.anchors = anchors
        self.find = find
        hidden = Dictionary(
            book.chapters.map { chapter in
                let blocks = chapter.blocks.filter { $0.visibility == .hidden }
                return (chapter.pageFile, Set(blocks.compactMap(\.id)))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Checks the links of one page, and gives what is wrong with them.
    mutating func check(_ links: [PageLink], of file: String, in chapter: Chapter) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for link in links {
            let location = chapter.file.location(link.range)
            switch link.target {
            case .external(let address):
                externalLinks.append(ExternalLink(address: address, location: location))
            case .file(let path):
                if !files.contains(path), let mistake = mistake(inFile: path, at: location) {
                    diagnostics.append(mistake)
                }
                files.insert(path)
            case .unlisted(let path):
                diagnostics.append(mistake(inUnlisted: path, at: location))
            case .page(let target, let anchor):
                let page = target.isEmpty ? file : target
                if let anchor, let mistake = mistake(in: anchor, of: page, at: location) {
                    diagnostics.append(mistake)
                }
            }
        }
        return diagnostics
    }

    private func mistake(inFile path: String, at location: SourceLocation) -> Diagnostic? {
        switch find(path) {
        case .file: return nil
        case .folder:
            return .error("\(path) is a folder", at: location, help: "link to a file in it")
        case .strayLink:
            return .error(
                "\(path) is a symbolic link that leads out of the book's folder", at: location,
                help: "put the file itself there: a site has only files of its book")
        case .nothing:
            let chapter = chapters.filter { $0.value == path }.keys.sorted().first
            return .error(
                "the book's folder has no file \(path)", at: location,
                help: chapter.map { "did you mean \($0)? A link to a chapter names its file" }
                    ?? "put it there, or mend the path: it is relative to the chapter")
        }
    }

    private func mistake(inUnlisted path: String, at location: SourceLocation) -> Diagnostic {
        switch find(path) {
        case .file:
            return .error(
                "book.yml does not list \(path), so it has no page", at: location,
                help: "add it there to chapters or appendices, or link to something else")
        case .folder, .strayLink, .nothing:
            let suggestion = nearest(to: path, among: chapters.keys.sorted())
            return .error(
                "the book has no chapter \(path)", at: location,
                help: suggestion.map { "did you mean \($0)?" }
                    ?? "write it and name it in book.yml, or link to something else")
        }
    }

    private func mistake(in anchor: String, of page: String, at location: SourceLocation) -> Diagnostic? {
        guard !anchor.isEmpty, let known = anchors[page], !known.contains(anchor) else { return nil }
        if hidden[page]?.contains(anchor) == true {
            return .error(
                "the block '\(anchor)' is hidden, so there is nothing to lead to", at: location,
                help: "write 'folded' instead of 'hidden', or take the reference out")
        }
        return .error(
            "\(page) has no anchor '\(anchor)'", at: location,
            help: nearest(to: anchor, among: known.sorted()).map { "did you mean '\($0)'?" }
                ?? "a heading's anchor is its text in lower case with hyphens, or its {#id}")
    }
}
