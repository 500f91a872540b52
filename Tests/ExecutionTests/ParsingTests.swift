import Diagnostics
import TestSupport
import Testing

@testable import Execution

@Suite struct RecordStreamTests {
    private static let mark = "0123456789abcdef"

    private func record(_ kind: String, _ fields: String...) -> [UInt8] {
        Array("\u{1}\(Self.mark)\(kind)\(fields.map { "\($0.utf8.count):\($0)" }.joined())\n".utf8)
    }

    private func pieces(of bytes: [UInt8], cutAt cuts: [Int]) -> [RecordStream.Piece] {
        var stream = RecordStream(mark: Self.mark)
        var pieces: [RecordStream.Piece] = []
        var start = 0
        for end in cuts + [bytes.count] {
            bytes[start..<end].withUnsafeBufferPointer { pieces += stream.receive($0) }
            start = end
        }
        pieces += stream.finish()
        // Where printed bytes are cut means nothing.
        return pieces.reduce(into: []) { joined, piece in
            if case .printed(let new) = piece, case .printed(let old)? = joined.last {
                joined[joined.count - 1] = .printed(old + new)
            } else {
                joined.append(piece)
            }
        }
    }

    @Test(arguments: 0..<300)
    func `records are found wherever the stream is cut, and bytes that look like them are not`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var bytes: [UInt8] = []
        var expected: [RecordStream.Piece] = []
        for _ in 0..<Int.random(in: 0..<12, using: &generator) {
            switch Int.random(in: 0..<5, using: &generator) {
            case 0:
                bytes += record("s", "7")
                expected.append(.record(.step(7)))
            case 1:
                bytes += record("f", "a\n\u{1}5:é", "<svg/>")
                expected.append(.record(.figure(text: "a\n\u{1}5:é", svg: "<svg/>")))
            case 2:
                bytes += record("d", "3fd3333333333334")
                expected.append(.record(.value(.floating(0.1 + 0.2))))
            case 3:
                // A mark without a record, as a chapter that read its environment could print.
                let printed = Array("\u{1}\(Self.mark)s1x:0\n".utf8)
                bytes += printed
                expected.append(.printed(printed))
            default:
                let likely: [UInt8] = [1, 0, 10, 255, 48, UInt8(ascii: "s")]
                let printed = (0..<Int.random(in: 1..<20, using: &generator)).map { _ in
                    likely[Int.random(in: 0..<likely.count, using: &generator)]
                }
                bytes += printed
                expected.append(.printed(printed))
            }
        }
        let cuts = (0..<Int.random(in: 0..<8, using: &generator))
            .map { _ in Int.random(in: 0...bytes.count, using: &generator) }.sorted()
        let joined: [RecordStream.Piece] = expected.reduce(into: []) { joined, piece in
            if case .printed(let new) = piece, case .printed(let old)? = joined.last {
                joined[joined.count - 1] = .printed(old + new)
            } else {
                joined.append(piece)
            }
        }
        #expect(pieces(of: bytes, cutAt: cuts) == joined)
    }
}

@Suite struct CompilerMessageTests {
    @Test func `messages are found among source lines, each once`() {
        let output = """
            chapters/one.md:4:14: error: cannot find 'x' in scope
            let a = "b:1:2: error: no"
                    ^
            /tmp/a b:c/x.swift:1:2: warning: unused [#no-usage]
            chapters/one.md:4:14: error: cannot find 'x' in scope
            chapters/one.md:9:1: note: did you mean [Int]
            error: link command failed
            <unknown>:0: error: no place
            """
        #expect(
            CompilerMessage.parse(output).map {
                "\($0.path)|\($0.line)|\($0.column)|\($0.severity)|\($0.text)"
            } == [
                "chapters/one.md|4|14|error|cannot find 'x' in scope",
                "/tmp/a b:c/x.swift|1|2|warning|unused",
                "chapters/one.md|9|1|note|did you mean [Int]",
            ])
    }
}

@Suite struct CrashTests {
    private let backtrace = """

        *** Signal 4: Backtracing from 0x7f33e796df7f... done ***

        *** Swift runtime failure: arithmetic overflow ***

          0 [inlined] [system] 0x0000565400bd7429 Swift runtime failure: arithmetic overflow in one at //<compiler-generated>
          1 [inlined]          0x0000565400bd7429 g in one at chapters/one.md:61:31
          2                    0x0000565400bd7429 main + 1961 in one at /tmp/one.swift:66:24
          3                    0x0000565400bd7429 f + 1961 in one at /else/where.swift:1:1
        """

    @Test(arguments: [
        ("", "Swift runtime failure: arithmetic overflow"),
        ("Fatal error: late\n", "Fatal error: late"),
        ("said before\nmain/one.md:5: Fatal error: two\nlines\n", "Fatal error: two\nlines"),
        ("Swift/Array.swift:4: Fatal error: Index out of range\n", "Fatal error: Index out of range"),
    ])
    func `the last words are the runtime's`(words: String, message: String) {
        let crash = Crash(words + backtrace, signal: 4, paths: ["chapters/one.md", "/tmp/one.swift"])
        #expect(crash.message == message)
        #expect(crash.frames.map(\.line) == [61, 66] && crash.frames.map(\.column) == [31, 24])
    }

    @Test func `without a backtrace the line is the message's, or none`() {
        let crash = Crash("main/one.md:5: Precondition failed: x\n", signal: 4, paths: ["chapters/one.md"])
        #expect(crash.message == "Precondition failed: x" && crash.frames.map(\.line) == [5])
        let silent = Crash("", signal: 11, paths: [])
        #expect(silent.message.hasPrefix("Bad pointer") && silent.frames.isEmpty)
        let cast = Crash("Could not cast 'A' (0x7f) to 'B' (0x12).\n", signal: 6, paths: [])
        #expect(cast.message == "Could not cast 'A' to 'B'.")
    }
}
