import Diagnostics
import Manuscript
import Testing

@testable import Execution

/// The Swift that chapters are written in.
@Suite struct DialectTests {
    private let race = """
        var shared = 0
        func read() -> Int { shared }
        _ = Task.detached { shared += 1 }
        """

    @Test func `it is Swift 6, and what is outside functions belongs to the main actor`() async throws {
        let result = try await TestBook.run(
            swift("var shared = 0\nfunc count() -> Int {\n    shared += 1\n    return shared\n}")
                + swift("print(count(), \"a-1 b-2\".matches(of: /([a-z])-(\\d)/).count)")
                + swift("Task.detached { shared += 1 }", "fails"))
        #expect(result.texts.prefix(2) == ["", "1 2\n"], "\(result.complaint ?? "")")
        #expect(result.texts.last?.contains("main actor-isolated var 'shared'") == true, "\(result.texts)")
    }

    @Test func `a book may be written in an older one, with features of a newer`() async throws {
        let slash = swift("print(\"a-1 b-2\".matches(of: /([a-z])-(\\d)/).count)")
        let old = try await TestBook.run(swift(race) + slash, configuration: "swift: {mode: 5}")
        #expect(old.failure?.owner == .book)
        let new = try await TestBook.run(
            swift(race) + slash, configuration: "swift: {mode: 5, features: [BareSlashRegexLiterals]}")
        #expect(new.texts == ["", "2\n"], "\(new.complaint ?? "")")
    }

    @Test(arguments: ["swift: 7", "swift: {mode: 4}", "swift: {version: 6}", "swift: {features: [-O]}"])
    func `nothing else is a dialect`(configuration: String) async throws {
        await #expect(throws: Failure.self) {
            try await TestBook.run("Words.", configuration: configuration)
        }
    }

    @Test func `a feature that the compiler does not know is named`() async throws {
        let book = try TestBook(
            ["one": "# One\n\n\(swift("print(1)"))"], configuration: "swift: {features: [ExistentialAn]}")
        do {
            _ = try await book.run()
            Issue.record("an unknown feature was accepted")
        } catch let failure as Failure {
            #expect(failure.owner == .configuration)
            #expect(
                failure.diagnostics.first?.summary == "the compiler knows no upcoming feature 'ExistentialAn'"
            )
            #expect(failure.diagnostics.first?.help?.hasPrefix("did you mean 'ExistentialAny'?") == true)
        }
    }
}
