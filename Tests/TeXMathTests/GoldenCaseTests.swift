import Foundation
import HTML
import TeXMath
import TestSupport
import Testing

/// Each folder of `Cases` has an `input.tex` of formulas, parted by blank lines, and the MathML they become. A formula
/// that begins with `%inline` is converted as it would be within a line.
struct GoldenCaseTests {
    static let cases = GoldenFolder("Cases", files: ["input.tex", "expected.mathml"])

    @Test func casesAreFound() {
        #expect(Self.cases.names.count >= 15)
    }

    @Test(arguments: cases.names) func becomesWhatIsExpected(name: String) throws {
        let input = String(decoding: try Self.cases.read("input.tex", of: name), as: UTF8.self)
        let result = try Self.formulas(in: input).map { formula in
            let isInline = formula.hasPrefix("%inline")
            let node = try MathConverter().convert(formula, display: !isInline).node
            return "\(formula)\n\(outline(body(of: node)))"
        }.joined(separator: "\n")
        #expect(try Self.cases.mistake(result.utf8, "expected.mathml", of: name) == nil)
    }

    static func formulas(in input: String) -> [String] {
        input.split(separator: "\n", omittingEmptySubsequences: false)
            .split { $0.isEmpty }.map { $0.joined(separator: "\n") }
    }
}
