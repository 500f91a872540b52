import Manuscript

/// What a page may know about the rest of its book. Everything asked is recorded as a fact, so that a kept page is
/// known to be out of date as soon as one of its answers changes.
public struct BookContext: Sendable {
    let subtitle: String?
    let authors: [String]
    /// The words that pages say by themselves.
    let vocabulary: Vocabulary
    /// Whether the lines of a block that only show figures are folded away.
    let foldsFigures: Bool
    /// What tells one state of the declarations of the book's modules from another.
    public var declarations = ""
    /// Where the names of the book's programs lead; only rendering needs it.
    public var sources: SourceLinks?
    /// Finds the book's terms in running text.
    let terms: TermFinder
    /// The labels and words of the terms.
    let termList: [String]
    private let labels: LabelIndex
    private let references: [String: Reference]
    private let marks: [String: String]
    /// The pages of the chapters, by the paths of their files within the book's folder.
    private let pages: [String: String]
    private let titles: [String: String]

    /// The context of a book's pages.
    public init(_ book: Book) {
        labels = book.labels
        let terms = book.labels.labels.filter { $0.kind == .term }.map { (label: $0.id, words: $0.title) }
        self.terms = TermFinder(terms)
        termList = terms.map { "\($0.label) \($0.words)" }
        subtitle = book.configuration.subtitle
        authors = book.configuration.authors
        vocabulary = Vocabulary(language: book.configuration.language)
        foldsFigures = book.configuration.foldsFigures
        references = Dictionary(book.references.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        marks = Bibliography.marks(of: book.references)
        var pages: [String: String] = [:]
        var titles: [String: String] = [:]
        for chapter in book.chapters {
            pages[chapter.fileName] = chapter.pageFile
            titles[chapter.fileName] = chapter.title
        }
        self.pages = pages
        self.titles = titles
    }

    /// Whether a fact recorded earlier still holds.
    public func confirms(_ fact: BookFact) -> Bool {
        switch fact {
        case .label(let id, let recorded): label(id) == recorded
        case .work(let key, let recorded): work(key) == recorded
        case .page(let path, let recorded): pages[path] == recorded
        case .title(let path, let recorded): titles[path] == recorded
        case .declarations(let recorded): declarations == recorded
        case .terms(let recorded): termList == recorded
        }
    }

    func label(_ id: String) -> BookFact.LabelFact? {
        labels[id].map { label in
            BookFact.LabelFact(
                kind: label.kind.rawValue, number: label.number, text: label.text,
                title: label.title, chapter: label.chapter)
        }
    }

    func work(_ key: String) -> BookFact.WorkFact? {
        references[key].map { reference in
            BookFact.WorkFact(authors: reference.shortAuthors, year: marks[key] ?? reference.year)
        }
    }

    func page(_ path: String) -> String? { pages[path] }

    func title(_ path: String) -> String? { titles[path] }
}

/// One thing a page says about the rest of its book, with the answer it was given.
public enum BookFact: Sendable, Hashable, Codable {
    /// What a label is called and where it is.
    case label(String, LabelFact?)
    /// How a work is cited.
    case work(String, WorkFact?)
    /// The page of a chapter's file.
    case page(String, String?)
    /// The title of a chapter's file.
    case title(String, String?)
    /// The state of the declarations of the book's modules, which names in Swift link to.
    case declarations(String)

    /// The terms that the book defines, which running text links to.
    case terms([String])

    /// What a reference needs to know of a label.
    public struct LabelFact: Sendable, Hashable, Codable {
        let kind: String
        let number: String?
        let text: String
        let title: String
        let chapter: String
    }

    /// What a citation needs to know of a work.
    public struct WorkFact: Sendable, Hashable, Codable {
        let authors: String
        let year: String
    }
}
