import Markdown
import Diagnostics
import Foundation
import Testing

/// Folders in `Cases`: `input.md`, and in `expected.txt` the nodes or the errors that come of it.
///
/// With `RECORD_CASES=1` in the environment the expected files are written anew, and the run fails.
@Suite struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_CASES"] == "1"

    static var cases: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test func thereAreCases() {
        #expect(Self.cases.count > 10)
    }

    @Test(arguments: cases)
    func theNodesAreAsRecorded(name: String) throws {
        let folder = Self.folder.appending(path: name)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
        let input = try Data(contentsOf: folder.appending(path: "input.md"))
        let observed = dump(SourceFile(path: "input.md", bytes: Array(input)))
        let expected = folder.appending(path: "expected.txt")
        if Self.isRecording {
            try Data(observed.utf8).write(to: expected)
            Issue.record("recorded \(name)")
            return
        }
        #expect(files == ["expected.txt", "input.md"], "an orphan, or nothing recorded: set RECORD_CASES=1")
        #expect(observed == String(decoding: try Data(contentsOf: expected), as: UTF8.self))
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
