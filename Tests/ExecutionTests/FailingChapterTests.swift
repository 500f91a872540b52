import Diagnostics
import Foundation
import Manuscript
import Testing

@testable import Execution

/// Every way in which a chapter can go wrong is told at its line, with what happened before it kept.
@Suite struct FailingChapterTests {
    @Test(arguments: [
        ("let x: Int = \"text\"", "4:14: cannot convert value of type 'String' to specified type 'Int'"),
        ("print(1)\nlet x = missing", "5:9: cannot find 'missing' in scope"),
        ("func f() -> Int {\n}", "5:1: missing return in global function expected to return 'Int'"),
        ("let a = [1, 2", "4:14: expected ',' separator"),
        ("}", "4:1: extraneous '}' at top level"),
        ("import Nowhere", "4:8: no such module 'Nowhere'"),
        ("func f() {", "4:11: expected '}' at end of brace statement"),
        ("let s = \"\"\"\nabc", "4:9: unterminated string literal"),
        ("#sourceLocation(file: \"x\", line: 1)\nprint(zz)", "x:1: cannot find 'zz' in scope"),
        ("print(1", "4:8: expected ',' separator"),
    ])
    func `a block that does not compile`(code: String, complaint: String) async throws {
        let result = try await TestBook.run(swift(code))
        #expect(result.complaint == complaint)
        #expect(result.failure?.owner == .book)
    }

    @Test func `an error in a list or quote is at the column of the file`() async throws {
        let result = try await TestBook.run("> - ```swift\n>   let x = missing\n>   ```")
        #expect(result.complaint == "4:13: cannot find 'missing' in scope")
    }

    @Test func `an error in an inline value is at the column of the file`() async throws {
        let result = try await TestBook.run("One [1](<swift: 1>) and [2](<swift: missing>).")
        #expect(result.complaint == "3:37: cannot find 'missing' in scope")
    }

    @Test func `wherever Swift breaks off, there is a place for it`() throws {
        let code =
            "let s = \"\"\"\nabc \\(f(x))\n\"\"\"\nfunc f() { [1, 2].map { $0 } }\n#if DEBUG\n#endif\n/* ü */\n"
        let bytes = Array(code.utf8)
        var count = 0
        for end in bytes.indices {
            let text = "# One\n\n" + swift(String(decoding: bytes[..<end], as: UTF8.self))
            let chapter = try Chapter(parsing: SourceFile(path: "one.md", text: text), role: .opening)
            let map = SourceMap(chapter: chapter)
            guard let place = map.syntaxError(inStep: 0) else { continue }
            count += 1
            #expect(map.location(place).start.line > 3, "\(text)")
        }
        #expect(count > 50)
    }

    @Test func `what is left open is told where it is, not where it is missed`() async throws {
        let result = try await TestBook.run(
            swift("func f() {") + swift("print(1)") + "One [1](<swift: [1>) and [2](<swift: 2>).")
        #expect(result.complaint == "4:11: expected '}' at end of brace statement")
        let value = try await TestBook.run("One [1](<swift: [1>) and [2](<swift: 2>).")
        #expect(value.complaint?.hasPrefix("3:19: ") == true, "\(value.complaint ?? "")")
    }

    @Test(arguments: [
        (
            swift("print(b)") + swift("let b = 1"),
            "4:7: 'b' is used before it has a value, which it gets at line 7"
        ),
        (
            "[so](<swift: !flag>)\n\n" + swift("let flag = true"),
            "3:15: 'flag' is used before it has a value, which it gets at line 6"
        ),
        (
            swift("func f() -> Int { n }\nprint(f())") + "> - ```swift\n>   let n = 1\n>   ```",
            "5:7: 'f' uses 'n' before it has a value, which it gets at line 8"
        ),
    ])
    func `what has no value yet is not used`(text: String, complaint: String) async throws {
        let result = try await TestBook.run(text)
        #expect(result.complaint == complaint)
        #expect(result.failure?.owner == .book)
    }

    @Test(arguments: [
        ("let a = [1, 2]\nprint(a[a.count + 3])", "5:8: block '1' trapped: Fatal error: Index out of range"),
        (
            "let n: Int? = Int(\"x\")\nprint(\"so far\")\nprint(n!)",
            "6:8: block '1' trapped: Fatal error: Unexpectedly found nil while unwrapping an Optional value"
        ),
        ("fatalError(\"first\\nsecond\")", "4:1: block '1' trapped: Fatal error: first\nsecond"),
        (
            "precondition(CommandLine.argc > 5, \"needs five\")",
            "4:1: block '1' trapped: Precondition failed: needs five"
        ),
        (
            "func f(_ x: Int8) -> Int8 {\n    x + 100\n}\nprint(f(Int8(CommandLine.argc) + 99))",
            "5:7: block '1' trapped: Swift runtime failure: arithmetic overflow"
        ),
        (
            "struct E: Error { let n = 3 }\nthrow E()",
            "3:4: block '1' trapped: Fatal error: Error raised at top level: main.E(n: 3)"
        ),
        (
            "let a: Any = 3\nprint(a as! String)",
            "3:4: block '1' trapped: Could not cast value of type 'Swift.Int' to 'Swift.String'."
        ),
    ])
    func `a block that traps`(code: String, complaint: String) async throws {
        let result = try await TestBook.run(swift(code))
        #expect(result.complaint == complaint)
        #expect(result.failure?.owner == .book)
    }

    @Test func `what ran before a trap is kept`() async throws {
        let result = try await TestBook.run(
            swift("print(1)") + swift("print(\"so far\", terminator: \"\")\nfatalError()", "id=bad")
                + swift("print(3)"))
        #expect(result.texts == ["1\n", "not run", "not run"])
        #expect(result.complaint == "8:1: block 'bad' trapped: Fatal error")
        #expect(result.failure?.diagnostics.first?.explanation?.contains("so far") == true)
    }

