import Foundation
import Manuscript
import Site
import Testing

/// Pages of the sources of a book's modules, and the links of names to them.
@Suite struct SourceTests {
    private static let vector = """
        /// A column of $n$ numbers. More of it.
        public struct Vector {
            /// Zeros & <nothing> else.
            public static func zeros(_ count: Int) -> Vector { Vector() }
            public init() {}
            public var norm: Double { 0 }
        }

        """

    private func book(_ chapter: String, module: [String: String] = [:]) throws -> TestBook {
        let book = try TestBook(chapters: ["# One\n\n" + chapter])
        var files = ["Linear/Vector.swift": Self.vector, "Empty.swift": "// Nothing\nlet x = 1"]
        files.merge(module) { $1 }
        for (path, text) in files { try book.write(text, to: "../Sources/Algebra/" + path) }
        return book
    }

    private static let program =
        "Of `Vector`{.swift}.\n\n```swift\nimport Algebra\nlet v = Vector.zeros(3)\nlet w = v.norm\n```\n"

    /// The addresses of the links to sources on a page.
    private func links(_ page: String) -> [String] {
        page.matches(of: #/<a href="(source/(?!index)[^"]*)"/#).map { String($0.output.1) }
    }

    @Test func namesLeadToTheirDeclarations() async throws {
        let book = try book(Self.program)
        let report = try await book.build(modules: ["Algebra"])
        #expect(
            report.pages == [
                "index.html", "1.html", "source/index.html", "source/Algebra/Empty.html",
                "source/Algebra/Linear/Vector.html",
            ])
        let files = try book.siteFiles()
        #expect(mistakes(ofSite: files) == [])
        let page = try book.page("1.html")
        let vector = "source/Algebra/Linear/Vector.html#Vector"
        #expect(links(page) == [vector, vector, vector + ".zeros(_:)"])
        #expect(page.contains("title=\"struct Vector\nA column of n numbers.\""))
        #expect(page.contains("Zeros &amp; &lt;nothing&gt; else."))
        #expect(page.contains("<a href=\"source/index.html\"><span>Source</span></a>"))

        let source = try book.page("source/Algebra/Linear/Vector.html")
        #expect(source.contains("<pre class=\"lines\" aria-hidden=\"true\">1\n2\n3\n4\n5\n6\n7\n</pre>"))
        #expect(source.contains("<a id=\"Vector.zeros(_:)\" href=\"#Vector.zeros(_:)\">zeros</a>"))
        #expect(source.contains("href=\"../../../assets/style.css\""))
        #expect(source.contains("<a href=\"../../../1.html\">"))
        // Nobody learns where on the author's machine the sources are.
        for (name, data) in files {
            #expect(!String(decoding: data, as: UTF8.self).contains(book.folder), "\(name)")
        }
    }

    @Test func theListSaysWhatEachFileIs() async throws {
        let book = try book(Self.program, module: ["Linear/Norm.swift": "/// How long.\nfunc length() {}\n"])
        try await book.build(modules: ["Algebra"])
        let list = try book.page("source/index.html")
        #expect(list.contains("<h2 id=\"Algebra/Linear\">Algebra / Linear</h2>"))
        #expect(list.contains("<p>How long.</p>"))
        #expect(list.contains("<code><a href=\"Algebra/Linear/Vector.html#Vector\">Vector</a></code>"))
        #expect(list.contains("<p>A column of <math"))
    }

    @Test func aBookWithoutModulesHasNoSources() async throws {
        let book = try book(Self.program)
        let report = try await book.build()
        #expect(report.pages == ["index.html", "1.html"])
        #expect(try links(book.page("1.html")) == [])
        #expect(try !book.page("1.html").contains("source/index.html"))
    }

    @Test func whatTheChapterDeclaresIsNotLinked() async throws {
        let book = try book(
            Self.program + "\n```swift hidden\nstruct Vector {}\n```\n")
        try await book.build(modules: ["Algebra"])
        #expect(try links(book.page("1.html")) == [])
    }

