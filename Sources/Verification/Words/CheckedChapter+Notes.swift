import Diagnostics
import Manuscript

extension CheckedChapter {
    /// One note on the claims whose words no operator can carry: only a reader can judge these.
    public var notes: [Diagnostic] {
        let claims = steps.compactMap { step -> InlineValue? in
            guard case .value(let value, .value(.claim(true)), .agrees) = step,
                !["true", "false"].contains(value.recorded),
                context.above(value).judgement(of: value.recorded, value.expression) == .leftToTheReader
            else { return nil }
            return value
        }
        guard let first = claims.first else { return [] }
        let places = claims.map { "L\(chapter.file.position(at: $0.contentRange.lowerBound).line)" }
        let count = claims.count
        return [
            Diagnostic(
                .note,
                "\(counted(count, "claim")) \(count == 1 ? "is" : "are") true, and only a reader can judge the words: "
                    + places.joined(separator: ", "),
                at: chapter.file.location(first.contentRange),
                help:
                    "words such as 'below 0.1', 'at most', 'all' and 'exactly' are held against the expression"
            )
        ]
    }
}
