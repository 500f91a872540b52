import Diagnostics
import Foundation
import Testing

@testable import Manuscript

struct BookTests {
    private static let page = "# Page\n"

    @Test func readsAWholeBook() throws {
        let folder = try BookFolder([
            "book.yml": """
            title: A Book
            authors: [A, B]
            opening: index.md
            chapters: [01-one.md, 02-two.md]
            appendices: [refs.md]
            modules: [Some_Module]
            limits: {time: 30s, memory: 512MB, output: 64kB}
            macros: {R: '\\mathbb{R}'}
            """,
            "index.md": "# Opening\n", "01-one.md": "# One {#sec-one}\n", "02-two.md": "# Two\n",
            "refs.md": "# References\n",
            "references.yml": """
            - id: elman1990
              title: Finding Structure in Time
              author: [{family: Elman, given: Jeffrey L.}]
              issued: {date-parts: [[1990, 3]]}
              volume: 14
            """,
        ])
        let book = try Book.read(folder: folder.path)
        #expect(book.chapters.map(\.slug) == ["index", "01-one", "02-two", "refs"])
        #expect(
            book.chapters.map(\.role) == [
                .opening, .chapter(number: 1), .chapter(number: 2), .appendix(letter: "A"),
            ])
        #expect(book.configuration.limits == Limits(time: .seconds(30), memory: 512 << 20, output: 64 << 10))
        #expect(book.configuration.macros == ["R": "\\mathbb{R}"])
        #expect(book.references.map(\.year) == ["1990"])
        #expect(book.references[0].volume == "14")
    }

    @Test(arguments: [
        ("titel: x\n", "1:1 unknown key 'titel' in book.yml"),
        ("title: x\n", "1:1 book.yml needs a title and an opening page"),
        ("title: [x]\nopening: index.md\n", "1:8 title should be some text"),
        ("title: x\nopening: index.md\nchapters: one.md\n", "3:11 chapters should be a list"),
        ("title: x\nopening: ../index.md\n", "2:10 '../index.md' leads out of the book's folder"),
        ("title: x\nopening: /etc/passwd\n", "2:10 '/etc/passwd' leads out of the book's folder"),
        ("title: x\nopening: index.txt\n", "2:10 'index.txt' is no Markdown file"),
        ("title: x\nopening: index.md\nchapters: [index.md]\n", "3:12 'index.md' is listed twice"),
        ("title: x\nopening: index.md\nmodules: [a b]\n", "3:11 'a b' is no name of a Swift module"),
        (
            "title: x\nopening: index.md\nlimits: {time: soon}\n",
            "3:16 time should be a time such as 30s or 2m"
        ),
        (
            "title: x\nopening: index.md\nlimits: {memory: 5}\n",
            "3:18 memory should be a size such as 512MB or 2GB"
        ),
        ("title: x\nopening: index.md\nchapters: [gone.md]\n", "3:12 there is no file gone.md"),
        ("title: 'x\n", "2:1 this is not YAML: found unexpected end of stream"),
        ("title: x\ntitle: y\n", "1:1 these keys stand twice: title"),
        ("title: x\nopening: index.md\nauthors: [3, {name: x}]\n", "3:14 an author should be some text"),
        (
            "title: the a.csv book\nopening: index.md\ndata:\n  - index.md\n  - a.csv\n",
            "5:5 there is no file a.csv"
        ),
        ("title: .\nopening: index.md\ndata: [.]\n", "3:8 . is a folder, not a file"),
        (
            "title: x\nopening: index.md\nchapters: ['a#b?c%.md']\n",
            "3:12 'a#b?c%.md' would make no good address of a page"
        ),
        ("title: x\nopening: my page.md\n", "2:10 'my page.md' would make no good address of a page"),
    ])
    func saysWhatIsWrongInTheConfiguration(text: String, complaint: String) throws {
        #expect(try complaintsOfBook(["book.yml": text, "index.md": Self.page]) == [complaint])
    }

    @Test func entriesKnowTheirPlaces() throws {
        let folder = try BookFolder([
            "book.yml": """
            title: R and Fourier
            opening: index.md
            modules: [Fourier, R]
            data: [index.md]
            macros:
              Ü: '\\"u'
              R: '\\mathbb{R}'
            """, "index.md": Self.page,
        ])
        let configuration = try Book.read(folder: folder.path).configuration
        func place(_ entry: BookConfiguration.Entry) -> String? {
            configuration.place(of: entry).map {
                "\($0.start.line):\($0.start.column) \($0.file.text(in: $0.range))"
            }
        }
        #expect(place(.key("modules")) == "3:1 modules")
        #expect(place(.module("Fourier")) == "3:11 Fourier")
        #expect(place(.module("R")) == "3:20 R")
        #expect(place(.data("index.md")) == "4:8 index.md")
        #expect(place(.macro("R")) == "7:3 R")
        #expect(place(.macro("r")) == nil)
    }

    @Test func pagesThatAreNotListedAreWarnedAbout() throws {
        let folder = try BookFolder([
            "book.yml": "title: x\nopening: index.md\nchapters: [a.md]\n", "index.md": Self.page,
            "a.md": Self.page, "notes.md": "", "b.md": "", "README.md": "", "b.txt": "",
        ])
        let warnings = try Book.read(folder: folder.path).warnings
        #expect(
            warnings.map(\.summary) == [
                "b.md is no page of the book: book.yml does not list it",
                "notes.md is no page of the book: book.yml does not list it",
            ])
        #expect(warnings.allSatisfy { $0.severity == .warning && $0.location?.start.line == 3 })
    }

    @Test(arguments: [
        ("- id: knuth\n", "1:7 this work has no title, no author, no issued"),
        ("- title: x\n", "1:10 this work has no id, no author, no issued"),
        (
            "- {id: k, title: x, author: Knuth, issued: 1968}\n",
            "1:29 author should be a list of names"
        ),
        (
            "- {id: k, title: x, author: [Knuth], issued: 1968}\n",
            "1:30 an author should be a family and a given name"
        ),
        (
            "- {id: k, title: x, author: [{given: D.}], issued: 1968}\n",
            "1:30 an author should be family and given, or literal"
        ),
        (
            "- {id: k, title: x, author: [{literal: K}], issued: soon}\n",
            "1:53 issued should be a year"
        ),
        ("- {id: un cited, title: x, author: [], issued: 1968}\n", "1:8 'un cited' cannot be cited"),
        ("knuth\n", "1:1 references.yml should be a list of works"),
        ("- knuth\n", "1:3 a work should be keys and values"),
    ])
    func saysWhatAWorkLacks(text: String, complaint: String) throws {
        let files = ["book.yml": "title: x\nopening: index.md\n", "index.md": Self.page]
        #expect(try complaintsOfBook(files.merging(["references.yml": text]) { $1 }) == [complaint])
    }

    @Test(arguments: ["", "# none yet\n", "[]\n", "references: []\n"])
    func aBookMayHaveNoReferences(text: String) throws {
        let files = ["book.yml": "title: x\nopening: index.md\n", "index.md": Self.page]
        #expect(try complaintsOfBook(files.merging(["references.yml": text]) { $1 }) == [])
    }

    @Test(arguments: [
        ("@handle", "add it to references.yml; if it is no citation, write \\@handle"),
        ("@knuht", "did you mean '@knuth'? If it is no citation, write \\@knuht"),
    ])
    func whatIsNoCitationCanBeWritten(text: String, help: String) throws {
        let folder = try BookFolder([
            "book.yml": "title: x\nopening: index.md\n",
            "index.md": Self.page + "\nSee \(text) and \\@you.\n",
            "references.yml": "- {id: knuth, title: x, author: [{literal: K}], issued: 1968}\n",
        ])
        let error = #expect(throws: Failure.self) { try Book.read(folder: folder.path) }
        #expect(error?.diagnostics.map(\.help) == [help])
    }

    @Test func aMissingBookIsAnError() throws {
        #expect(try complaintsOfBook([:]) == ["1:1 there is no file book.yml"])
    }

    @Test(arguments: [("@fig-a", "[](#fig-a)"), ("[@sec:b]", "[](#sec-b)"), ("@doe2001", "references.yml")])
    func aCitationOfNothing(text: String, help: String) throws {
        let folder = try BookFolder([
            "book.yml": "title: x\nopening: index.md\n", "index.md": "# A\n\nSee \(text).\n",
        ])
        let path = folder.path
        let failure = #expect(throws: Failure.self) { try Book.read(folder: path) }
        #expect(failure?.diagnostics.first?.help?.contains(help) ?? false, "\(failure?.diagnostics ?? [])")
    }

    @Test func chaptersAreAllReported() throws {
        let found = try complaintsOfBook([
            "book.yml": "title: x\nopening: index.md\nchapters: [a.md, b.md]\n",
            "index.md": Self.page, "a.md": "no title\n", "b.md": "# B\n\n```output\n```\n",
        ])
        #expect(found == ["1:1 this chapter has no title", "3:1 this output follows no Swift block"])
    }

    /// Marks, labels, code, links, images, works and missing pages: whatever needs no run is said in one go.
    @Test func mistakesDoNotComeInWaves() throws {
        let files = [
            "book.yml": "title: x\nopening: index.md\nchapters: [a.md, b.md]\n", "index.md": Self.page,
            "a.md": """
            # A

            An $$unclosed formula and [^none].

            | a |
            |---|
            | b | c |

            [](#eq-none) [b](b.md#none) [c](none.md) ![d](none.svg) @none

            ```swift hiden
            ```

            ```swift
            let x = (
            ```

            ~~b~~ <b>c</b>
            """,
            "b.md": "# B\n\n```swift\nlet = 1\n```\n",
        ]
        let folder = try BookFolder(files)
        let path = folder.path
        let failure = #expect(throws: Failure.self) {
            try Book.read(folder: path) { chapter in
                chapter.blocks.map { .error("no Swift", at: chapter.file.location($0.range)) }
            }
        }
        let found = failure?.diagnostics.map { "\($0.location?.start.line ?? 0) \($0.summary)" }
        #expect(
            found == [
                "3 this formula is not closed", "3 there is no footnote [^none]",
                "7 this row has 2 cells, the header has 1", "9 there is no label 'eq-none'",
                "9 b.html has no anchor 'none'", "9 the book has no chapter none.md",
                "9 the book's folder has no file none.svg", "9 no reference has the key 'none'",
                "11 unknown option 'hiden'", "14 no Swift",
                "18 this means nothing here: '~~b~~' would be printed as it stands",
                "18 this HTML is not allowed in a chapter", "18 this HTML is not allowed in a chapter",
                "3 no Swift",
            ])
        // What other pages have is not known then.
        let without = try complaintsOfBook(
            files.merging(["book.yml": "title: x\nopening: index.md\nchapters: [a.md, c.md]\n"]) { $1 })
        #expect(without.count == 8 && without[0] == "3:18 there is no file c.md", "\(without)")
    }
}
