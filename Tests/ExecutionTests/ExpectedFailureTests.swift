import Manuscript
import Testing

@testable import Execution

/// Blocks that must not compile, and blocks that must trap.
@Suite struct ExpectedFailureTests {
    @Test func `a block that must not compile is refused`() async throws {
        let result = try await TestBook.run(
            swift("let count = 3")
                + swift("let name: String = count\n\nlet other = missing", "fails")
                + swift("func f() -> Int {\n}", "fails") + swift("print(count)"))
        #expect(
            result.texts == [
                "",
                """
                1:20: error: cannot convert value of type 'Int' to specified type 'String'
                3:13: error: cannot find 'missing' in scope

                """, "2:1: error: missing return in global function expected to return 'Int'\n", "3\n",
            ], "\(result.complaint ?? "")")
    }

    @Test func `a block that must not compile may leave something open`() async throws {
        let result = try await TestBook.run(
            swift("let a = 1") + swift("print(a\n", "fails") + swift("func f() {", "fails"))
        #expect(
            result.texts == [
                "",
                "1:8: error: expected ')' in expression list\n1:6: note: to match this opening '('\n",
                "1:11: error: expected '}' at end of brace statement\n1:10: note: to match this opening '{'\n",
            ], "\(result.complaint ?? "")")
    }

    @Test func `a block that must not compile but does is an error`() async throws {
        let result = try await TestBook.run(swift("print(1)") + swift("let x = 1", "fails id=fine"))
        #expect(result.complaint == "6:4: block 'fine' must not compile, but it does")
    }

    @Test func `a block that must trap does not end the chapter`() async throws {
        let result = try await TestBook.run(
            swift("var values = [1, 2]")
                + swift(
                    "print(\"in the copy\")\nvalues.append(3)\nlet index = values.count\nvalues[index]",
                    "traps")
                + swift("struct E: Error {}\nthrow E()", "traps")
                + swift("print(1, terminator: \"\")\nfatalError(\"on purpose\")", "traps")
                + swift("print(values)"))
        #expect(
            result.texts == [
                "", "in the copy\nFatal error: Index out of range\n",
                "Fatal error: Error raised at top level: main.E()\n", "1\nFatal error: on purpose\n",
                "[1, 2]\n",
            ], "\(result.complaint ?? "")")
        #expect(result.transcript.outcomes[1] == .trapped(BlockOutput(text: result.texts[1])))
    }

    @Test(arguments: ["print(\"fine\")", "import Foundation\nexit(0)"])
    func `a block that must trap but does not is an error`(code: String) async throws {
        let result = try await TestBook.run(
            swift("import Foundation") + swift(code.replacing("import Foundation\n", with: ""), "traps"))
        #expect(result.complaint == "6:4: block '2' should trap, but it ran to its end")
    }

    @Test func `a block that must trap and hangs is stopped`() async throws {
        let result = try await TestBook.run(swift("while true {}", "traps timeout=200ms"))
        #expect(result.complaint == "3:4: block '1' ran longer than 200 ms")
    }
}
