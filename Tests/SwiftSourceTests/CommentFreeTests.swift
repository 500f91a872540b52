import SwiftSource
import Testing

/// What a comment is, and what only looks like one.
struct CommentFreeTests {
    @Test(arguments: [
        ("let a = 1 // one", "let a = 1"), ("// one\nlet a = 1\n", "\nlet a = 1\n"), ("/// one\n", "\n"),
        ("let /* a */ b = 1", "let         b = 1"), ("/* a\n/* b */ c\n*/ d", "    \n         \n   d"),
        ("f(\"// no\") // yes", "f(\"// no\")"), ("f(#\"\"//\"#) // yes", "f(#\"\"//\"#)"),
        ("\"\"\"\n// no\n\"\"\" // yes", "\"\"\"\n// no\n\"\"\""),
        ("f(\"a\\\"// no\") // yes", "f(\"a\\\"// no\")"),
        ("#if a // b\n#endif", "#if a\n#endif"),
    ]) func aCommentGoes(code: String, rest: String) {
        #expect(withoutComments(code) == rest)
    }

    /// Where it cannot be told, all stays.
    @Test(arguments: [
        "let r = /\"/; let u = \"https://a\"", "let x = a / b // half", "f(\"\\(g(\"a\"))//\") // so",
        "let r = #/ \" // /#", "let r = ##/ a // /##", "/* never closed", "let s = \"never // closed",
        "\"\"\"\n\\(a) // no\n\"\"\"", "let r = /\"\"\"/\n// no", "let x = a / b /* c */",
    ]) func whatIsInDoubtStays(code: String) {
        #expect(withoutComments(code) == code)
    }

    @Test func everyLineStaysWhereItIs() {
        let code = "import A // a\n\n/* b\nc */ let d = \"//\" // e\n/// f\nfunc g() {} // h\n"
        let rest = withoutComments(code)
        #expect(rest.split(separator: "\n", omittingEmptySubsequences: false).count == 7)
        #expect(rest.contains("     let d = \"//\"\n") && !rest.contains("h"))
    }
}
