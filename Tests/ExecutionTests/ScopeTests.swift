import Diagnostics
import Manuscript
import Testing

@testable import Execution

/// Blocks with a scope of their own, and fresh starts.
@Suite struct ScopeTests {
    @Test func `what a block of its own declares ends with it`() async throws {
        let result = try await TestBook.run(
            swift("let base = 10\nstruct Animal { var legs = 4 }")
                + swift(
                    "import Foundation\nstruct Animal { var name = \"cat\" }\nlet point = sqrt(16.0)\nAnimal().name",
                    "own")
                + swift("let point = base + 1\nfunc twice() -> Int { 2 * point }\ntwice()", "own")
                + swift("let point = 3\nAnimal().legs + point") + "[4](<swift: point + 1>)\n\n"
                + swift("let point = 4\nlet count: String = point", "fails own"))
        #expect(
            result.texts == [
                "", "cat\n", "22\n", "7\n", "integer(\"4\")",
                "2:21: error: cannot convert value of type 'Int' to specified type 'String'\n",
            ], "\(result.complaint ?? "")")
        #expect(result.warnings.isEmpty, "\(result.warnings.map(\.summary))")
    }

    @Test func `a fresh start forgets all that is above it`() async throws {
        let result = try await TestBook.run(
            swift("struct Animal { var legs = 4 }\nprint(Animal().legs)")
                + swift(
                    "struct Animal { var name = \"cat\" }\nextension Animal { var long: String { name + name } }\nAnimal().long",
                    "reset")
                + "[cat](<swift: Animal().name>)\n\n" + swift("Animal().legs", "fails")
                + swift("protocol Animal {}\nprint(3)", "reset") + swift("fatalError(\"so\")", "traps"))
        #expect(
            result.texts == [
                "4\n", "catcat\n", "text(\"cat\")",
                "1:10: error: value of type 'Animal' has no member 'legs'\n",
                "3\n", "Fatal error: so\n",
            ], "\(result.complaint ?? "")")
    }

    @Test func `an error after a fresh start is at its place`() async throws {
        let result = try await TestBook.run(swift("let a = 1") + swift("print(a)", "reset"))
        #expect(result.complaint == "7:7: cannot find 'a' in scope")
        #expect(result.texts == ["", "not run"])
    }

    /// What the compiler says is right, and does not say what to do in a chapter.
    @Test(arguments: [
        (swift("let a = 1") + swift("let a = 2"), "share one scope"),
        (swift("struct A {}") + swift("struct A {}"), "'own'"),
        (
            swift("struct Bad {}\nfatalError()", "traps id=b") + swift("Bad()"),
            "declared in block b, whose names end"
        ),
        (swift("let a = 1", "own") + swift("a"), "declared in block 1, whose names end"),
        (swift("extension Int { var a: Int { 1 } }", "own"), "'reset' instead of 'own'"),
    ])
    func `names of one chapter clash or end`(text: String, help: String) async throws {
        let result = try await TestBook.run(text)
        let found = result.failure?.diagnostics.compactMap(\.help) ?? []
        #expect(found.contains { $0.contains(help) }, "\(result.failure?.diagnostics ?? [])")
    }

    @Test(arguments: ["own static", "reset static", "own reset", "own traps", "own=1"])
    func `words that contradict one another`(options: String) throws {
        #expect(throws: DiagnosticError.self) {
            try Chapter(
                parsing: SourceFile(path: "a.md", text: "# A\n\n" + swift("1", options)), role: .page)
        }
    }
}
