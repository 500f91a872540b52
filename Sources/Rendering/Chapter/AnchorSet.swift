import CommonMark
import Manuscript

/// The anchors of one page, none given twice.
struct AnchorSet {
    /// The anchors in the order they were given.
    private(set) var all: [String] = []
    private var places: [String: Range<Int>?] = [:]
    private var suffixes: [String: Int] = [:]
    /// What the author calls something of the page, before or behind.
    private let named: Set<String>

    /// No anchors yet; those that are named are left to what has the name.
    init(named: Set<String> = []) {
        self.named = named
    }

    /// Takes an anchor; false if it is taken already.
    mutating func claim(_ name: String, at place: Range<Int>? = nil) -> Bool {
        guard places[name] == nil else { return false }
        places[name] = .some(place)
        all.append(name)
        return true
    }

    /// Where that stands which has an anchor.
    func place(of name: String) -> Range<Int>? { places[name] ?? nil }

    /// An anchor for a text: GitHub's rule, with `-1`, `-2` and so on when it is taken.
    mutating func unique(for text: String) -> String {
        let slug = anchor(for: text)
        let base = slug.isEmpty ? "section" : slug
        var candidate = base
        while named.contains(candidate) || !claim(candidate) {
            suffixes[base, default: 0] += 1
            candidate = "\(base)-\(suffixes[base, default: 0])"
        }
        return candidate
    }
}

extension Chapter {
    /// Every name that the author gave something of the page.
    func givenNames(in document: Document) -> Set<String> {
        var names = Set(labels.map(\.id))
        names.formUnion(blocks.compactMap(\.id))
        document.walk { block in
            if case .heading(_, let id?, _) = block.kind { names.insert(id) }
        }
        return names
    }
}
