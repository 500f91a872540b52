import TestSupport
import Markdown
import Diagnostics
import MarkdownSupport
import Testing

/// Every range, read again from the file, says what its node says.
@Suite struct RangeTests {
    @Test func plainDocumentsHaveExactRanges() throws {
        var rejected = 0
        for seed in 0..<documentCount(500) {
            var generator = MarkdownGenerator(seed: seed)
            let file = SourceFile(path: "test.md", text: generator.document())
            do {
                let checker = RangeChecker(try Document(parsing: file, dialect: .commonMark))
                #expect(
                    checker.problems.isEmpty,
                    "seed \(seed): \(file.text(in: 0..<file.bytes.count).debugDescription)")
                if !checker.problems.isEmpty { return }
            } catch {
                // The only thing that plain CommonMark is refused for here: a tab shared by code and its container.
                #expect(error.diagnostics.allSatisfy { $0.summary.contains("tab") })
                rejected += 1
            }
        }
        #expect(rejected * 10 < documentCount(500))
    }

    @Test func chaptersHaveExactRanges() throws {
        for seed in 0..<documentCount(300) {
            var generator = BookGenerator(seed: seed)
            let text = generator.document()
            let document = try Document(parsing: SourceFile(path: "test.md", text: text))
            let checker = RangeChecker(document)
            #expect(checker.problems.isEmpty, "seed \(seed): \(text.debugDescription)")
            if !checker.problems.isEmpty { return }
        }
    }

    /// What acceptance does: new lines behind the prefix, and nothing else changes.
    @Test func replacingTheContentOfAFenceChangesNothingElse() throws {
        for seed in 0..<documentCount(100) {
            var generator = BookGenerator(seed: seed)
            let file = SourceFile(path: "test.md", text: generator.document())
            let fences = RangeChecker(try Document(parsing: file)).fences
            for (index, fence) in fences.enumerated() {
                let ending = file.bytes.contains(0x0D) ? "\r\n" : "\n"
                let lines = ["alpha", "  beta $x$", "- | gamma"]
                let content = lines.map { fence.linePrefix + $0 + ending }.joined()
                let edited =
                    file.bytes[..<fence.contentRange.lowerBound] + Array(content.utf8)
                    + file.bytes[fence.contentRange.upperBound...]
                let after = RangeChecker(
                    try Document(parsing: SourceFile(path: "test.md", bytes: Array(edited)))
                ).fences
                #expect(after.count == fences.count)
                for (other, pair) in zip(fences, after).enumerated() {
                    let (old, new) = pair
                    let text = new.lines.map { String(decoding: edited[$0], as: UTF8.self) }
                    let expected = other == index ? lines : old.lines.map { file.text(in: $0) }
                    #expect(text == expected, "seed \(seed), fence \(index)")
                }
            }
        }
    }

    @Test(arguments: [
        ("```swift\nlet x = 1\n\nlet y\n```\n", "", ["let x = 1", "", "let y"]),
        ("> ```swift\n> a\n>b\n>\n> ```\n", "> ", ["a", "b", ""]),
        ("- x\n\n  ```\n  a\n    b\n\n  ```\n", "  ", ["a", "  b", ""]),
        ("1. > - ```\n   >   a\n   >   ```\n", "   >   ", ["a"]),
        ("-\t```\n\ta\n\t```\n", " \t", ["a"]),
        ("  ~~~ x\n  a\n b\n    c\n  ~~~\n", "  ", ["a", "b", "  c"]),
        ("> ```\n> a\nnot code\n", "> ", ["a"]),
        ("\u{FEFF}```\r\na\r\n\r\nb\r\n```\r\n", "", ["a", "", "b"]),
        ("```\n", "", []),
        ("```\n```", "", []),
    ])
    func fencesAreLocatedLineByLine(text: String, prefix: String, lines: [String]) throws {
        let file = SourceFile(path: "test.md", text: text)
        let fence = try #require(firstFence(try Document(parsing: file, dialect: .commonMark).blocks))
        #expect(fence.linePrefix == prefix)
        #expect(fence.lines.map { file.text(in: $0) } == lines)
    }

    private func firstFence(_ blocks: [BlockNode]) -> Fence? {
        for block in blocks {
            switch block.kind {
            case .code(let code): return code.fence
            case .quote(let content): if let fence = firstFence(content) { return fence }
            case .list(let list): for item in list.items { if let fence = firstFence(item) { return fence } }
            default: break
            }
        }
        return nil
    }

    /// Two places where libcmark reports positions that are wrong.
    @Test(arguments: ["a\\\nb [text](dest) c\n", "a [te\nxt](dest) b\n", "> a\\\n>\tb [t\n> u](dest)\n"])
    func linksAreLocatedWhereLibcmarkIsWrong(text: String) throws {
        let file = SourceFile(path: "test.md", text: text)
        let document = try Document(parsing: file, dialect: .commonMark)
        #expect(RangeChecker(document).problems.isEmpty)
        let start = try #require(text.utf8.firstIndex(of: UInt8(ascii: "[")))
        let offset = text.utf8.distance(from: text.startIndex, to: start)
        #expect(links(document.blocks).map(\.lowerBound) == [offset])
    }

    private func links(_ blocks: [BlockNode]) -> [Range<Int>] {
        blocks.flatMap { block -> [Range<Int>] in
            switch block.kind {
            case .paragraph(let content):
                content.compactMap { if case .link = $0.kind { $0.range } else { nil } }
            case .quote(let content): links(content)
            default: []
            }
        }
    }
}
