/// The names of one page, none given twice: those that the author gave, and those of headings without one.
struct NameTable {
    /// Where each name that the author gave stands.
    private var places: [String: Range<Int>] = [:]
    /// Where each block with an `id=` stands, hidden ones included.
    private var blocks: [String: Range<Int>] = [:]
    /// What the author calls something that has no place on the page, such as a hidden block.
    private var reserved: Set<String> = []
    /// The headings in order, by name or by text.
    private var headings: [(name: String?, text: String)] = []
    private(set) var all: Set<String> = []

    /// Takes a name; or gives the place of what has it already.
    mutating func claim(_ name: String, at place: Range<Int>) -> Range<Int>? {
        if let first = places[name] { return first }
        places[name] = place
        return nil
    }

    /// Takes an `id=` for a block; or gives the place of the block that has it already.
    mutating func claimBlock(_ id: String, at place: Range<Int>) -> Range<Int>? {
        if let first = blocks[id] { return first }
        blocks[id] = place
        return nil
    }

    /// Keeps a name from being given to a heading.
    mutating func reserve(_ name: String) { reserved.insert(name) }

    /// Adds a heading, and gives its place among the headings.
    mutating func addHeading(name: String?, text: String) -> Int {
        headings.append((name, text))
        return headings.count - 1
    }

    /// The anchors of the headings and of the heading above the footnotes, when all names are known.
    ///
    /// A heading without a name has GitHub's: its text, with `-1`, `-2` and so on when that is taken.
    mutating func headingAnchors(notes title: String) -> (headings: [String], notes: String) {
        var given: Set<String> = []
        var suffixes: [String: Int] = [:]
        func anchor(for text: String) -> String {
            let slug = Anchor.named(text)
            let base = slug.isEmpty ? "section" : slug
            var candidate = base
            while places[candidate] != nil || reserved.contains(candidate) || given.contains(candidate) {
                suffixes[base, default: 0] += 1
                candidate = "\(base)-\(suffixes[base, default: 0])"
            }
            given.insert(candidate)
            return candidate
        }
        let anchors = headings.map { $0.name ?? anchor(for: $0.text) }
        let notes = anchor(for: title)
        all = given.union(places.keys)
        return (anchors, notes)
    }
}
