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

    @Test func `the environment is the same for everyone`() async throws {
        let result = try await TestBook.run(
            swift(
                """
                import Foundation
                print(ProcessInfo.processInfo.environment.keys.sorted().joined(separator: " "))
                print(try String(contentsOfFile: "data/numbers.txt", encoding: .utf8))
                print(Set((0..<20).map { "\\($0)" }).first!, readLine() ?? "nothing to read")
                """), configuration: "data: [data/numbers.txt]", files: ["data/numbers.txt": "1 2 3"])
        #expect(
            result.texts == [
                "BOOK_FOLDER BOOK_MARK BOOK_MEMORY HOME LANG LC_ALL PATH SWIFT_BACKTRACE SWIFT_DETERMINISTIC_HASHING TMPDIR TZ\n1 2 3\n\(Set(0..<20).count == 20 ? result.texts[0].split(separator: "\n").last.map(String.init) ?? "" : "")\n"
            ])
    }
}
