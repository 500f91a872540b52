import Diagnostics

/// Something of the book that text can refer to: an equation, a figure, a section.
public struct Label: Sendable, Hashable {
    /// What a label names; the prefix of its identifier tells.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// `eq-`: a displayed equation.
        case equation = "eq"
        /// `fig-`: an image, or a Swift block that shows a figure.
        case figure = "fig"
        /// `tbl-`: a table, or a Swift block that shows one.
        case table = "tbl"
        /// `lst-`: a Swift block.
        case listing = "lst"
        /// `sec-`: a heading.
        case section = "sec"
        /// `ex-`: a heading that opens an exercise.
        case exercise = "ex"
        /// `thm-`: an alert that is a theorem.
        case theorem = "thm"
        /// `lem-`: an alert that is a lemma.
        case lemma = "lem"
        /// `cor-`: an alert that is a corollary.
        case corollary = "cor"
        /// `prp-`: an alert that is a proposition.
        case proposition = "prp"
        /// `exm-`: an alert that is an example.
        case example = "exm"
        /// `term-`: a definition.
        case term

        /// What it is, in a message.
        public var word: String {
            switch self {
            case .equation: "EQ"
            case .figure: "Figure"
            case .table: "Table"
            case .listing: "Listing"
            case .section: "Section"
            case .exercise: "Exercise"
            case .theorem: "Theorem"
            case .lemma: "Lemma"
            case .corollary: "Corollary"
            case .proposition: "Proposition"
            case .example: "Example"
            case .term: ""
            }
        }

        /// The kind of a label; nil if the identifier is none, such as `ex` or `section-2`.
        init?(prefixOf identifier: String) {
            guard let dash = identifier.firstIndex(of: "-") else { return nil }
            self.init(rawValue: String(identifier[..<dash]))
        }
    }

    /// The identifier, unique in the book and the anchor on its page.
    public let id: String
    /// What it names.
    public let kind: Kind
    /// What stands before its number, in the language of the book.
    public let word: String
    /// Its number, such as `N3.1` or `2.4`; terms have none.
    public let number: String?
    /// The heading's, term's or caption's text, if it has one.
    public let title: String
    /// The slug of the chapter it stands in.
    public let chapter: String
    /// Where it stands.
    public let location: SourceLocation

    /// What an empty link to the label becomes: `EQ N3.1`, `Section 2.3`, or a term's own words.
    public var text: String {
        guard let number else { return title }
        return "\(word) \(number)"
    }

    /// A way out where text refers to a label that nothing has.
    public static func help(forMissing id: String) -> String {
        guard Kind(prefixOf: id) != nil else {
            return
                "a label begins with \(prefixes(of: Kind.allCases)): call a heading {#sec-\(id)} and refer to "
                + "that, or give the link words of its own: [words](#\(id))"
        }
        return "name an equation, a figure, a table, a listing or a heading so, as in {#\(id)}"
    }

    /// `sec- or ex-`
    static func prefixes(of kinds: [Kind]) -> String {
        let prefixes = kinds.map { $0.rawValue + "-" }
        return [prefixes.dropLast().joined(separator: ", "), prefixes.last ?? ""].filter { !$0.isEmpty }
            .joined(separator: " or ")
    }
}
