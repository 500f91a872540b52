import Foundation
import Site
import Testing

/// Text stays text, whatever it says and wherever it comes from.
@Suite struct HostileTests {
    private static let attack = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&lt;"

    @Test func everyFieldIsEscaped() async throws {
        let attack = Self.attack
        let quoted = attack.replacingOccurrences(of: "\"", with: "\\\"")
        let book = try TestBook([
            "book.yml": """
            title: "\(quoted)"
            subtitle: "\(quoted)"
            authors: ["\(quoted)"]
            opening: index.md
            chapters: [1.md]
            modules: []
            repository: "javascript:alert(1)"
            """,
            "references.yml": """
            - id: x
              title: "\(quoted)"
              author: [{family: "\(quoted)", given: "\(quoted)"}]
              issued: 1990
              URL: "javascript:alert(1)"
              publisher: "\(quoted)"
            """,
            "index.md": "# Opening \\<script>alert(1)\\</script>\n",
            "1.md": """
            # Title `</title><script>`

            A `</script>` and \\<script> and [@x]. [a](https://example.org/"onmouseover="alert(1)).

            ~~~swift id=lst-x caption="a `</figcaption><script>alert(1)</script>`"
            let x = "</code></pre><script>alert(1)</script>"
            ~~~

            ```output
            </samp></pre><script>alert(1)</script>\u{1B}[31mred\u{7}\u{0}
            ```

            ```text"onload="x
            </code><script>
            ```

            [\\<b>](<swift: "</code><script>">)

            $\\text{</math><script>alert(1)</script>}$

            ## `<img src=x onerror=alert(1)>`

            | `<script>` |
            |---|
            | \\<script> |

            > [!DEFINITION] `<script>`
            > `<script>`
            """,
        ])
        do {
            try await book.build()
        } catch {
            // A control character may be refused by the reader; then it is not there to be shown.
            let text = try String(contentsOfFile: book.chapters + "/1.md", encoding: .utf8)
            try book.write(text.replacingOccurrences(of: "\u{0}", with: ""), to: "1.md")
            try await book.build()
        }
        let files = try book.siteFiles()
        #expect(mistakes(ofSite: files) == [])
        for (name, data) in files where name.hasSuffix(".html") {
            let page = String(decoding: data, as: UTF8.self)
            #expect(!page.contains("<script>"), "\(name)")
            #expect(!page.contains("<img"), "\(name)")
            #expect(!page.contains("\u{1B}"), "\(name)")
            #expect(!page.contains("javascript:"), "\(name)")
        }
        let page = try book.page("1.html")
        #expect(page.contains("␛[31mred␇"))
        let search = try book.page("assets/search.js")
        #expect(!search.contains("</script"))
    }

    @Test(arguments: [
        "<svg><script>alert(1)</script></svg>", "<svg onload=\"alert(1)\"></svg>",
        "<svg></svg><script></script>",
        "<svg><a href=\"https://example.org\">x</a></svg>", "<svg><image href=\"x\"/></svg>",
        "<svg><foreignObject/></svg>",
        "<svg style=\"position:fixed;inset:0\"></svg>",
        "<svg><path fill=\"url(https://example.org/a)\"/></svg>",
        "<svg><path d='a' onclick='x'/></svg>", "<svg><g></svg>", "<img src=x onerror=alert(1)>", "", "<svg",
        "<svg/>x<b>",
        "<svg><style>@import 'https://example.org'</style></svg>", "<svg id=\"x\"></svg>",
        "<svg><!-- --><script></svg>",
    ])
    func aDrawingIsOnlyADrawing(svg: String) async throws {
        let book = try TestBook(chapters: ["# A\n\n```swift\nshow(x)\n```\n\n```output\nFIGURE\n```\n"])
        let mistakes = try await book.mistakes(drawing: svg)
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.hasPrefix("1.md:3:1: this block shows a figure with markup") == true)
    }
}
