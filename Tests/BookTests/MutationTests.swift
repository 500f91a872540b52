import Manuscript
import Testing

@testable import Verification

/// A book that cannot lie: whatever digit of it is changed, the comparison sees it.
///
/// Chapters are run once; each mutation is compared with the same transcript, which takes microseconds.
struct MutationTests {
    @Test(arguments: TheBook.slugs) func everyChangedDigitIsCaught(slug: String) async throws {
        let proof = try await TheBook.proof.value
        let chapter = try #require(proof.chapters.first { $0.chapter.slug == slug })
        var mutations = 0
        var excused = 0
        for step in chapter.checked.steps {
            switch step {
            case .block(let block, .ran(let output), _), .block(let block, .trapped(let output), _):
                guard let recorded = block.recorded?.text else { continue }
                for mutation in mutated(recorded) {
                    mutations += 1
                    if Difference(recorded: mutation, observed: output.text, tolerance: block.tolerance)
                        == nil
                    {
                        // Only a tolerance the author wrote, and readers see, may excuse a digit.
                        #expect(block.tolerance != nil, "block \(block.name): \(mutation)")
                        excused += 1
                    }
                }
            case .block(let block, .refused(let text), _):
                for mutation in mutated(block.recorded?.text ?? "") {
                    mutations += 1
                    #expect(
                        Difference(recorded: mutation, observed: text) != nil,
                        "block \(block.name): \(mutation)")
                }
            case .value(let value, .value(let observed), _):
                for mutation in mutated(value.recorded) {
                    mutations += 1
                    #expect(
                        ValueVerdict(on: mutation, of: value.expression, observed) != .agrees,
                        "\(value.expression): \(mutation)")
                }
            default:
                break
            }
        }
        print(
            "\(slug): \(mutations) digits changed, \(mutations - excused) caught, \(excused) within a tolerance"
        )
    }

    /// The text with each of its digits changed, one at a time.
    private func mutated(_ text: String) -> [String] {
        text.indices.filter { text[$0].isASCII && text[$0].isNumber }.map { index in
            let digit = text[index] == "9" ? "0" : String((text[index].wholeNumberValue ?? 0) + 1)
            return text.replacingCharacters(at: index, with: digit)
        }
    }
}

extension String {
    fileprivate func replacingCharacters(at index: Index, with text: String) -> String {
        self[..<index] + text + self[self.index(after: index)...]
    }
}
