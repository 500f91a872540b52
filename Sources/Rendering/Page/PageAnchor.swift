/// The ids that pages give to their own parts.
///
/// They begin with a tilde, which no heading's anchor, no `{#id}` and no name in Swift begins with: nothing an author
/// writes can take one, and none takes what GitHub calls a heading.
public enum PageAnchor {
    /// The text of a page.
    public static let text = "~text"
    /// The list of chapters beside it.
    public static let chapters = "~chapters"
    /// The title of that list.
    public static let chaptersTitle = "~chapters-title"
    /// The list of the page's headings.
    public static let outline = "~on-this-page"
    /// The title of that list.
    public static let outlineTitle = "~on-this-page-title"
    /// The title of the list of all pages on the opening one.
    public static let contents = "~contents"
    /// What the search box finds.
    public static let found = "~found"

    /// A work's entry in the list of references.
    public static func work(_ key: String) -> String { "~work-\(key)" }

    /// A place that cites a work, counted from 1 on its page.
    public static func citation(_ key: String, _ ordinal: Int) -> String { "~cite-\(key)-\(ordinal)" }

    /// A block without a name of its own.
    static func block(_ ordinal: Int) -> String { "~block-\(ordinal)" }

    /// What is shown when a value is pointed at.
    static func value(_ ordinal: Int) -> String { "~value-\(ordinal)" }

    /// A footnote.
    static func note(_ number: Int) -> String { "~note-\(number)" }

    /// A reference to a footnote.
    static func noteReference(_ number: Int, use: Int) -> String {
        use == 1 ? "~noteref-\(number)" : "~noteref-\(number)-\(use)"
    }
}
