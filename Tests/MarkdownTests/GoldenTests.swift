import Markdown
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Folders in `Cases`: `input.md`, and in `expected.txt` the nodes or the errors that come of it.
@Suite struct GoldenTests {
    static let cases = GoldenFolder("Cases", files: ["input.md", "expected.txt"])

    @Test func thereAreCases() {
        #expect(Self.cases.names.count > 10)
    }

    @Test(arguments: cases.names)
    func theNodesAreAsRecorded(name: String) throws {
        let input = try Self.cases.read("input.md", of: name)
        let observed = dump(SourceFile(path: "input.md", bytes: Array(input)))
        #expect(try Self.cases.mistake(observed.utf8, "expected.txt", of: name) == nil)
    }

    private func dump(_ file: SourceFile) -> String {
        do {
            return try Document(parsing: file).dump()
        } catch {
            return error.diagnostics.map { diagnostic in
                let place = diagnostic.location.map { "\($0.start.line):\($0.start.column)" } ?? "?"
                let bytes = diagnostic.location.map { file.text(in: $0.range).debugDescription } ?? ""
                return
                    "\(place): \(diagnostic.severity): \(diagnostic.summary) \(bytes)\n    \(diagnostic.help ?? "")\n"
            }.joined()
        }
    }
}
