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
        /// `term-`: a definition.
        case term

        /// The word before a label's number.
        public var word: String {
            switch self {
            case .equation: "EQ"
            case .figure: "Figure"
            case .table: "Table"
            case .listing: "Listing"
            case .section: "Section"
            case .exercise: "Exercise"
            case .term: ""
            }
        }

        init?(prefixOf identifier: String) {
            self.init(rawValue: String(identifier.prefix { $0 != "-" }))
        }
    }

    /// The identifier, unique in the book and the anchor on its page.
    public let id: String
    /// What it names.
    public let kind: Kind
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
        return "\(kind.word) \(number)"
    }

    /// A way out where text refers to a label that nothing has.
    public static func help(forMissing id: String) -> String {
        guard id.contains("-"), Kind(prefixOf: id) != nil else {
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
