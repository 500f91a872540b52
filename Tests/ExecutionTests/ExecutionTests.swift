import Manuscript
import Testing

@testable import Execution

@Suite struct ExecutionTests {
    @Test func `blocks run in order and share what they declare`() async throws {
        let result = try await TestBook.run(
            """
            \(swift("let norms = [1.5, 0.5]\nfunc largest() -> Double { norms.max() ?? 0 }"))
            The largest is [1.5](<swift: largest()>), [surely](<swift: norms[1] < 1>) above
            [2](<swift: norms.count>) and [text](<swift: "a" + "b">).
            \(swift("print(largest())\nprint(\"no newline\", terminator: \"\")", "id=print hidden"))
            \(swift("nonsense", "static"))
            \(swift("norms.map { $0 * 2 }"))
            """)
        #expect(result.failure == nil, "\(result.complaint ?? "")")
        #expect(
            result.transcript.outcomes == [
                .ran(BlockOutput(text: "")), .value(.floating(1.5)), .value(.claim(true)),
                .value(.integer("2")),
                .value(.text("ab")), .ran(BlockOutput(text: "1.5\nno newline")), .notRun,
                .ran(BlockOutput(text: "[3.0, 1.0]\n")),
            ])
        #expect(result.source == .execution)
    }

    @Test func `blocks in lists and quotes run`() async throws {
        let result = try await TestBook.run(
            """
            1. First

               ```swift
               let a = 2
               if a > 1 {
                   print(a)
               }
               ```

            > ```swift
            > print(a + 1)
            > ```
            """)
        #expect(result.texts == ["2\n", "3\n"], "\(result.complaint ?? "")")
    }

    @Test func `a figure is shown as text and drawing`() async throws {
        let result = try await TestBook.run(
            swift(
                """
                print("before")
                let plot = LinePlot(title: "T", x: "x", y: "y", [1, 2, 3])
                show(plot)
                print("after")
                """) + swift("plot"))
        let outputs = result.transcript.outcomes.compactMap { outcome in
            if case .ran(let output) = outcome { output } else { nil }
        }
        try #require(outputs.count == 2, "\(result.complaint ?? "")")
        let figure = try #require(outputs[0].figures.first)
        let text = Array(outputs[0].text.utf8)
        let drawn = String(decoding: text[figure.textRange], as: UTF8.self)
        #expect(outputs[0].text == "before\n\(drawn)after\n")
        #expect(drawn.contains("T") && drawn.count > 100)
        #expect(figure.svg.hasPrefix("<svg"))
        #expect(outputs[1].text == drawn)
    }

    @Test func `nothing of the user's environment reaches a chapter`() async throws {
        let result = try await TestBook.run(
            swift(
                """
                import Foundation
                print(ProcessInfo.processInfo.environment.keys.sorted().joined(separator: " "))
                print(CommandLine.arguments, readLine() ?? "nothing to read")
                print(try String(contentsOfFile: "data/numbers.txt", encoding: .utf8))
                print(TimeZone.current.secondsFromGMT(), "\\(#fileID):\\(#line)")
                """), configuration: "data: [data/numbers.txt]", files: ["data/numbers.txt": "1 2 3"])
        #expect(
            result.texts == [
                """
                HOME LANG LC_ALL PATH SWIFT_BACKTRACE SWIFT_DETERMINISTIC_HASHING TMPDIR TZ
                ["index"] nothing to read
                1 2 3
                0 main/block-1:5

                """
            ])
    }

    @Test func `a chapter finds no file that book.yml does not list, and writes none into the book`()
        async throws
    {
        let book = try TestBook(
            [
                "one": "# One\n\n"
                    + swift(
                        "import Foundation\ntry \"x\".write(toFile: \"d\", atomically: true, encoding: .utf8)"
                    )
                    + swift("print(try String(contentsOfFile: \"unlisted\", encoding: .utf8))")
            ], configuration: "data: [d]", files: ["d": "old", "unlisted": "1"])
        let result = try await book.run()[0]
        #expect(
            result.complaint?.contains(": block '2' trapped: ") == true, "\(result.complaint ?? "nothing")")
        #expect(result.failure?.diagnostics.first?.help?.contains("'data' in book.yml") == true)
        #expect(try String(contentsOfFile: book.folder + "/d", encoding: .utf8) == "old")
    }

    @Test func `sets are in the same order in every run`() async throws {
        let text = swift("print(Set((0..<100).map { \"\\($0)\" }).joined(separator: \" \"))")
        let first = try await TestBook.run(text)
        let second = try await TestBook.run(text)
        #expect(first.texts == second.texts)
    }

    @Test func `what a block prints may be anything that is text`() async throws {
        let odd = "\u{1}s1:0\n\u{1}\u{1}\t\u{0}\r\n\u{7f}é𝛼\u{2028}"
        let result = try await TestBook.run(
            swift("print(\"\\u{1}s1:0\\n\\u{1}\\u{1}\\t\\0\\r\\n\\u{7f}é𝛼\\u{2028}\", terminator: \"\")"))
        #expect(result.texts == [odd], "\(result.complaint ?? "")")
    }

    @Test func `a prose chapter needs no compiler`() async throws {
        let result = try await TestBook.run("Only words.")
        #expect(result.transcript.outcomes.isEmpty && result.failure == nil)
    }
}
