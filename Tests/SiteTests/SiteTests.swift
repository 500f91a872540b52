import Diagnostics
import Foundation
import Manuscript
import Rendering
import Site
import Storage
import Testing

/// A book with one of everything a page can have.
private func everything() throws -> TestBook {
    let book = try TestBook([
        "book.yml": """
        title: Everything
        subtitle: One of each
        authors: [Ada Lovelace, Emmy Noether]
        opening: index.md
        chapters: [one.md, two.md]
        appendices: [notation.md]
        modules: []
        repository: https://example.org/book
        """,
        "references.yml": """
        - id: elman1990
          type: article-journal
          title: Finding structure in time
          author: [{family: Elman, given: Jeffrey L.}]
          issued: 1990
          container-title: Cognitive Science
          DOI: 10.1207/s15516709cog1402_1
        - id: elman1990b
          title: Another
          author: [{family: Elman, given: Jeffrey L.}]
          issued: 1990
          publisher: A Press
        """,
        "index.md": "# Everything\n\nBegin with [one](one.md), or [its end](one.md#the-end).\n",
        "one.md": """
        # One *thing*

        Text [@elman1990, p. 7] and @elman1990b, EQ [](#eq-sum), [](#fig-rising), [](#tbl-cells), [](#lst-code),
        [](#sec-end), [](#ex-do), [the term](#term-state).[^note] Value [0.25](<swift: x>), claim [small](<swift: x < 1>).
        Again.[^note] And [the notation](notation.md), [data](data.csv), [Swift](https://swift.org).

        [^note]: A note with `code`.

        ```math id=eq-sum
        \\sum_{i=1}^{n} x_i
        ```

        ```swift id=lst-code caption="A *listing* of $x$."
        let x = 0.25
        print(x)
        ```

        ```output
        0.25
        ```

        ```swift id=fig-rising folded caption="Rising."
        show(plot)
        ```

        ```output
        before
        FIGURE
        after
        ```

        ```swift hidden
        print("unseen")
        ```

        ```output
        unseen
        ```

        ```swift folded caption="Setting up."
        setUp()
        ```

        ```swift static
        notRun()
        ```

        ```swift fails
        let y: Int = ""
        ```

        ```output
        error: cannot convert
        ```

        ```swift traps
        fatalError()
        ```

        ```output
        Fatal error
        ```

        ```swift tolerance=1e-6
        print(1.0 / 3)
        ```

        ```output
        0.3333333333333333
        ```

        ## A heading

        | Cell | Count |
        |:-----|------:|
        | RNN  | $n^2$ |

        Table: Cells. {#tbl-cells}

        > [!DEFINITION] state
        > What is carried, [0.5](<swift: 2 * x>) of it.

        > [!WARNING]
        > Careful.

        ### Do it {#ex-do}

        <details><summary>Solution</summary>

        ```swift
        print("done")
        ```

        ```output
        done
        ```

        </details>

        ![A line](pictures/line.svg "A line."){#fig-line}

        ## A heading

        ## The end {#sec-end}

        Done. See [above](#a-heading-1).

        ## The end
        """,
        "two.md":
            "# Two\n\nAs [](#eq-sum), [](#fig-rising), [](#fig-line) and [](#tbl-cells) show [@elman1990; @elman1990b].\n",
        "notation.md": "# Notation\n\nLetters.\n",
        "data.csv": "1,2\n",
        "pictures/line.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
    ])
    return book
}

