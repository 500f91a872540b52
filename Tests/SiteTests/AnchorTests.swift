import Foundation
import Site
import Testing

/// Every anchor of a page leads to what the author or GitHub calls so, whatever the page calls its own parts.
@Suite struct AnchorTests {
    /// The anchors of the headings of a page, its title included.
    private func headings(_ page: String) -> [String] {
        HTMLChecker(page).tags.filter { $0.name.first == "h" && $0.name.count == 2 && $0.name != "hr" }
            .compactMap { $0.attributes["id"] }.filter { !$0.hasPrefix("~") }
    }

    @Test(arguments: [
        "Text", "Chapters", "Chapters title", "Found", "Found 0", "On this page", "Contents", "Note 1",
        "Noteref 1", "Value 1", "Block 1", "Preview eq-a", "Cite elman1990 1", "Work elman1990",
    ])
    func aHeadingKeepsItsAnchor(title: String) async throws {
        let slug = title.lowercased().replacing(" ", with: "-")
        let text = """
            [Here](#\(slug)) [0.5](<swift: x>)[^n] @elman1990 [](1.md).

            ```swift
            let x = 0.5
            ```

            $$a$$ {#eq-a}

            ## \(title)

            ## Other {#\(slug)-1}

            ## \(title)

            [^n]: A note.
            """
        let book = try TestBook(chapters: ["# One\n\n\(text)\n", "# Two\n\n[](#eq-a)\n"])
        try book.write(
            "- {id: elman1990, title: Time, author: [{family: Elman, given: J.}], issued: 1990}\n",
            to: "references.yml")
        // The opening page has a list of the chapters; the anchor of its own heading stays.
        try book.write("# Opening\n\n## \(title)\n", to: "index.md")
        try await book.build()
        #expect(mistakes(ofSite: try book.siteFiles()) == [])
        #expect(
            headings(try book.page("1.html")) == ["one", slug, "\(slug)-1", "\(slug)-2", "notes"])
        #expect(headings(try book.page("index.html")) == ["opening", slug])
    }

    @Test func anAnchorGivesWayToAName() async throws {
        let book = try TestBook(chapters: [
            """
            # Norms

            ## State

            ```swift id=norms
            let norms = 1
            ```

            > ## Deep {#state}
            """
        ])
        try await book.build()
        let page = try book.page("1.html")
        #expect(headings(page) == ["norms-1", "state-1", "state"])
        #expect(page.contains("<div class=\"block\" id=\"norms\">"))
    }

    @Test func aTermOfTheGlossarysOwnPageIsThereOnce() async throws {
        let book = try TestBook(chapters: ["# One\n\n> [!DEFINITION] a\n> First.\n"])
        try book.write("# Glossary\n\n> [!DEFINITION] b\n> Second.\n", to: "glossary.md")
        try book.write(
            "title: T\nopening: index.md\nchapters: [1.md]\nappendices: [glossary.md]\nmodules: []\n",
            to: "book.yml")
        try await book.build()
        #expect(mistakes(ofSite: try book.siteFiles()) == [])
    }
}
