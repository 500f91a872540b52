import Diagnostics
import HTML
import Storage

/// Where the links of a book lead.
public struct BookLinks: Sendable {
    /// The files of the book's folder that its pages need, sorted.
    public let files: [String]
    /// Links that lead out of the book, in the order they stand in it. A build asks the network for nothing, so they
    /// are not checked.
    public let external: [ExternalLink]
}

/// A link that leads out of the book.
public struct ExternalLink: Sendable, Hashable {
    /// The address.
    public let address: String
    /// Where it stands.
    public let location: SourceLocation
}

/// Checks every link of the book that does not leave it, and lists those that do.
struct LinkCheck {
    private let folder: String
    private let labels: LabelIndex
    /// The chapters by the names of their files.
    private let chapters: [String: Chapter]
    private var external: [ExternalLink] = []
    private var files: Set<String> = []
    private var diagnostics: [Diagnostic] = []

    /// Checks the links of some chapters of a book.
    static func check(
        _ chapters: [Chapter], folder: String, labels: LabelIndex, _ diagnostics: inout [Diagnostic]
    ) -> BookLinks {
        var check = LinkCheck(chapters, folder: folder, labels: labels)
        for chapter in chapters { check.check(chapter) }
        diagnostics += check.diagnostics
        return BookLinks(files: check.files.sorted(), external: check.external)
    }

    private init(_ chapters: [Chapter], folder: String, labels: LabelIndex) {
        self.folder = folder
        self.labels = labels
        self.chapters = Dictionary(
            chapters.map { ($0.fileName, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func check(_ chapter: Chapter) {
        for link in chapter.links {
            let location = chapter.file.location(link.range)
            let mistake: Diagnostic? =
                switch link.target {
                case .name(let name): mistake(inName: name, link, chapter, at: location)
                case .chapter(let path, let anchor):
                    mistake(inChapter: path, anchor, link, chapter, at: location)
                case .file(let path): mistake(inFile: path, at: location)
                case .address(let address):
                    noteExternal(address, at: location)
                }
            if let mistake {
                diagnostics.append(mistake)
            } else if link.isBlank, !link.takesWords(labels, chapters) {
                diagnostics.append(
                    .error(
                        "this link has no words", at: chapter.file.location(link.wholeRange),
                        help:
                            "write them between the brackets; only chapters and labels have words of their own"
                    ))
            }
        }
    }

    private mutating func noteExternal(_ address: String, at location: SourceLocation) -> Diagnostic? {
        external.append(ExternalLink(address: address, location: location))
        return nil
    }

    /// A link to a label of the book, or to an anchor of its own page.
    private func mistake(
        inName name: String, _ link: Chapter.PlacedLink, _ chapter: Chapter, at location: SourceLocation
    ) -> Diagnostic? {
        if let label = labels[name] {
            let page = chapters.values.first { $0.slug == label.chapter } ?? chapter
            if link.hasNumber, label.number == nil {
                return .error(
                    "'\(name)' has no number to stand for %s", at: location,
                    help: "write words without %s, or none")
            }
            return mistake(inAnchor: name, of: page, at: location)
        }
        guard link.isBlank || link.hasNumber else {
            return mistake(inAnchor: WebAddress.percentDecoded(name), of: chapter, at: location)
        }
        return .error(
            "there is no label '\(name)'", at: location,
            help: labels.suggestion(for: name, after: diagnostics.count).map { "did you mean '\($0)'?" }
                ?? Label.help(forMissing: name))
    }

    private func mistake(
        inChapter path: String, _ anchor: String?, _ link: Chapter.PlacedLink, _ chapter: Chapter,
        at location: SourceLocation
    ) -> Diagnostic? {
        if let page = chapters[path] {
            return anchor.flatMap { mistake(inAnchor: $0, of: page, at: location) }
        }
        switch find(path) {
        case .file:
            return .error(
                "book.yml does not list \(path), so it has no page", at: location,
                help: "add it there to chapters or appendices, or link to something else")
        case .folder, .strayLink, .nothing:
            return .error(
                "the book has no chapter \(path)", at: location,
                help: nearest(to: path, among: chapters.keys.sorted(), after: diagnostics.count).map {
                    "did you mean \($0)?"
                }
                    ?? "write it and name it in book.yml, or link to something else")
        }
    }

    private func mistake(inAnchor anchor: String, of page: Chapter, at location: SourceLocation)
        -> Diagnostic?
    {
        // The glossary lists the terms of all chapters.
        let isTerm = page.slug == "glossary" && labels[anchor]?.kind == .term
        guard !anchor.isEmpty, !page.anchors.contains(anchor), !isTerm else { return nil }
        if page.blocks.contains(where: { $0.visibility == .hidden && $0.id == anchor }) {
            return .error(
                "the block '\(anchor)' is hidden, so there is nothing to lead to", at: location,
                help: "write 'folded' instead of 'hidden', or take the reference out")
        }
        return .error(
            "\(page.pageFile) has no anchor '\(anchor)'", at: location,
            help: nearest(to: anchor, among: page.anchors.sorted(), after: diagnostics.count)
                .map { "did you mean '\($0)'?" }
                ?? "a heading's anchor is its text in lower case with hyphens, or its {#id}")
    }

    private mutating func mistake(inFile path: String, at location: SourceLocation) -> Diagnostic? {
        guard files.insert(path).inserted else { return nil }
        switch find(path) {
        case .file: return nil
        case .folder:
            return .error("\(path) is a folder", at: location, help: "link to a file in it")
        case .strayLink:
            return .error(
                "\(path) is a symbolic link that leads out of the book's folder", at: location,
                help: "put the file itself there: a site has only files of its book")
        case .nothing:
            let chapter = chapters.filter { $0.value.pageFile == path }.keys.sorted().first
            return .error(
                "the book's folder has no file \(path)", at: location,
                help: chapter.map { "did you mean \($0)? A link to a chapter names its file" }
                    ?? "put it there, or mend the path: it is relative to the chapter")
        }
    }

    /// What stands at a path within the book's folder.
    private enum Finding {
        case file
        case folder
        /// A symbolic link to something that is not in the book's folder.
        case strayLink
        case nothing
    }

    private func find(_ path: String) -> Finding {
        guard let root = Files.resolved(folder), let file = Files.resolved("\(folder)/\(path)") else {
            return .nothing
        }
        guard file.hasPrefix(root + "/") else { return .strayLink }
        if (try? Files.read(file)) != nil { return .file }
        return (try? Files.names(in: file)) != nil ? .folder : .nothing
    }
}

extension Chapter.PlacedLink {
    /// Whether a link without words has those of what it leads to: a label's, or a chapter's title.
    fileprivate func takesWords(_ labels: LabelIndex, _ chapters: [String: Chapter]) -> Bool {
        switch target {
        case .name(let name): labels[name] != nil
        case .chapter(let path, nil): chapters[path] != nil
        case .chapter(let path, let anchor?):
            labels[anchor].map { $0.chapter == chapters[path]?.slug } ?? false
        case .file, .address: false
        }
    }
}
