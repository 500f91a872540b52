import Foundation
import HTML
import TeXMath
import Testing

/// The same formulas by another converter: the characters of KaTeX 0.16.4's MathML, in order, without blanks.
/// Tags and `\mathchoice` are left out, which KaTeX writes to its HTML only.
struct OracleTests {
    struct Answer: CustomTestStringConvertible {
        var isDisplay: Bool
        var tex: String
        var characters: String
        var testDescription: String { tex }
    }

    static let answers: [Answer] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "Oracles/katex.tsv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 3 else { return nil }
            return Answer(isDisplay: fields[0] == "block", tex: fields[1], characters: fields[2])
        }
    }()

    @Test func answersAreFound() {
        #expect(Self.answers.count >= 90)
    }

    @Test(arguments: answers) func charactersAgree(answer: Answer) throws {
        let formula = try MathConverter().convert(answer.tex, display: answer.isDisplay)
        #expect(comparable(body(of: formula.node).plainText) == comparable(answer.characters))
    }

    /// Without what the two write otherwise by intent: accents, which are no two alike, and bars, stars and arrows.
    private func comparable(_ text: String) -> String {
        let replaced: [Unicode.Scalar: Unicode.Scalar?] = [
            "∣": "|", "∥": "‖", "-": "−", "*": "∗", "∙": "•", "⟂": "⊥", "ˆ": nil, "˜": nil, "¯": nil,
            "ˉ": nil,
            "‾": nil, "_": nil, "^": nil, "~": nil, "˙": nil, "⃗": "→", "‘": "`",
        ]
        let invisible: Set<Unicode.Scalar> = ["\u{2061}", "\u{200B}", "\u{2063}"]
        var result = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            let isMark = (0x300...0x36F).contains(scalar.value) && scalar != "\u{338}"
            guard !scalar.properties.isWhitespace, !invisible.contains(scalar), !isMark else { continue }
            if let other = replaced[scalar] {
                if let other { result.append(other) }
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
