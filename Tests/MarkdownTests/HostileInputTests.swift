import Markdown
import Diagnostics
import Foundation
import Testing

/// Input made to break a parser: it is parsed or refused with a location, in time linear in its size.
@Suite struct HostileInputTests {
    /// Patterns to be repeated, by name.
    static let patterns: [(name: String, repeated: String)] = [
        ("nested brackets", "["), ("closing brackets", "]"), ("bracket pairs", "[]"),
        ("nested links", "[a]("), ("image marks", "!["),
        ("empty tails", "]("), ("tails with quotes", "](a \""), ("unclosed destinations", "](<"),
        ("dollars", "$"), ("dollars and letters", "$a "), ("prices", "$5 "), ("math and digits", "$a$1"),
        ("display math", "$$a$$ "),
        ("escaped dollars", "\\$"), ("TeX text groups", "$\\text{"), ("bars", "|"),
        ("table rows", "| a |\n|---|\n"), ("wide rows", "a | b "),
        ("footnote marks", "[^"), ("footnote references", "[^a] "), ("footnote definitions", "[^a]: x\n"),
        ("attributes", "{#"), ("attributes behind images", "![](a){#b}"), ("identifiers", "# a {#b}\n"),
        ("citations", "[@"), ("citation groups", "[@a; "), ("keys", "@a "), ("key punctuation", "@a.b:"),
        ("backticks", "`"), ("growing code spans", "`a``b```c````"), ("languages", "`a`{.swift}"),
        ("emphasis", "*a "), ("strong emphasis", "**a _b "), ("alternating marks", "*_"), ("tags", "<a b='"),
        ("comments", "<!-- "),
        ("processing instructions", "<?"), ("declarations", "<!A "), ("CDATA", "<![CDATA["),
        ("autolinks", "<a:"), ("references", "&a;"),
        ("numeric references", "&#1;"), ("quotes", "> a\n"), ("lazy quotes", "> a\nb\n"), ("items", "- a\n"),
        ("empty items", "-\n"), ("fences", "```\n"),
        ("alerts", "> [!NOTE]\n"), ("details", "<details>\n"),
        ("summaries", "<details><summary>a</summary>\n\n"), ("definitions", "[a]: b\n"),
        ("unclosed titles", "[a]: b \"\n"), ("backslashes", "\\"), ("hard breaks", "a\\\n"), ("tabs", "\t"),
        ("captions", "Table: a {#b}\n"),
        ("swift links", "[a](<swift: ("), ("display math over lists", "$$\n- a\n"), ("headings", "#"),
        ("underlines", "a\n=\n"),
        ("rules", "* * "), ("blank lines", "\n"), ("byte order marks", "\u{FEFF}"),
    ]

    /// Eight times as much input takes some eight times as long, not sixty times.
    @Test(arguments: patterns.map(\.name))
    func timeIsLinear(name: String) throws {
        let pattern = try #require(Self.patterns.first { $0.name == name })
        let small = milliseconds(pattern.repeated, size: 1_000)
        let large = milliseconds(pattern.repeated, size: 8_000)
        #expect(large < max(small * 24, 100), "\(small) ms for 1 kB, \(large) ms for 8 kB")
    }

    /// The time this thread spends on parsing, however busy the machine is.
    private func milliseconds(_ repeated: String, size: Int) -> Double {
        let text = String(repeating: repeated, count: size / repeated.utf8.count)
        let file = SourceFile(path: "hostile.md", text: text + "\n")
        let start = threadTime()
        _ = try? Document(parsing: file)
        return (threadTime() - start) * 1_000
    }

    private func threadTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    @Test(arguments: [
        String(repeating: "> ", count: 101),
        (0..<101).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
        (0..<60).map { _ in "*a **b " }.joined() + (0..<60).map { _ in "c** d*" }.joined(),
        String(repeating: ">", count: 20_000), String(repeating: "- ", count: 16_000) + "a\n\n\n",
        String(repeating: "> - 1. ", count: 7_000) + "a",
    ])
    func deepNestingIsRefused(text: String) throws {
        let file = SourceFile(path: "deep.md", text: text + "a\n")
        let start = threadTime()
        let error = #expect(throws: DiagnosticError.self) { try Document(parsing: file) }
        #expect(threadTime() - start < 5)
        #expect(error?.diagnostics.first?.summary.hasPrefix("nested more than 100 levels") == true)
        #expect(error?.diagnostics.first?.location != nil)
    }

    /// Converting what is just not too deep works on the small stack of a secondary thread.
    @Test func theDeepestDocumentFitsASmallStack() throws {
        let quotes = String(repeating: "> ", count: 90)
        let marks = (0..<20).map { _ in "*a **b " }.joined() + (0..<20).map { _ in "c** d*" }.joined()
        for text in [quotes + "a\n", marks + "\n", String(repeating: "- ", count: 45) + "a\n"] {
            let file = SourceFile(path: "deep.md", text: text)
            nonisolated(unsafe) var count: Int?
            let done = DispatchSemaphore(value: 0)
            let thread = Thread {
                count = try? Document(parsing: file).blocks.count
                done.signal()
            }
            thread.stackSize = 512 * 1024
            thread.start()
            done.wait()
            #expect(count == 1)
        }
    }

    @Test func aLargeFileIsParsed() throws {
        let paragraph = String(repeating: "some *text* and `code` with $x_1$ [^n]\n", count: 20) + "\n"
        let count = ProcessInfo.processInfo.environment["BOOK_TEST_DOCUMENTS"] == nil ? 100 : 12_000
        let text = String(repeating: paragraph, count: count) + "[^n]: note\n"
        let document = try Document(parsing: SourceFile(path: "large.md", text: text))
        #expect(document.blocks.count == count)
    }
}