    @Test func `a loop without end is stopped at the block's limit`() async throws {
        let result = try await TestBook.run(
            swift("print(1)") + swift("print(\"turning\")\nwhile true {}", "timeout=300ms"))
        #expect(result.complaint == "6:4: block '2' ran longer than 300 ms")
        #expect(result.failure?.diagnostics.first?.explanation?.contains("turning") == true)
        #expect(result.texts == ["1\n", "not run"])
    }

    @Test func `the clock starts anew with every block`() async throws {
        let nap = "import Foundation\nThread.sleep(forTimeInterval: 0.4)"
        let result = try await TestBook.run(
            swift(nap, "timeout=900ms") + swift(nap, "timeout=900ms") + swift(nap, "timeout=900ms"))
        #expect(result.failure == nil)
    }

    @Test func `a block that prints without end is stopped at the limit`() async throws {
        let result = try await TestBook.run(
            swift("while true { print(\"no end\") }"), configuration: "limits: {output: 100KB}")
        #expect(result.complaint == "3:4: block '1' printed more than a chapter may, 102400 bytes")
    }

    @Test func `drawings count as what is printed does`() async throws {
        let result = try await TestBook.run(
            swift(
                "let line = LinePlot(title: \"T\", x: \"x\", y: \"y\", [1, 2, 3])\nwhile true { show(line) }"),
            configuration: "limits: {output: 100KB}")
        #expect(result.complaint == "3:4: block '1' printed and drew more than a chapter may, 102400 bytes")
        let figures = try await TestBook.run(
            swift(
                "struct Big: Figure {\n    var title: String { \"\" }\n    var alternativeText: String { \"\" }\n    func text() -> String { \"big\" }\n    func svg() -> String { String(repeating: \"x\", count: 200_000) }\n}\nshow(Big())"
            ),
            configuration: "limits: {output: 100KB}")
        #expect(figures.complaint?.contains("printed and drew") == true, "\(figures.complaint ?? "")")
    }

    #if os(Linux)
        @Test(arguments: [
            // Memory that is shared is no data of the process.
            "let p = mmap(nil, 300 << 20, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)!\nmemset(p, 1, 300 << 20)",
            // Each of these is below the limit.
            "for _ in 0..<4 {\n    let p = Process()\n    p.executableURL = URL(filePath: \"/usr/bin/perl\")\n    p.arguments = [\"-e\", \"$x = 'a' x (80 << 20); sleep 9\"]\n    try p.run()\n}",
        ])
        func `memory is that of all processes, shared memory included`(code: String) async throws {
            let result = try await TestBook.run(
                swift("import Foundation\n\(code)\nThread.sleep(forTimeInterval: 8)"),
                configuration: "limits: {memory: 200MB}")
            #expect(result.complaint == "3:4: block '1' needs more memory than a chapter may take, 200 MB")
        }

        @Test func `memory that several processes share counts once`() async throws {
            let result = try await TestBook.run(
                swift("var a = [UInt8](repeating: 1, count: 90 << 20)\nprint(a.count)")
                    + swift("fatalError()", "traps") + swift("fatalError()", "traps"),
                configuration: "limits: {memory: 200MB}")
            #expect(result.failure == nil, "\(result.complaint ?? "")")
        }

        @Test func `a file that is too long is stopped`() async throws {
            let result = try await TestBook.run(
                swift(
                    "import Foundation\nlet f = open(\"x\", O_CREAT | O_RDWR, 0o600)\n_ = ftruncate(f, 300 << 20)"
                ),
                configuration: "limits: {memory: 200MB}")
            #expect(result.complaint == "3:4: block '1' wrote more into a file than a chapter may, 200 MB")
        }
    #endif

    @Test func `a block that allocates without end is stopped at the limit`() async throws {
        let result = try await TestBook.run(
            swift("var a: [[Double]] = []\nwhile true { a.append([Double](repeating: 1, count: 65536)) }"),
            configuration: "limits: {memory: 190MB}")
        #expect(result.complaint == "3:4: block '1' needs more memory than a chapter may take, 190 MB")
    }

    @Test(arguments: [0, 3]) func `a block that ends the program`(code: Int) async throws {
        let result = try await TestBook.run(
            swift("print(1)") + swift("import Foundation\nexit(\(code))") + swift("print(3)"))
        #expect(
            result.complaint
                == "6:4: block '2' ended the program with exit code \(code), before the end of the chapter")
        #expect(result.texts == ["1\n", "not run", "not run"])
    }

    @Test func `bytes that are no UTF-8 are named`() async throws {
        let result = try await TestBook.run(
            swift("import Foundation\nprint(\"abc\")\nFileHandle.standardOutput.write(Data([0xC3, 0x28]))"))
        #expect(result.complaint == "3:4: the output has the byte 0xc3 at offset 4, which is no UTF-8")
    }

    @Test func `an inline value that prints`() async throws {
        let result = try await TestBook.run(
            swift("func f() -> Int { print(\"hm\"); return 1 }") + "\n[1](<swift: f()>)")
        #expect(result.complaint == "7:13: an inline value must not print, but this one does")
    }

    @Test func `one chapter's failure leaves the others alone`() async throws {
        let book = try TestBook([
            "one": "# One\n\n\(swift("print(1)"))", "two": "# Two\n\n\(swift("fatalError()"))",
            "three": "# Three\n\n\(swift("print(3)"))",
        ])
        let results = try await book.run()
        #expect(results.map(\.slug) == ["index", "two", "three"])
        #expect(results.map { $0.failure == nil } == [true, false, true])
        #expect(results[2].texts == ["3\n"])
    }
}
