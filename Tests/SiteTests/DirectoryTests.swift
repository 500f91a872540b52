import Foundation
import Manuscript
import Testing

/// What a site has when it knows where it will stand.
@Suite struct DirectoryTests {
    private static func book(_ address: String) throws -> TestBook {
        let book = try TestBook(chapters: [
            "# One\n\nA first sentence that says enough to stand alone, and then a little more of the same. \(String(repeating: "Word ", count: 40))\n"
        ])
        try book.write(
            "title: T\nopening: index.md\nchapters: [1.md]\nmodules: []\n\(address)", to: "book.yml")
        return book
    }

    @Test func pagesSayWhereTheyBelong() async throws {
        let book = try Self.book("address: https://example.org/book\n")
        try await book.build()
        let files = try book.siteFiles().mapValues { String(decoding: $0, as: UTF8.self) }
        #expect(
            files["1.html"]?.contains("<link rel=\"canonical\" href=\"https://example.org/book/1.html\">")
                == true)
        #expect(
            files["index.html"]?.contains("<link rel=\"canonical\" href=\"https://example.org/book/\">")
                == true)
        #expect(
            files["sitemap.xml"]?.contains("<url><loc>https://example.org/book/1.html</loc></url>") == true)
        #expect(files["robots.txt"]?.contains("Sitemap: https://example.org/book/sitemap.xml") == true)
        // It is shown at any depth, and is no page of its own.
        let missing = try #require(files["404.html"])
        #expect(missing.contains("href=\"https://example.org/book/assets/style.css\""))
        #expect(missing.contains("href=\"https://example.org/book/1.html\""))
        #expect(!missing.contains("canonical"))
    }

    @Test func withoutAnAddressNothingIsMadeUp() async throws {
        let book = try Self.book("")
        try await book.build()
        let files = try book.siteFiles()
        #expect(files["sitemap.xml"] == nil && files["404.html"] == nil && files["robots.txt"] == nil)
        let page = try book.page("1.html")
        #expect(!page.contains("canonical"))
        #expect(page.contains("<meta property=\"og:title\" content=\"One · T\">"))
        #expect(
            page.contains(
                "<meta name=\"description\" content=\"A first sentence that says enough to stand alone, and then a little more of the same.\">"
            ))
    }

    @Test(arguments: ["example.org", "ftp://example.org", "https://example.org/?a", "'https://a b'"])
    func anAddressIsOfTheWeb(address: String) throws {
        let book = try Self.book("address: \(address)\n")
        #expect(throws: (any Error).self) { try Book.read(folder: book.chapters) }
    }
}
