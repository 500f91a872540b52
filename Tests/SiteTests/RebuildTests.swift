import Diagnostics
import Foundation
import Manuscript
import Rendering
import Site
import Storage
import Testing

/// Sites built again: what is kept, what is made anew, and what it costs.
@Suite struct RebuildTests {
    @Test func twoBuildsAreTheSameBytes() async throws {
        let book = try TestBook.everything()
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
        let book = try TestBook.everything()
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
        let book = try TestBook.everything()
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

    /// A link to a chapter without words of its own has the chapter's title, and follows it.
    @Test func aTitleThatChangesIsSaidAnew() async throws {
        let book = try TestBook(chapters: ["# One\n\nSee [](2.md).\n", "# Two *words*\n"])
        try await book.build()
        #expect(try book.page("1.html").contains(" data-preview=\"~text\">Two words</a>."))
        try book.write("# Three\n", to: "2.md")
        #expect(try await book.build().rendered == 2)
        #expect(try book.page("1.html").contains(" data-preview=\"~text\">Three</a>."))
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
