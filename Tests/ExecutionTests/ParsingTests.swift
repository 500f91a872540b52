import Diagnostics
import TestSupport
import Testing

@testable import Execution

@Suite struct RecordTests {
    private static let key = (0..<16).map { UInt8($0) }
    private static let records: [RunRecord] = [
        .step(3, word: .max), .figure(text: "a:b\n", svg: "<svg/>"), .claim(true), .claim(false),
        .integer("-12"), .floating(0.1 + 0.2), .floating(-.infinity), .text(""), .text("12:é\u{1}"),
        .trap(status: 4, words: "Fatal error: x\n"), .end(word: 0),
    ]

    @Test(arguments: records) func `what is written is what is read`(record: RunRecord) {
        #expect(RunRecord(record.bytes) == record)
        for end in record.bytes.indices { #expect(RunRecord(record.bytes[..<end]) != record) }
    }

    @Test(arguments: [
        "", "z", "s", "s1:1", "s1:12:0", "c4:true4:true", "s1:x1:0", "f3:ab", "t-1:", "t9999:a",
    ])
    func `anything else is none`(bytes: String) {
        #expect(RunRecord(Array(bytes.utf8)) == nil)
    }

    @Test func `records are found wherever the channel is cut`() throws {
        let seal = try #require(RecordSeal(key: Self.key))
        let bytes = Self.records.enumerated().flatMap { seal.sealed($1, number: UInt64($0)) }
        for seed in UInt64(0)..<100 {
            var generator = SeededGenerator(seed: seed)
            var reader = try #require(RecordReader(key: Self.key))
            var found: [RunRecord] = []
            var start = 0
            while start < bytes.count {
                let end = min(start + Int.random(in: 1..<60, using: &generator), bytes.count)
                found += reader.receive(bytes[start..<end])
                start = end
            }
            #expect(found == Self.records && !reader.isBroken)
        }
    }

    @Test func `a record that is changed, repeated, left out, or of another key breaks the channel`() throws {
        let seal = try #require(RecordSeal(key: Self.key))
        let first = seal.sealed(.claim(true), number: 0)
        let second = seal.sealed(.claim(true), number: 1)
        #expect(first != second)
        var changed = first
        changed[changed.count - 1] ^= 1
        let other = try #require(RecordSeal(key: Self.key.reversed())).sealed(.claim(true), number: 0)
        let endless = [UInt8](repeating: 0xff, count: RecordSeal.headerLength)
        for bytes in [changed, first + first, second, other, endless] {
            var reader = try #require(RecordReader(key: Self.key))
            let found = reader.receive(bytes)
            #expect(reader.isBroken && found == (bytes == first + first ? [.claim(true)] : []))
        }
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
          1 [inlined]          0x0000565400bd7429 g in one at one.md/block-2:61:31
          2                    0x0000565400bd7429 main + 1961 in one at /tmp/one.swift:66:24
          3                    0x0000565400bd7429 f + 1961 in one at /else/where.swift:1:1
        """

    @Test(arguments: [
        ("", "Swift runtime failure: arithmetic overflow"),
        ("Fatal error: late\n", "Fatal error: late"),
        ("said before\nmain/block-1:5: Fatal error: two\nlines\n", "Fatal error: two\nlines"),
        (
            "main/block-1:5: Fatal error: sum (0xbeef) of 0xcafe\n\nend\n",
            "Fatal error: sum (0xbeef) of 0xcafe\n\nend"
        ),
        ("main/block-1:5: Fatal error: a\nFatal error: b\n", "Fatal error: a\nFatal error: b"),
        ("Swift/Array.swift:4: Fatal error: Index out of range\n", "Fatal error: Index out of range"),
    ])
    func `the last words are the runtime's`(words: String, message: String) {
        let crash = Crash(words + backtrace, signal: 4)
        #expect(crash.message == message)
        #expect(crash.frames.map(\.path).prefix(2) == ["one.md/block-2", "/tmp/one.swift"])
        #expect(crash.frames.map(\.line).prefix(2) == [61, 66])
        #expect(crash.frames.map(\.column).prefix(2) == [31, 24])
    }

    @Test func `without a backtrace the line is the message's, or none`() {
        let crash = Crash("main/block-2:5: Precondition failed: x\n", signal: 4)
        #expect(
            crash.message == "Precondition failed: x" && crash.frames.map(\.line) == [5]
                && crash.frames.map(\.path) == ["main/block-2"])
        let silent = Crash("", signal: 11)
        #expect(silent.message.hasPrefix("Bad pointer") && silent.frames.isEmpty)
        let cast = Crash("Could not cast value of type 'A' (0x7f) to 'B' (0x12).\n", signal: 6)
        #expect(cast.message == "Could not cast value of type 'A' to 'B'.")
    }
}
