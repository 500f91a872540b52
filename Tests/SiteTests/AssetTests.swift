import Foundation
import Testing

/// What every page loads.
@Suite struct AssetTests {
    @Test func theFontOfFormulasStandsBesideItsTerms() async throws {
        let book = try TestBook(chapters: ["# One\n\n$x$\n"])
        try await book.build()
        let files = try book.siteFiles()
        let font = try #require(files["assets/stix-two-math.woff2"])
        #expect(font.prefix(4) == Data("wOF2".utf8))
        #expect(font.count < 130_000)
        let terms = String(decoding: try #require(files["assets/stix-two-math.txt"]), as: UTF8.self)
        #expect(terms.contains("SIL OPEN FONT LICENSE Version 1.1"))
        #expect(terms.contains("The STIX Fonts Project Authors"))
    }

    /// A style sheet may load what lies beside it, and nothing else.
    @Test func theStyleSheetNamesOnlyItsOwnFiles() async throws {
        let book = try TestBook(chapters: ["# One\n"])
        try await book.build()
        let files = try book.siteFiles()
        let style = String(decoding: try #require(files["assets/style.css"]), as: UTF8.self)
        let named = style.matches(of: /url\("?([^")]*)"?\)/).map { String($0.1) }
        #expect(named == ["stix-two-math.woff2"])
        for name in named { #expect(files["assets/" + name] != nil, "\(name)") }
        #expect(!style.contains("@import"))
        for name in ["style.css", "book.js", "search.js"] {
            let text = String(decoding: try #require(files["assets/" + name]), as: UTF8.self)
            #expect(!text.contains("://"), "\(name)")
        }
    }

    @Test func scriptStaysSmall() async throws {
        let book = try TestBook(chapters: ["# One\n"])
        try await book.build()
        #expect(try #require(try book.siteFiles()["assets/book.js"]).count < 20_000)
    }
}
