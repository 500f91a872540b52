import Diagnostics
import Manuscript
import Rendering

/// Checks every link of the book that does not leave it, and lists those that do.
struct LinkCheck {
    /// Anchors by page.
    private let anchors: [String: Set<String>]
    /// Whether the book's folder has a file.
    private let hasFile: (String) -> Bool
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var externalLinks: [ExternalLink] = []
    /// The files of the book's folder that pages need.
    private(set) var files: Set<String> = []

    init(anchors: [String: Set<String>], hasFile: @escaping (String) -> Bool) {
        self.anchors = anchors
        self.hasFile = hasFile
    }

    /// Checks the links of one page.
    mutating func check(_ links: [PageLink], of file: String, in chapter: Chapter) {
        for link in links {
            let location = chapter.file.location(link.range)
            switch link.target {
            case .external(let address):
                externalLinks.append(ExternalLink(address: address, location: location))
            case .file(let path):
                if !files.contains(path), !hasFile(path) {
                    diagnostics.append(
                        .error(
                            "the book's folder has no file \(path)", at: location,
                            help: "put it there, or mend the path: it is relative to the chapter"))
                }
                files.insert(path)
            case .page(let target, let anchor):
                let page = target.isEmpty ? file : target
                guard let anchor, !anchor.isEmpty, let known = anchors[page], !known.contains(anchor) else {
                    continue
                }
                let suggestion = nearest(to: anchor, among: known.sorted())
                diagnostics.append(
                    .error(
                        "\(page) has no anchor '\(anchor)'", at: location,
                        help: suggestion.map { "did you mean '\($0)'?" }
                            ?? "a heading's anchor is its text in lower case with hyphens, or its {#id}"))
            }
        }
    }
}
