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
            "![](pictures/a.png)",
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
            "1.md:5:1: two places of this page are called 'x' (the first is at line 3; give one of them another name)"
        ),
        (
            "## A {#norms}\n\n```swift id=norms\nlet a = 1\n```",
            "1.md:5:4: two places of this page are called 'norms' (the first is at line 3; give one of them another name)"
        ),
        ("<script>alert(1)</script>", "1.md:3:1: "),
        ("[x](javascript:alert(1))", "1.md:3:1: "),
        ("[x](//example.org/a)", "1.md:3:5: this address has no scheme (write https://example.org/a)"),
        ("[x](mailo:a@example.org)", "1.md:3:5: a link cannot begin with 'mailo:' (did you mean 'mailto:'?)"),
        ("[x](htp://example.org)", "1.md:3:5: a link cannot begin with 'htp:' (did you mean 'http:'?)"),
        (
            "```swift caption=\"[3](<swfit: 3>)\"\nlet a = 1\n```",
            "1.md:3:19: a link cannot begin with 'swfit:' (did you mean 'swift:'?)"
        ),
        ("[x](doi:10.1000/1)", "1.md:3:5: a link cannot begin with 'doi:' (write https://doi.org/…)"),
        (
            "[x](magnet:a)",
            "1.md:3:5: a link cannot begin with 'magnet:' (it may begin with http:, https:, mailto:, tel:; to show the address, write it as code)"
        ),
        (
            "```swift id=lst-a caption=\"We count [99](<swift: 3>), [100](<swift: 4>).\"\nlet a = 1\n```",
            "1.md:3:28: a value cannot stand in a caption (put it in the text, where it is computed and checked)"
        ),
        (
            "```swift folded caption=\"[99](<swift: 3>)\"\nlet a = 1\n```",
            "1.md:3:26: a value cannot stand in a caption (put it in the text, where it is computed and checked)"
        ),
        (
            "![a](pictures/a.png \"We count [99](<swift: 3>).\"){#fig-a}",
            "1.md:3:22: a value cannot stand in a caption (put it in the text, where it is computed and checked)"
        ),
        (
            "```swift caption=\"# One\"\nlet a = 1\n```",
            "1.md:3:19: a caption is one paragraph (write \\ before a mark that begins a list, a heading or a quote)"
        ),
        (
            "[](https://example.org)",
            "1.md:3:1: this link has no words (write them between the brackets; only chapters and labels have words of their own)"
        ),
        ("[](index.md#opening)", "1.md:3:1: this link has no words "),
        ("[<!-- a -->](data/a.csv)", "1.md:3:1: this link has no words "),
        ("[x]()", "1.md:3:1: this link leads nowhere (write [words](address))"),
        ("![a]()", "1.md:3:1: this image names no file (write ![what it shows](file.svg))"),
        (
            "![a](book.yml)",
            "1.md:3:1: book.yml is no picture that a page can show (the name of a picture ends in .svg, .png, .jpg, .jpeg, .gif, .webp, .avif)"
        ),
        ("[x](data)", "1.md:3:5: data is a folder (link to a file in it)"),
        (
            "[x](unlisted.md)",
            "1.md:3:5: book.yml does not list unlisted.md, so it has no page (add it there to chapters or appendices, or link to something else)"
        ),
        (
            "[x](1.html)",
            "1.md:3:5: the book's folder has no file 1.html (did you mean 1.md? A link to a chapter names its file)"
        ),
        (
            "```swift hidden id=lst-h\n1\n```\n\n[](#lst-h)",
            "1.md:7:4: the block 'lst-h' is hidden, so there is nothing to lead to (write 'folded' instead of 'hidden', or take the reference out)"
        ),
        (
            "```swift hidden id=h\n1\n```\n\n[x](1.md#h)",
            "1.md:7:5: the block 'h' is hidden, so there is nothing to lead to"
        ),
        (
            "```swift id=fig-x\nprint(1)\n```\n\n```output\n1\n```",
            "1.md:3:4: this block is called a figure and shows none (show one, or begin its id with lst-)"
        ),
        ("```swift static id=fig-x\nshow(plot)\n```", "1.md:3:4: this block is called a figure "),
    ])
    func isLocated(text: String, expected: String) async throws {
        let book = try TestBook(chapters: ["# Title\n\n\(text)\n"])
        try book.write("# Unlisted\n", to: "unlisted.md")
        try book.write("1,2\n", to: "data/a.csv")
        try book.write("", to: "pictures/a.png")
        let mistakes = try await book.mistakes()
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.hasPrefix(expected) == true, "\(mistakes)")
        #expect(!FileManager.default.fileExists(atPath: book.site))
    }

    @Test func allChaptersAreChecked() async throws {
        let book = try TestBook(chapters: ["# A\n\n![](a.png)\n\n[](#eq-x)\n", "# B\n\n[x](nowhere.md)\n"])
        let mistakes = try await book.mistakes()
        #expect(mistakes.map { $0.prefix(7) } == ["1.md:3:", "1.md:3:", "1.md:5:", "2.md:3:"])
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
        #expect(
            try await book.mistakes() == [
                "1.md:3:5: secret.txt is a symbolic link that leads out of the book's folder "
                    + "(put the file itself there: a site has only files of its book)"
            ])
        // Within the folder it leads to a file of the book.
        try FileManager.default.removeItem(atPath: book.chapters + "/secret.txt")
        try book.write("open", to: "open.txt")
        try FileManager.default.createSymbolicLink(
            atPath: book.chapters + "/secret.txt", withDestinationPath: "open.txt")
        #expect(try await book.mistakes() == [])
    }

    @Test func aWrongMacroIsReported() async throws {
        let book = try TestBook(chapters: ["# A\n"], configuration: "macros: {R: \"\\\\mathbb{R\"}")
        #expect(try await book.mistakes().count == 1)
    }
}
