import Diagnostics
import Testing

@testable import Manuscript

private func chapter(_ text: String) throws(DiagnosticError) -> Chapter {
    try Chapter(parsing: SourceFile(path: "test.md", text: text), role: .chapter(number: 2))
}

/// The diagnostics of a chapter that cannot be read, as `line:column summary`.
private func complaints(_ text: String) -> [String] {
    do throws(DiagnosticError) {
        _ = try chapter(text)
        return []
    } catch {
        return error.diagnostics.map { diagnostic in
            let start = diagnostic.location?.start
            return "\(start?.line ?? 0):\(start?.column ?? 0) \(diagnostic.summary)"
        }
    }
}

struct ChapterTests {
    @Test func pairsBlocksWithOutputs() throws {
        let found = try chapter(
            """
            # Title

            ```swift id=one tolerance=1e-6 timeout=500ms caption="A b"
            print(1)
            ```

            ```output
            1
            ```

            ```swift hidden
            let x = 2
            ```

            Then [2](<swift: x>) and [more than one](<swift: x > 1>).

            ```text
            not computed
            ```
            """)
        #expect(found.title == "Title")
        let blocks = found.blocks
        #expect(blocks.map(\.name) == ["one", "2"])
        #expect(blocks[0].code == "print(1)\n")
        #expect(blocks[0].recorded?.text == "1\n")
        #expect(blocks[0].tolerance == Tolerance(bound: 1e-6))
        #expect(blocks[0].timeout == .milliseconds(500))
        #expect(blocks[0].caption == "A b")
        #expect(blocks[1].visibility == .hidden && blocks[1].recorded == nil)
        #expect(found.values.map(\.expression) == ["x", "x > 1"])
        #expect(found.values.map(\.recorded) == ["2", "more than one"])
        for value in found.values {
            #expect(found.file.text(in: value.expressionRange) == value.expression)
            #expect(found.file.text(in: value.contentRange) == value.recorded)
        }
    }

    @Test func blocksInListsAndQuotesKnowTheirLines() throws {
        let found = try chapter(
            """
            # T

            - item

              ```swift
              print(1)

              print(2)
              ```
              ```output
              1
              ```

            > ```swift
            > let a = 1
            > ```
            """)
        #expect(found.blocks.map(\.code) == ["print(1)\n\nprint(2)\n", "let a = 1\n"])
        #expect(found.blocks[0].recorded?.text == "1\n")
        #expect(found.blocks[0].fence.linePrefix == "  ")
        #expect(found.blocks[1].fence.linePrefix == "> ")
    }

    @Test func stepsFollowThePage() throws {
        let found = try chapter("# T\n\n[1](<swift: 1>)\n\n```swift\nlet a = 1\n```\n\n[2](<swift: a + 1>)\n")
        let kinds = found.steps.map { step in
            if case .block = step { "block" } else { "value" }
        }
        #expect(kinds == ["value", "block", "value"])
    }