@Suite struct SiteTests {
    @Test func everyPageHoldsToTheRules() async throws {
        let book = try everything()
        let report = try await book.build()
        #expect(
            report.pages == [
                "index.html", "one.html", "two.html", "notation.html", "exercises.html", "glossary.html",
                "references.html",
            ])
        let files = try book.siteFiles()
        #expect(mistakes(ofSite: files) == [])
        #expect(files["files/pictures/line.svg"] != nil)
        #expect(files["files/data.csv"] != nil)
        #expect(report.externalLinks.map(\.address) == ["https://swift.org"])
        #expect(report.externalLinks.map(\.location.start.line) == [5])
    }

    @Test func outputsAreMarkedForWhatTheyAre() async throws {
        let book = try everything()
        try await book.build()
        let page = try book.page("one.html")
        #expect(page.contains("6 outputs, 2 values and 1 claim on this page were recomputed and verified."))
        #expect(page.contains("must not compile"))
        #expect(page.contains("must trap"))
        #expect(page.contains("verified to 1e-6"))
        #expect(page.contains("not run"))
        #expect(!page.contains("unseen"))
        #expect(page.contains(TestBook.drawing))
        #expect(page.contains("<pre tabindex=\"0\"><samp>before\n</samp></pre><div class=\"drawing\">"))
        #expect(page.contains("Listing 1.1."))
    }

    @Test func twoBuildsAreTheSameBytes() async throws {
        let book = try everything()
        try await book.build(cached: false)
        let first = try book.siteFiles()
        let again = try await book.build(cached: false)
        #expect(!again.isChanged)
        #expect(try book.siteFiles() == first)
        // What was kept from earlier builds makes the same site as rendering anew.
        try await book.build()
        let kept = try await book.build()
        #expect(kept.rendered == 0)
        #expect(try book.siteFiles() == first)
    }

    @Test func onlyWhatChangedIsRendered() async throws {
        let book = try everything()
        #expect(try await book.build().rendered == 4)
        try book.write("# Notation\n\nOther letters.\n", to: "notation.md")
        let prose = try await book.build()
        #expect(prose.rendered == 1)
        #expect(prose.isChanged)
        // A new equation before the referred one renumbers it: the page that names it is made again.
        let two = try String(contentsOfFile: book.chapters + "/two.md", encoding: .utf8)
        try book.write(two + "\n$$a$$ {#eq-new}\n", to: "two.md")
        #expect(try await book.build().rendered == 1)
        let one = try String(contentsOfFile: book.chapters + "/one.md", encoding: .utf8)
        try book.write(
            one.replacingOccurrences(of: "Text [@", with: "$$b$$ {#eq-first}\n\nText [@"), to: "one.md")
        #expect(try await book.build().rendered == 2)
        #expect(try book.page("two.html").contains(">EQ 1.2</a>"))
        #expect(try await book.build(tool: "another").rendered == 4)
        try await book.build(cached: false)
        let fresh = try book.siteFiles()
        try await book.build()
        #expect(try book.siteFiles() == fresh)
    }

    @Test func aCurrentSiteIsKnown() async throws {
        let book = try everything()
        let inputs = Fingerprint("inputs")
        func isCurrent(_ inputs: Fingerprint) -> Bool {
            SiteBuilder.isCurrent(
                book.site, inputs: inputs, bookFolder: book.chapters, cacheFolder: book.cache)
        }
        #expect(!isCurrent(inputs))
        _ = try await book.builder().write(to: book.site, inputs: inputs)
        #expect(isCurrent(inputs))
        #expect(!isCurrent(Fingerprint("others")))
        let page = book.site + "/one.html"
        let bytes = try Data(contentsOf: URL(filePath: page))
        try Data("edited".utf8).write(to: URL(filePath: page))
        #expect(!isCurrent(inputs))
        try FileManager.default.removeItem(atPath: page)
        #expect(!isCurrent(inputs))
        try bytes.write(to: URL(filePath: page))
        #expect(isCurrent(inputs))
        try Data().write(to: URL(filePath: book.site + "/added.html"))
        #expect(!isCurrent(inputs))
        try FileManager.default.removeItem(atPath: book.site + "/added.html")
        try book.write("<svg/>", to: "pictures/line.svg")
        #expect(!isCurrent(inputs))
        try FileManager.default.removeItem(atPath: book.chapters + "/pictures/line.svg")
        #expect(!isCurrent(inputs))
    }

    @Test func draftsClaimNothing() async throws {
        let fixture = try everything()
        let book = try Book.read(folder: fixture.chapters)
        let builder = try SiteBuilder(
            book, labels: LabelIndex(book.chapters), citations: CitationIndex(book),
            evidence: ["two": .verified(agreeingTranscript(of: book.chapters[2]))])
        _ = try await builder.write(to: fixture.site)
        let page = try fixture.page("one.html")
        #expect(page.contains("Draft: nothing on this page is verified."))
        #expect(page.contains(">not verified</span>"))
        #expect(!page.contains("class=\"verified\""))
        let promise = "Every output marked as verified was recomputed"
        let draft = "This is a draft: nothing on this page is verified."
        // What lists the whole book is no better than its drafts.
        for (name, isDraft) in [("one", true), ("two", false), ("references", true)] {
            let page = try fixture.page(name + ".html")
            #expect(page.contains(promise) == !isDraft, "\(name)")
            #expect(page.contains(draft) == isDraft, "\(name)")
        }
        #expect(mistakes(ofSite: try fixture.siteFiles()) == [])
    }

    @Test func aWorkLeadsBackToEveryPlaceThatCitesIt() async throws {
        let book = try TestBook(chapters: [
            "# One\n\n[@a] and @a.\n", "# Two\n\n[@a; @b].\n", "# Three\n\n@b, @b, @b.\n",
        ])
        try book.write(
            ["a", "b"].map {
                "- {id: \($0), title: \($0), author: [{family: Ash, given: B.}], issued: 1990}\n"
            }
            .joined(), to: "references.yml")
        try await book.build()
        let places = try book.page("references.html").matches(of: /<span class="places">(.*?)<\/span>/).map {
            String($0.1)
        }
        func words(_ markup: String) -> String { markup.replacing(/<[^>]*>/, with: "") }
        #expect(places.map(words) == ["Cited in One (1, 2), Two", "Cited in Two, Three (1, 2, 3)"])
        #expect(
            places.map { $0.matches(of: /href="([^"]*)"/).map { String($0.1) } } == [
                ["1.html#~cite-a-1", "1.html#~cite-a-2", "2.html#~cite-a-1"],
                [
                    "2.html#~cite-b-1", "3.html#~cite-b-1", "3.html#~cite-b-2", "3.html#~cite-b-3",
                ],
            ])
        #expect(mistakes(ofSite: try book.siteFiles()) == [])
    }

    /// A link to a chapter without words of its own has the chapter's title, and follows it.
    @Test func aTitleThatChangesIsSaidAnew() async throws {
        let book = try TestBook(chapters: ["# One\n\nSee [](2.md).\n", "# Two *words*\n"])
        try await book.build()
        #expect(try book.page("1.html").contains("See <a href=\"2.html\">Two words</a>."))
        try book.write("# Three\n", to: "2.md")
        #expect(try await book.build().rendered == 2)
        #expect(try book.page("1.html").contains("See <a href=\"2.html\">Three</a>."))
    }

    @Test func linksOutOfTheBookStay() async throws {
        let book = try TestBook(chapters: [
            "# One\n\n[a](http://example.org) [b](HTTPS://example.org) [c](mailto:a@example.org) [d](tel:+491)\n"
        ])
        let report = try await book.build()
        #expect(
            report.externalLinks.map(\.address) == [
                "http://example.org", "HTTPS://example.org", "mailto:a@example.org", "tel:+491",
            ])
    }

    @Test func whatWasNotRunIsNotShownAsVerified() async throws {
        let fixture = try TestBook(chapters: [
            "# A\n\n```swift\nprint(1)\n```\n\n```output\n1\n```\n\n[2](<swift: 2>)\n"
        ])
        let book = try Book.read(folder: fixture.chapters)
        func diagnostics(_ outcomes: [Outcome]) async -> [String] {
            do throws(DiagnosticError) {
                let builder = try SiteBuilder(
                    book, labels: LabelIndex(book.chapters), citations: CitationIndex(book),
                    evidence: [
                        "index": .verified(Transcript(outcomes: [])),
                        "1": .verified(Transcript(outcomes: outcomes)),
                    ])
                _ = try await builder.write(to: fixture.site)
                return []
            } catch {
                return error.diagnostics.map(\.summary)
            }
        }
        #expect(
            await diagnostics([.notRun, .notRun]) == [
                "this block was not run, so its output cannot be shown as verified",
                "this value was not computed, so it cannot be shown as verified",
            ])
        #expect(await diagnostics([.notRun]).count == 1)
        #expect(!FileManager.default.fileExists(atPath: fixture.site))
        #expect(await diagnostics([.ran(BlockOutput(text: "1\n")), .value(.integer("2"))]) == [])
    }

    @Test func aLongBookGrowsInProportion() async throws {
        func bytes(_ count: Int) async throws -> Int {
            let book = try TestBook(
                chapters: (1...count).map { "# Chapter \($0)\n\nText of chapter \($0).\n" })
            try await book.build(cached: false)
            let files = try book.siteFiles()
            #expect(mistakes(ofSite: files) == [])
            return files.filter { $0.key != "assets/style.css" && $0.key != "assets/book.js" }.values.map(
                \.count
            ).reduce(0, +)
        }
        let (some, more) = try await (bytes(70), bytes(140))
        #expect(Double(more) < 2.2 * Double(some))
    }
}
