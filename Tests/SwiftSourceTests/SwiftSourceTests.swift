import Testing

@testable import SwiftSource

@Suite struct HighlightingTests {
    @Test func `each word has its kind`() {
        let spans = highlight("@main struct A { let x: Int = 3 + f(of: \"s\") /* c */ } // end\n")
        func kinds(_ text: String) -> [HighlightedSpan.Kind] { spans.filter { $0.text == text }.map(\.kind) }
        #expect(kinds("struct") == [.keyword])
        #expect(kinds("Int") == [.type])
        #expect(kinds("3") == [.number])
        #expect(kinds("x") == [.identifier])
        #expect(kinds("of") == [.label])
        #expect(kinds("\"s\"") == [.string])
        #expect(kinds("/* c */") == [.comment])
        #expect(kinds("// end") == [.comment])
        #expect(kinds("+") == [.operator])
        #expect(spans.first?.kind == .attribute)
    }

    /// Whatever the source, the spans together are the source, none is empty, and neighbours differ.
    @Test(arguments: 0..<200)
    func `spans are the source again`(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let words = [
            "let", "x", "=", " ", "\n", "\"", "\\(", ")", "/*", "*/", "//", "é", "𝛼", "{", "}", "3.5e", "#if",
            "@a",
            "\"\"\"", "\r\n", "\u{0}", "/", "'", "`", "\t", "`", ".f", "<", ">", "\u{feff}",
        ]
        let code = (0..<next(30)).map { _ in words[next(words.count)] }.joined()
        let spans = highlight(code)
        #expect(spans.map(\.text).joined().utf8.elementsEqual(code.utf8))
        #expect(spans.allSatisfy { !$0.text.isEmpty })
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.kind != $1.kind })
    }
}

@Suite struct TrailingExpressionTests {
    @Test(arguments: [
        ("a", "a"), ("let a = 1\na + 1 // sum\n", "a + 1"), ("let é = 1; é", "é"), ("f(x)", "f(x)"),
        ("try f()", "try f()"), ("a == b", "a == b"), ("a <= b", "a <= b"),
        ("x.map {\n    $0\n}\n", "x.map {\n    $0\n}"),
        ("array.print()", "array.print()"), ("\"text\"", "\"text\""),
    ])
    func `an expression at the end is shown`(code: String, shown: String) throws {
        let range = try #require(SwiftPiece(code).trailingExpression)
        #expect(String(decoding: Array(code.utf8)[range], as: UTF8.self) == shown)
    }

    @Test(arguments: [
        "", "// only words", "let a = 1", "a = 1", "a += 1", "a.b = c", "_ = f()", "print(a)", "show(plot)",
        "fatalError(\"x\")", "if a { b }", "switch a { default: b }", "for i in a { i }", "func f() {}",
        "a +", "a;",
        "try! print(a)", "import A", "throw E()", "{",
    ])
    func `anything else is not`(code: String) {
        #expect(SwiftPiece(code).trailingExpression == nil)
    }
}
