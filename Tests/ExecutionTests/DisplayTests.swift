import Testing

@testable import Execution

/// The expression that ends a block is shown.
@Suite struct DisplayTests {
    @Test func `values are shown as print writes them, assignments and statements are not`() async throws {
        let result = try await TestBook.run(
            [
                swift("let a = [1, 2]\na"),
                swift("var b = 1\nb += 1"),
                swift("b = 3"),
                swift("func f() { b += 1 }\nf()"),
                swift("b; b + 1 // the sum"),
                swift("print(b)"),
                swift("[3, 1, 2]\n    .sorted()\n    .map { x in\n        x * b\n    }"),
                swift("if b > 100 { print(b) }"),
                swift("Int(\"x\")"),
                swift("for i in 0..<2 { print(i) }"),
                swift("\"\"\"\n  two\n lines\n \"\"\""),
            ].joined(separator: "\n"))
        #expect(
            result.texts == [
                "[1, 2]\n", "", "", "", "5\n", "4\n", "[4, 8, 12]\n", "", "nil\n", "0\n1\n", " two\nlines\n",
            ], "\(result.complaint ?? "")")
    }

    @Test func `an error in a shown expression is at its own column`() async throws {
        let result = try await TestBook.run(swift("let a = 1; a + missing"))
        #expect(result.complaint == "4:16: cannot find 'missing' in scope")
    }
}
