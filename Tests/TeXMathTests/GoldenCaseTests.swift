import Foundation
import HTML
import TeXMath
import Testing

/// Each folder of `Cases` has an `input.tex` of formulas, parted by blank lines, and the MathML they become. A formula
/// that begins with `%inline` is converted as it would be within a line.
///
/// `RECORD_TEXMATH=1 swift test --filter GoldenCaseTests` writes what is expected anew; such a run fails, so that it
/// cannot pass for a test.
struct GoldenCaseTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_TEXMATH"] != nil

    static let names: [String] = {
        let contents = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (contents ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }()

    @Test func casesAreFound() {
        #expect(Self.names.count >= 15)
    }

    @Test(arguments: names) func becomesWhatIsExpected(name: String) throws {
        let folder = Self.folder.appending(path: name)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let input = try String(contentsOf: folder.appending(path: "input.tex"), encoding: .utf8)
        let result = try Self.formulas(in: input).map { formula in
            let isInline = formula.hasPrefix("%inline")
            let node = try MathConverter().convert(formula, display: !isInline).node
            return "\(formula)\n\(outline(body(of: node)))"
        }.joined(separator: "\n")
        let expected = folder.appending(path: "expected.mathml")
        if Self.isRecording {
            try result.write(to: expected, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name)")
        } else {
            #expect(
                files == ["expected.mathml", "input.tex"], "a case has an input, an expectation and no more")
            #expect(try result == String(contentsOf: expected, encoding: .utf8))
        }
    }

    static func formulas(in input: String) -> [String] {
        input.split(separator: "\n", omittingEmptySubsequences: false)
            .split { $0.isEmpty }.map { $0.joined(separator: "\n") }
    }
}
