import TeXMath

/// What a book says of one of its chapters, apart from the chapter's text.
struct ChapterSetting: Sendable {
    /// The path of its file within the book's folder.
    let fileName: String
    /// Where in the book it stands.
    let role: Chapter.Role
    /// The book's macros, which formulas may use.
    let macros: Macros
    /// The words that the book says before numbers.
    let vocabulary: Vocabulary

    /// The name of its page: the path of its file, of which a `README` or an `index` of a folder gives way to the
    /// folder's name.
    var slug: String {
        if role == .opening { return "index" }
        var parts = fileName.split(separator: "/").map(String.init)
        if let last = parts.popLast() {
            let name = last.hasSuffix(".md") ? String(last.dropLast(3)) : last
            if parts.isEmpty || !["readme", "index"].contains(name.lowercased()) { parts.append(name) }
        }
        return parts.joined(separator: "-")
    }

    /// The folders that its file stands in, within the book's.
    var folders: [String] { fileName.split(separator: "/").dropLast().map(String.init) }
}
