import Diagnostics
import Yams

/// A work of the bibliography, as CSL-YAML describes it (`references.yml`).
public struct Reference: Sendable, Hashable {
    /// Who wrote a work.
    public struct Name: Sendable, Hashable {
        /// The family name, particles included, or the whole name of an institution.
        public let family: String
        /// The given names.
        public let given: String
    }

    /// The key that citations use.
    public let key: String
    /// The kind of work, in CSL's words: `article-journal`, `paper-conference`, `thesis`, …
    public let type: String
    /// The work's title.
    public let title: String
    /// Its authors, in order.
    public let authors: [Name]
    /// The year it was issued.
    public let year: String
    /// The journal, proceedings or book it stands in.
    public let container: String?
    /// Who published it.
    public let publisher: String?
    /// The volume.
    public let volume: String?
    /// The issue.
    public let issue: String?
    /// The pages.
    public let pages: String?
    /// Its DOI, without `https://doi.org/`.
    public let doi: String?
    /// Where it can be read.
    public let url: String?
    /// What the book takes from it.
    public let note: String?
    /// Where the entry stands.
    public let location: SourceLocation

    private static let keys = [
        "id", "type", "title", "author", "issued", "container-title", "publisher", "volume", "issue", "page",
        "DOI",
        "URL", "note",
    ]

    private static let example =
        "write for example: - {id: elman1990, title: Finding Structure in Time, "
        + "author: [{family: Elman, given: Jeffrey L.}], issued: 1990}"

    /// Reads every entry of a CSL-YAML file: a list, or a list under the key `references`. An empty file has none.
    static func parseAll(_ file: SourceFile) throws(DiagnosticError) -> [Reference] {
        let document = try YAMLDocument(file)
        var list = document.root
        if case .mapping = list {
            list =
                try document.entries(of: list, keys: ["references"], in: "references.yml")["references"]
                ?? Node([Node]())
        }
        guard case .sequence(let sequence) = list else {
            throw document.expected("a list of works", for: "references.yml", at: list, help: Self.example)
        }
        var references: [Reference] = []
        var diagnostics: [Diagnostic] = []
        var seen: Set<String> = []
        for node in sequence {
            do throws(DiagnosticError) {
                let reference = try Reference(node, in: document)
                if !seen.insert(reference.key).inserted {
                    diagnostics.append(
                        .error("two works have the key '\(reference.key)'", at: reference.location))
                }
                references.append(reference)
            } catch {
                diagnostics += error.diagnostics
            }
        }
        guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
        return references
    }

    private init(_ node: Node, in document: YAMLDocument) throws(DiagnosticError) {
        guard case .mapping = node else {
            throw document.expected("keys and values", for: "a work", at: node, help: Self.example)
        }
        let entries = try document.entries(of: node, keys: Self.keys, in: "a work")
        func text(_ key: String) throws(DiagnosticError) -> String? {
            guard let node = entries[key] else { return nil }
            return try document.text(node, for: key)
        }
        guard let key = try text("id"), let title = try text("title"), let issued = entries["issued"],
            let author = entries["author"]
        else {
            let missing = ["id", "title", "author", "issued"].filter { entries[$0] == nil }
            throw DiagnosticError(
                .error(
                    "this work has no \(missing.joined(separator: ", no "))",
                    at: document.location(entries["id"] ?? entries["title"] ?? node), help: Self.example))
        }
        guard case .sequence(let names) = author else {
            throw document.expected("a list of names", for: "author", at: author, help: Name.example)
        }
        guard key.wholeMatch(of: /[\w[^\x00-\x7F]]+([:.#%&\-+?<>~\/][\w[^\x00-\x7F]]+)*/) != nil else {
            throw DiagnosticError(
                .error(
                    "'\(key)' cannot be cited", at: entries["id"].map { document.location($0) },
                    help:
                        "a key is letters, digits and '_', with single marks such as '-', '.' or ':' between")
            )
        }
        self.key = key
        self.title = title
        type = try text("type") ?? "document"
        container = try text("container-title")
        publisher = try text("publisher")
        volume = try text("volume")
        issue = try text("issue")
        pages = try text("page")
        doi = try text("DOI")
        url = try text("URL")
        note = try text("note")
        location = document.location(entries["id"] ?? node)
        var authors: [Name] = []
        for name in names { authors.append(try Name(name, in: document)) }
        self.authors = authors
        year = try Self.year(issued, in: document)
    }

    /// The year of `1997`, `{year: 1997}`, `[{year: 1997}]` or `{date-parts: [[1997, 11]]}`.
    private static func year(_ node: Node, in document: YAMLDocument) throws(DiagnosticError) -> String {
        switch node {
        case .scalar(let scalar):
            let year = String(scalar.string.prefix { $0 != "-" })
            if year.first?.isNumber == true { return year }
        case .sequence(let sequence):
            if let first = sequence.first { return try year(first, in: document) }
        case .mapping:
            let entries = try document.entries(
                of: node, keys: ["year", "month", "day", "date-parts"], in: "a date")
            if let first = entries["year"] ?? entries["date-parts"] { return try year(first, in: document) }
        case .alias: break
        }
        throw document.expected(
            "a year", for: "issued", at: node,
            help: "write issued: 1990, or issued: {date-parts: [[1990, 3]]}")
    }
}

extension Reference.Name {
    fileprivate static let example =
        "write author: [{family: Elman, given: Jeffrey L.}], or [{literal: Name}] for an institution"

    fileprivate init(_ node: Node, in document: YAMLDocument) throws(DiagnosticError) {
        guard case .mapping = node else {
            throw document.expected(
                "a family and a given name", for: "an author", at: node, help: Self.example)
        }
        let entries = try document.entries(
            of: node, keys: ["family", "given", "literal", "non-dropping-particle"], in: "an author")
        guard let family = entries["family"] ?? entries["literal"] else {
            throw document.expected(
                "family and given, or literal", for: "an author", at: node, help: Self.example)
        }
        let particle = try entries["non-dropping-particle"].map { node throws(DiagnosticError) in
            try document.text(node, for: "particle") + " "
        }
        self.family = (particle ?? "") + (try document.text(family, for: "family"))
        given =
            try entries["given"].map { node throws(DiagnosticError) in try document.text(node, for: "given") }
            ?? ""
    }
}
