import SwiftSource
import Testing

@Suite struct SyntaxErrorTests {
    @Test(
        arguments: [
            ("let a = 1\n", nil), ("func f() {\n", 10), ("let a = [1, 2\n", 13), ("}\n", 0), ("print(1\n", 7),
            ("#if DEBUG\nlet a = 1\n", 19), ("let q =", 7),
        ] as [(String, Int?)])
    func isWhereTheGrammarIsBroken(code: String, expected: Int?) {
        #expect(SwiftPiece(code).syntaxError == expected)
    }
}
