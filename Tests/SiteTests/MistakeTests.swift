import Foundation
import Site
import Testing

/// Everything wrong with a book is reported at its place, with a way out, and nothing is published.
@Suite struct MistakeTests {
    @Test(arguments: [
        ("[](#eq-sun)\n\n$$a$$ {#eq-sum}", "1.md:3:4: there is no label 'eq-sun' (did you mean 'eq-sum'?)"),
        ("[x](#hed)\n\n## Head", "1.md:3:5: 1.html has no anchor 'hed' (did you mean 'head'?)"),
        ("[x](indx.md)", "1.md:3:5: the book has no chapter indx.md (did you mean index.md?)"),
        ("[x](index.md#openin)", "1.md:3:5: index.html has no anchor 'openin' (did you mean 'opening'?)"),
        (
            "[x](../secret.md)",
            "1.md:3:5: this link leads out of the book's folder (link to a chapter or a file of the book, or to an address with https://)"
        ),
        (
            "[x](/etc/passwd)",
            "1.md:3:5: this link leads out of the book's folder (link to a chapter or a file of the book, or to an address with https://)"
        ),
        (
            "[x](data.csv)",
            "1.md:3:5: the book's folder has no file data.csv (put it there, or mend the path: it is relative to the chapter)"
        ),
        (
            "![](a.png)",
            "1.md:3:1: this image has no alternative text (say between the brackets what it shows, for readers who cannot see it)"
        ),
        (
            "Text ![a](no.png).",
            "1.md:3:6: the book's folder has no file no.png (put it there, or mend the path: it is relative to the chapter)"
        ),
        (
            "![a](https://example.org/a.png)",
            "1.md:3:1: this image is not in the book (put the file into the book's folder and name its path: a page asks the network for nothing)"
        ),
        (
            "![a](../a.png)",
            "1.md:3:1: this image lies outside the book's folder (put the file into the book's folder)"
        ),
        ("> [!NOT]\n> A", "1.md:3:3: there is no alert [!NOT] (did you mean [!NOTE]?)"),
        ("Text $\\frac{a}$.", "1.md:3:7: "),
        ("> Quoted\n>\n> $$a\n> + \\alpa$$", "1.md:6:5: "),
        ("- Item\n\n  ```math\n  a +\n  b \\alpa\n  ```", "1.md:7:5: "),
        ("# Two", "1.md:3:1: "),
        (
            "## A {#x}\n\n## B {#x}",
            "1.md:5:1: two places of this page are called 'x' (give one of them another name)"
        ),
        ("<script>alert(1)</script>", "1.md:3:1: "),
        ("[x](javascript:alert(1))", "1.md:3:1: "),
        ("[x](//example.org/a)", "1.md:3:5: this address has no scheme (write https://example.org/a)"),
    ])
    func isLocated(text: String, expected: String) async throws {
        let book = try TestBook(chapters: ["# Title\n\n\(text)\n"])
        let mistakes = try await book.mistakes()
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.hasPrefix(expected) == true, "\(mistakes)")
        #expect(!FileManager.default.fileExists(atPath: book.site))
    }

    @Test func allChaptersAreChecked() async throws {
        let book = try TestBook(chapters: ["# A\n\n![](a.png)\n\n[](#eq-x)\n", "# B\n\n[x](nowhere.md)\n"])
        let mistakes = try await book.mistakes()
        #expect(mistakes.map { $0.prefix(7) } == ["1.md:3:", "1.md:5:", "2.md:3:"])
    }

    @Test func aFailedBuildLeavesTheOldSite() async throws {
        let book = try TestBook(chapters: ["# A\n\nText.\n"])
        try await book.build()
        let before = try book.siteFiles()
        try book.write("# A\n\n[](#eq-none)\n", to: "1.md")
        #expect(try await !book.mistakes().isEmpty)
        #expect(try book.siteFiles() == before)
    }

    @Test func aSymbolicLinkDoesNotLeadOut() async throws {
        let book = try TestBook(chapters: ["# A\n\n[x](secret.txt)\n"])
        try Data("secret".utf8).write(to: URL(filePath: book.folder + "/secret.txt"))
        try FileManager.default.createSymbolicLink(
            atPath: book.chapters + "/secret.txt", withDestinationPath: book.folder + "/secret.txt")
        #expect(try await book.mistakes().count == 1)
    }

    @Test func aWrongMacroIsReported() async throws {
        let book = try TestBook(chapters: ["# A\n"], configuration: "macros: {R: \"\\\\mathbb{R\"}")
        #expect(try await book.mistakes().count == 1)
    }
}