    @Test func linksAreNotNested() async throws {
        let book = try book(
            "[A `Vector`{.swift}](https://swift.org) and [`Vector`{.swift}](1.md).\n\n## A `Vector`{.swift}\n\n"
                + "Value [0.25](<swift: Vector.zeros(1).norm>).\n\n## End\n")
        try await book.build(modules: ["Algebra"])
        // Only the heading on the page has a link, and not the heading in the contents.
        #expect(try links(book.page("1.html")) == ["source/Algebra/Linear/Vector.html#Vector"])
        #expect(try mistakes(ofSite: book.siteFiles()) == [])
    }

    @Test func aDeclarationThatMovesTakesItsLinksAlong() async throws {
        let book = try book(Self.program)
        try await book.build(modules: ["Algebra"])
        // What a function does is not what it is: the chapter stays.
        try book.write(
            Self.vector.replacing("{ 0 }", with: "{ 1 }"), to: "../Sources/Algebra/Linear/Vector.swift")
        let body = try await book.build(modules: ["Algebra"])
        #expect(body.isChanged)
        #expect(body.rendered == 0)
        #expect(try book.page("source/Algebra/Linear/Vector.html").contains("{ <span class=\"n\">1</span> }"))

        try FileManager.default.removeItem(atPath: book.folder + "/Sources/Algebra/Linear/Vector.swift")
        try book.write(Self.vector, to: "../Sources/Algebra/Column.swift")
        #expect(try await book.build(modules: ["Algebra"]).rendered == 1)
        let moved = "source/Algebra/Column.html#Vector"
        #expect(try links(book.page("1.html")) == [moved, moved, moved + ".zeros(_:)"])
        #expect(try mistakes(ofSite: book.siteFiles()) == [])

        // A second declaration of the name makes it ambiguous.
        try book.write("public func Vector() {}\n", to: "../Sources/Algebra/Other.swift")
        #expect(try await book.build(modules: ["Algebra"]).rendered == 1)
        #expect(try links(book.page("1.html")) == [])
        let kept = try await book.build(modules: ["Algebra"])
        #expect(kept.rendered == 0 && !kept.isChanged)
    }

    @Test func whatIsKeptMakesTheSamePages() async throws {
        let book = try book(Self.program)
        try await book.build(modules: ["Algebra"])
        // The chapter is rendered anew with links from what was kept, or from sources if that cannot be read.
        for damage in [nil, "source-names", "sources"] {
            if let damage {
                let folder = "\(book.cache)/memos/\(damage)"
                for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                    try Data("?".utf8).write(to: URL(filePath: "\(folder)/\(name)"))
                }
            }
            try book.write("# One\n\n\(damage ?? "New").\n\n" + Self.program, to: "1.md")
            #expect(try await book.build(modules: ["Algebra"]).rendered == 1)
            let kept = try book.siteFiles()
            try await book.build(cached: false, modules: ["Algebra"])
            #expect(try book.siteFiles() == kept)
        }
    }

    /// Files with anything for a name and in them.
    @Test func hostileSources() async throws {
        let book = try book(
            "```swift\nimport Algebra\nlet a = Odd(), b = text\n```\n",
            module: [
                "A & <b>/\"q\" #1?.swift": "public struct Odd {}\r\npublic let text = \"<script>\"\r\n",
                "mark.swift": "\u{FEFF}public struct `class` { public static func < (a: Self, b: Self) {} }",
                "broken.swift": "public struct { func (((\u{0}\u{1B}",
            ])
        try await book.build(modules: ["Algebra"])
        let found = try mistakes(ofSite: book.siteFiles())
        #expect(found == [])
        let file = "source/Algebra/A%20&amp;%20%3Cb%3E/%22q%22%20%231%3F.html"
        #expect(try links(book.page("1.html")) == [file + "#Odd", file + "#text"])
    }

    @Test func whatStandsElsewhereIsNotShown() async throws {
        let book = try book(Self.program)
        try book.write("let secret = 1\n", to: "../secret.swift")
        try FileManager.default.createSymbolicLink(
            atPath: book.folder + "/Sources/Algebra/link.swift",
            withDestinationPath: book.folder + "/secret.swift")
        let report = try await book.build(modules: ["Algebra"])
        #expect(!report.pages.contains("source/Algebra/link.html"))
    }
}
