import Manuscript

/// The anchors of one page, none given twice.
struct AnchorSet {
    /// The anchors in the order they were given.
    private(set) var all: [String] = []
    private var taken: Set<String> = []
    private var suffixes: [String: Int] = [:]

    /// Takes an anchor that the author named; false if it is taken already.
    mutating func claim(_ name: String) -> Bool {
        guard taken.insert(name).inserted else { return false }
        all.append(name)
        return true
    }

    /// An anchor for a text: GitHub's rule, with `-1`, `-2` and so on when it is taken.
    mutating func unique(for text: String) -> String {
        let slug = anchor(for: text)
        let base = slug.isEmpty ? "section" : slug
        var candidate = base
        while !claim(candidate) {
            suffixes[base, default: 0] += 1
            candidate = "\(base)-\(suffixes[base, default: 0])"
        }
        return candidate
    }
}
