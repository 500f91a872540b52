import Diagnostics
import Manuscript

extension Chapter {
    /// Where its Swift is not as the grammar wants it: the first place of each block and value that should compile.
    public var syntaxErrors: [Diagnostic] {
        let map = SourceMap(chapter: self)
        return steps.indices.compactMap { index in
            if case .block(let block) = steps[index], block.expectation == .fails { return nil }
            return map.syntaxError(inStep: index).map { place in
                .error(
                    "this is no Swift: something is missing here, or too much", at: map.location(place),
                    help: "mend it, or mark a block that must not compile with 'fails'")
            }
        }
    }
}
