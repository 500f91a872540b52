import Testing

@testable import Figures

@Suite struct ColumnsTests {
    @Test(arguments: [("abc", 3), ("漢字", 4), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("‖h_t‖", 5), ("", 0), ("ｆ", 2)])
    func columns(text: String, expected: Int) {
        #expect(text.columns == expected)
    }

    @Test(arguments: 1...30)
    func wrappingKeepsEveryCharacter(width: Int) {
        let text = "A question, a prediction, and a verylongwordthatdoesnotfit anywhere at all"
        let lines = text.wrapped(width)
        #expect(lines.allSatisfy { $0.columns <= width })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }

    @Test func truncation() {
        #expect("abcdef".truncated(6) == "abcdef")
        #expect("abcdef".truncated(4) == "abc…")
        #expect("漢字漢字".truncated(4) == "漢…")
    }
}
