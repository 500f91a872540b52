import Diagnostics
import Foundation
import Testing

@testable import Manuscript

/// Parts, front matter, appendices, chapters in folders: where a page stands.
struct StructureTests {
    private static let page = "# Page\n"

    /// Front matter, parts, lettered appendices, pages behind them: what is numbered, and with what.
    @Test func pagesHaveTheirPlace() throws {
        let equation = "\n## S {#sec-FILE}\n\n$$x$$ {#eq-FILE}\n"
        var files = [
            "book.yml": """
            title: x
            opening: index.md
            front: [preface.md]
            chapters:
              - {part: Foundations, chapters: [one.md, two.md]}
              - part: More
                chapters: [three.md]
              - four.md
            appendices: [proofs.md, references.md, tables.md]
            back: [errata.md]
            """
        ]
        let pages = [
            "index", "preface", "one", "two", "three", "four", "proofs", "references", "tables", "errata",
        ]
        for page in pages {
            files["\(page).md"] = "# \(page)\n" + equation.replacing("FILE", with: page)
        }
        let folder = try BookFolder(files)
        let book = try Book.read(folder: folder.path)
        #expect(book.chapters.map(\.slug) == pages)
        #expect(
            book.chapters.map { $0.role.mark ?? "-" } == ["-", "-", "1", "2", "3", "4", "A", "-", "B", "-"])
        #expect(
            book.configuration.pages.map(\.part) == [
                nil, nil, "Foundations", nil, "More", nil, nil, nil, nil, nil,
            ])
        #expect(book.labels["eq-proofs"]?.text == "EQ A.1" && book.labels["eq-tables"]?.text == "EQ B.1")
        #expect(
            book.labels["sec-tables"]?.text == "Section B.1" && book.labels["sec-errata"]?.text == "Section 1"
        )
    }

    /// Chapters in folders: their links and pictures are relative to them, their pages stand together.
    @Test func chaptersStandInFolders() throws {
        let folder = try BookFolder([
            "book.yml": "title: x\nopening: README.md\nchapters: [part/README.md, part/b.md, deep/er/c.md]\n",
            "README.md": "# Top\n\n[](part/README.md) [](part/b.md) [x](part/b.md#x)\n",
        ])
        for (name, text) in [
            ("part/README.md", "# Part\n\n[](b.md), [](../README.md), [](../deep/er/c.md), ![d](dot.svg)\n"),
            ("part/b.md", "# B\n\n## X {#x}\n\n[](README.md)\n"),
            ("deep/er/c.md", "# C\n\n[](../../part/b.md) [](#sec-c)\n\n## D {#sec-c}\n"),
            ("part/dot.svg", "<svg/>"),
        ] {
            let path = "\(folder.path)/\(name)"
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try text.write(toFile: path, atomically: false, encoding: .utf8)
        }
        let book = try Book.read(folder: folder.path)
        #expect(book.chapters.map(\.slug) == ["index", "part", "part-b", "deep-er-c"])
        #expect(book.links.files == ["part/dot.svg"])
        try "# C\n\n[](../../../x.md) [](b.md)\n".write(
            toFile: "\(folder.path)/deep/er/c.md", atomically: false, encoding: .utf8)
        let path = folder.path
        let failure = #expect(throws: Failure.self) { try Book.read(folder: path) }
        #expect(
            failure?.diagnostics.map(\.summary) == [
                "this link leads out of the book's folder", "the book has no chapter deep/er/b.md",
            ])
    }

    @Test(arguments: [
        ("[{part: A}]", "a part should be a title and a list of chapters"),
        ("[{part: A, chapters: []}]", "a part should be a title and a list of chapters"),
        ("[{part: A, chapters: [a.md], x: 1}]", "unknown key 'x' in a part"),
        ("[{part: A, chapters: [a.md]}, a.md]", "'a.md' is listed twice"),
        ("[{part: [A], chapters: [a.md]}]", "a part's title should be some text"),
    ]) func aPartIsATitleAndChapters(chapters: String, complaint: String) throws {
        let found = try complaintsOfBook([
            "book.yml": "title: x\nopening: index.md\nchapters: \(chapters)\n", "index.md": Self.page,
            "a.md": "# A\n",
        ])
        #expect(found.count == 1 && found[0].hasSuffix(complaint), "\(found)")
    }
}
