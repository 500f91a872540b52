import HTML
import Manuscript

/// How works are written down.
public enum Bibliography {
    /// The page that lists the works of a book.
    public static let page = "references.html"

    /// The works that a book cites, each with the year that its citations name.
    public static func cited(in book: Book) -> [(reference: Reference, year: String)] {
        let marks = marks(of: book.references)
        return book.references.filter { book.citations.places[$0.key] != nil }
            .map { ($0, marks[$0.key] ?? $0.year) }
    }

    /// A work's entry in the list: authors, year, title, where it appeared, and a link to it.
    ///
    /// - Parameter year: The year with the letter that tells works of one year apart: `1990a`.
    public static func entry(_ reference: Reference, year: String) -> Node {
        var nodes: [Node] = [.text("\(reference.allAuthors) (\(year)). ")]
        if let container = reference.container {
            nodes.append(.text(sentence(reference.title) + " "))
            nodes.append(.tag("cite", [:], container))
            if let volume = reference.volume {
                nodes.append(", ")
                nodes.append(.tag("em", [:], volume))
                if let issue = reference.issue { nodes.append(.text("(\(issue))")) }
            }
            if let pages = reference.pages { nodes.append(.text(", " + pages.replacing("-", with: "–"))) }
            nodes.append(".")
        } else {
            nodes.append(.tag("cite", [:], reference.title))
            nodes.append(".")
        }
        if let publisher = reference.publisher { nodes.append(.text(" \(sentence(publisher))")) }
        if let address = reference.address {
            nodes.append(" ")
            nodes.append(.tag("a", ["href": address], shown(address)))
        }
        return .fragment(nodes)
    }

    /// The year that stands in the citations of each work, with a letter where authors and year alone are ambiguous.
    public static func marks(of references: [Reference]) -> [String: String] {
        let groups = Dictionary(grouping: references) { "\($0.shortAuthors)|\($0.year)" }
        var marks: [String: String] = [:]
        for group in groups.values {
            for (index, reference) in group.enumerated() {
                let letter = group.count > 1 ? letters(index) : ""
                marks[reference.key] = reference.year + letter
            }
        }
        return marks
    }

    private static func sentence(_ text: String) -> String {
        [".", "?", "!"].contains(text.suffix(1)) ? text : text + "."
    }

    /// An address without its scheme, which breaks at its slashes and nowhere else.
    private static func shown(_ address: String) -> [Node] {
        let shown = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
        let parts = shown.split(separator: "/", omittingEmptySubsequences: false)
        return parts.enumerated().flatMap { index, part -> [Node] in
            let isLast = index + 1 == parts.count
            let piece = LineBreaks.together([.text(part + (isLast ? "" : "/"))])
            return isLast ? [piece] : [piece, .tag("wbr")]
        }
    }
}

extension Reference {
    /// Where the work can be read: only addresses of the web count.
    var address: String? {
        if let doi { return "https://doi.org/" + WebAddress.percentEncoded(url: doi) }
        guard let url, ["http", "https"].contains(WebAddress.scheme(of: url)) else { return nil }
        return WebAddress.percentEncoded(url: url)
    }

    /// The authors as a citation names them: `Elman`, `Hochreiter & Schmidhuber`, `Cho et al.`
    var shortAuthors: String {
        switch authors.count {
        case 0: title
        case 1: authors[0].family
        case 2: "\(authors[0].family) & \(authors[1].family)"
        default: "\(authors[0].family) et al."
        }
    }

    /// All authors, family names first.
    fileprivate var allAuthors: String {
        let names = authors.map { $0.given.isEmpty ? $0.family : "\($0.family), \(initials(of: $0.given))" }
        guard names.count > 1, let last = names.last else { return names.first ?? title }
        return names.dropLast().joined(separator: ", ") + ", & " + last
    }
}

/// `Jürgen` and `Jeffrey L.` as `J.` and `J. L.`
private func initials(of given: String) -> String {
    given.split(whereSeparator: \.isWhitespace).map { name in
        name.split(separator: "-").map { $0.prefix(1) + "." }.joined(separator: "-")
    }.joined(separator: " ")
}

/// `a` to `z`, then `aa` and so on.
private func letters(_ index: Int) -> String {
    let last = String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index % 26))))
    return index < 26 ? last : letters(index / 26 - 1) + last
}
