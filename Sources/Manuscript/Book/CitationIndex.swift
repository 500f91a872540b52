import Diagnostics

/// Which works the book cites, and where.
public struct CitationIndex: Sendable {
    /// One place where a work is cited.
    public struct Place: Sendable, Hashable {
        /// The slug of the chapter.
        public let chapter: String
        /// The chapter's title.
        public let title: String
        /// Which citation of this work on this page it is, from 1: the anchor is `cite-<key>-<ordinal>`.
        public let ordinal: Int
    }

    /// The works that are cited, with their places in the order of the book; others are absent.
    public let places: [String: [Place]]
    private let references: [String: Reference]

    /// Collects every citation of some chapters. A key that no reference has is an error.
    init(_ chapters: [Chapter], _ references: [Reference], _ diagnostics: inout [Diagnostic]) {
        self.references = Dictionary(references.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var places: [String: [Place]] = [:]
        for chapter in chapters {
            var ordinals: [String: Int] = [:]
            for item in chapter.citations {
                guard self.references[item.key] != nil else {
                    let suggestion = nearest(
                        to: item.key, among: self.references.keys.sorted(), after: diagnostics.count)
                    diagnostics.append(
                        .error(
                            "no reference has the key '\(item.key)'",
                            at: item.location,
                            help: Self.label(writtenAs: item.key)
                                ?? (suggestion.map { "did you mean '@\($0)'? If" }
                                    ?? "add it to references.yml; if")
                                + " it is no citation, write \\@\(item.key)"))
                    continue
                }
                if item.isInCaption { continue }
                ordinals[item.key, default: 0] += 1
                places[item.key, default: []].append(
                    Place(
                        chapter: chapter.slug, title: chapter.title,
                        ordinal: ordinals[item.key, default: 0]))
            }
        }
        self.places = places
    }

    /// What to write where another tool has `@fig-x` for a label.
    private static func label(writtenAs key: String) -> String? {
        let label = key.replacing(":", with: "-")
        return Label.Kind(prefixOf: label).map { _ in "a reference to a label is written [](#\(label))" }
    }

    /// The work with a key.
    public subscript(key: String) -> Reference? {
        references[key]
    }

    /// A warning for every work that nothing cites.
    func uncited(among works: [Reference]) -> [Diagnostic] {
        works.filter { places[$0.key] == nil }.map { reference in
            .warning(
                "nothing cites '\(reference.key)'", at: reference.location,
                help: "cite it with [@\(reference.key)], or remove it")
        }
    }
}