    @Test(arguments: [
        ("# T\n\n```swift toleranse=1e-6\n```\n", "3:10 unknown option 'toleranse='"),
        ("# T\n\n```swift hiden\n```\n", "3:10 unknown option 'hiden'"),
        ("# T\n\n```swift tolerance\n```\n", "3:10 option 'tolerance' needs a value"),
        ("# T\n\n```swift hidden=yes\n```\n", "3:10 option 'hidden' takes no value"),
        ("# T\n\n```swift tolerance=big\n```\n", "3:10 a tolerance is a number above 0, not 'big'"),
        ("# T\n\n```swift tolerance=-1\n```\n", "3:10 a tolerance is a number above 0, not '-1'"),
        (
            "# T\n\n```swift tolerance=1e300\n```\n",
            "3:10 within a tolerance of 1e300, every number is as good as 0"
        ),
        ("# T\n\n```swift tolerance=1\n```\n", "3:10 within a tolerance of 1, every number is as good as 0"),
        ("# T\n\n```swift timeout=5\n```\n", "3:10 a timeout is a time such as 30s, 500ms or 2m, not '5'"),
        ("# T\n\n```swift id=a/b\n```\n", "3:10 'a/b' cannot be an identifier"),
        ("# T\n\n```swift id=7\n```\n", "3:10 '7' cannot be an identifier"),
        ("# T\n\n```swift hidden hidden\n```\n", "3:17 option 'hidden' is given twice"),
        (
            "# T\n\n```swift fails traps\n```\n",
            "3:16 a block is either static, fails or traps, not two of them"
        ),
        ("# T\n\n```swift caption=\"a\n```\n", "3:10 this value's quote is never closed"),
        ("# T\n\n```swift id=a\n```\n\n```swift id=a\n```\n", "6:4 two blocks have the id 'a'"),
        ("# T\n\n```output\n1\n```\n", "3:1 this output follows no Swift block"),
        (
            "# T\n\n```swift static\n```\n```output\n1\n```\n",
            "5:1 a static block is not run, so it has no output"
        ),
        ("# T\n\n```swift\nlet a = 1\n", "3:1 this fence is never closed"),
        ("# T\n\nSee [1](<swift: >).\n", "3:5 this inline value has no expression"),
        (
            "# T\n\n```swift caption=\"of `x`\"\nlet a = 1\n```\n",
            "3:1 this line opens no fence: backticks after it make it a code span"
        ),
        ("No title\n", "1:1 this chapter has no title"),
        ("", "1:1 this chapter has no title"),
        ("# A\n\n# B\n", "3:1 a chapter has one heading of level 1, its title"),
    ])
    func saysWhatIsWrongAndWhere(text: String, complaint: String) {
        #expect(complaints(text) == [complaint])
    }

    /// An expression reaches the compiler as it was written: comparisons, strings and interpolations included.
    @Test(arguments: [
        "norms[9] < 0.1", "a > b", #""a \(x) b""#, #"names["a\"b"]"#, "f(x, { $0 > 1 })",
        "x.map { $0 * 2 }[0]", "a &+ b",
        "p | q", "_x_ * y * z",
    ])
    func expressionsStayAsTheyAre(expression: String) throws {
        let found = try chapter("# T\n\nText [words](<swift: \(expression)>) and more.\n")
        #expect(found.values.map(\.expression) == [expression])
        #expect(found.values.map { found.file.text(in: $0.expressionRange) } == [expression])
    }

    @Test func comparisonsMayBeEscaped() throws {
        #expect(
            try chapter(#"# T\n\n[x](<swift: a \< b>)"#.replacing(#"\n"#, with: "\n")).values.map(
                \.expression) == ["a < b"])
    }

    @Test func reportsEverythingAtOnce() {
        #expect(complaints("```swift hiden\n```\n\ntext\n\n```output\n```\n").count == 3)
    }

    @Test func keepsByteOrderMarkAndCarriageReturns() throws {
        let found = try chapter(
            "\u{FEFF}# T\r\n\r\n```swift\r\nprint(1)\r\n```\r\n\r\n```output\r\n1\r\n```\r\n")
        #expect(found.blocks[0].code == "print(1)\n")
        #expect(found.blocks[0].recorded?.text == "1\n")
    }

    @Test func randomBytesNeverCrashTheReader() {
        var state: UInt64 = 88_172_645_463_325_252
        for _ in 0..<300 {
            var bytes: [UInt8] = Array(
                "# T\n\n```swift id=a tolerance=\"1e-6\nprint()\n```\n```output\n> [1](<swift: x>)\n".utf8)
            for _ in 0..<8 {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                let place = Int(state % UInt64(bytes.count))
                bytes[place] = UInt8(truncatingIfNeeded: state >> 32)
            }
            _ = try? Chapter(parsing: SourceFile(path: "random.md", bytes: bytes), role: .page)
        }
    }
}
