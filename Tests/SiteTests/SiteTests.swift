import Diagnostics
import Foundation
import Manuscript
import Rendering
import Site
import Storage
import Testing

/// The pages of a site, and what is on them.
@Suite struct SiteTests {
    @Test func everyPageHoldsToTheRules() async throws {
        let book = try TestBook.everything()
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
        let book = try TestBook.everything()
        try await book.build()
        let page = try book.page("one.html")
        #expect(page.contains("6 outputs, 2 values and 1 claim on this page were recomputed and verified."))
        #expect(page.contains("must not compile"))
        #expect(page.contains("must trap"))
        #expect(page.contains("verified to 1e-6"))
        #expect(page.contains("not run"))
        // What is hidden stands at the end, and nowhere else.
        let parts = page.split(separator: "<details class=\"folded hidden-code\">")
        #expect(parts.count == 2 && !parts[0].contains("unseen") && parts[1].contains("unseen"))
        #expect(page.contains(TestBook.drawing))
        #expect(page.contains("<pre tabindex=\"0\"><samp>before\n</samp></pre><div class=\"drawing\">"))
        #expect(page.contains("Listing 1.1."))
    }

    @Test func draftsClaimNothing() async throws {
        let fixture = try TestBook.everything()
        let book = try Book.read(folder: fixture.chapters)
        let builder = try SiteBuilder(
            book, evidence: ["two": .verified(agreeingTranscript(of: book.chapters[2]))])
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

    /// What the book says by itself, it says in its language.
    @Test(arguments: [
        (
            "de",
            [
                "Kapitel 1", "Abbildung 1.1", "Abschnitt 1.1", "Gl. 1.1", "Warnung", "Anmerkungen",
                "Anhang A", "Aufgabe 1.1",
            ]
        ),
        ("fr-CH", ["Chapitre 1", "Section 1.1", "Éq. 1.1", "Avertissement"]),
        ("tlh", ["Chapter 1", "Figure 1.1", "EQ 1.1", "Warning", "Notes", "Appendix A"]),
    ]) func numbersHaveTheWordsOfTheLanguage(language: String, words: [String]) async throws {
        let fixture = try TestBook([
            "book.yml":
                "title: x\nlanguage: \(language)\nopening: index.md\nchapters: [a.md]\nappendices: [b.md]\n",
            "index.md": "# X\n", "b.md": "# B\n",
            "a.md": """
            # A

            ## B {#sec-b}

            $$x$$ {#eq-x}

            ```swift id=fig-f
            show(x)
            ```

            ```output
            FIGURE
            ```

            See [](#eq-x), [](#fig-f), [](#sec-b), [](#ex-c).[^n]

            > [!WARNING]
            > W.

            ### C {#ex-c}

            [^n]: N.
            """,
        ])
        _ = try await fixture.build()
        let text = try fixture.page("a.html") + fixture.page("b.html")
        for word in words { #expect(text.contains(word), "\(word)") }
    }

    @Test func partsAndAppendicesAreNamed() async throws {
        let fixture = try TestBook([
            "book.yml": """
            title: x
            opening: index.md
            front: [preface.md]
            chapters: [{part: "Foundations & more", chapters: [one.md]}]
            appendices: [proofs.md]
            modules: []
            """,
            "index.md": "# X\n", "preface.md": "# Preface\n", "one.md": "# One\n",
            "proofs.md": "# Proofs\n\n## S\n",
        ])
        _ = try await fixture.build()
        let index = try fixture.page("index.html")
        #expect(index.components(separatedBy: "<li class=\"part\">Foundations &amp; more</li>").count == 3)
        #expect(index.contains("<span class=\"number\">A</span><span>Proofs</span>"))
        #expect(try fixture.page("proofs.html").contains("Appendix A</p>"))
        #expect(try fixture.page("proofs.html").contains("<span class=\"section\">A.1</span>"))
        #expect(try !fixture.page("preface.html").contains("class=\"kicker\""))
        #expect(mistakes(ofSite: try fixture.siteFiles()) == [])
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
                    book,
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
}
