import Diagnostics
import Foundation
import Manuscript
import Storage
import Synchronization
import Testing

@testable import Execution

/// What is executed again, and what is not.
@Suite struct CacheTests {
    private let one = "# One\n\nWords.\n\n\(swift("let x = 1\nprint(x)", "id=first"))\n[1](<swift: x>)\n"
    private let two = "# Two\n\n\(swift("print(2)"))"

    private func sources(_ book: TestBook) async throws -> [ChapterResult.Source] {
        let results = try await book.run()
        #expect(results.allSatisfy { $0.failure == nil })
        return results.map(\.source)
    }

    @Test func `prose, looks and positions run nothing`() async throws {
        let book = try TestBook(["one": one, "two": two])
        #expect(try await sources(book) == [.execution, .execution])
        let first = try await book.run().map(\.transcript)
        #expect(try await sources(book) == [.cache, .cache])
        try book.write("one", one.replacing("Words.", with: "Many\n\nmore words.\n\n```\ntext\n```"))
        #expect(try await sources(book) == [.cache, .cache])
        try book.write("one", one.replacing("id=first", with: "id=other hidden tolerance=1e-3"))
        #expect(try await sources(book) == [.cache, .cache])
        #expect(try await book.run().map(\.transcript) == first)
    }

    @Test(arguments: [
        ("print(x)", "print(x + 1)"), ("let x = 1\n", "let x = 1\n\n"), ("swift: x", "swift: x + 0"),
        ("```swift id=first", "```swift own"), ("print(x)", "print(\"// a\")"),
        ("```swift id=first", "```swift traps"),
    ])
    func `a change of what is computed runs its chapter only`(old: String, new: String) async throws {
        let book = try TestBook(["one": one, "two": two])
        _ = try await book.run()
        try book.write("one", one.replacing(old, with: new))
        #expect(try await book.run().map(\.source) == [.execution, .cache])
    }

    @Test func `comments and what does not run run nothing`() async throws {
        let text =
            "# One\n\n\(swift("let x = 1 // one\nprint(\"// a\", x)"))\n\(swift("let y = 1", "static"))\n"
        let book = try TestBook(["one": text])
        let first = try await book.run().map(\.texts)
        try book.write(
            "one", text.replacing("// one", with: "// the first").replacing("let y", with: "var z"))
        let again = try await book.run()
        #expect(again.map(\.source) == [.cache] && again.map(\.texts) == first)
        try book.write("one", text.replacing("// a", with: "// b"))
        #expect(try await book.run().map(\.source) == [.execution])
    }

    @Test func `a change of a data file runs the chapters that may read it`() async throws {
        let read = "import Foundation\nprint(try String(contentsOfFile: \"d.csv\", encoding: .utf8))"
        let book = try TestBook(
            [
                "one": "# One\n\n\(swift(read))",
                "two": "# Two\n\n\(swift("import Foundation\nprint(sqrt(4.0))"))",
                "parts": "# P\n\n\(swift(read.replacing("d.csv", with: "\\(\"d\").csv")))",
                "list":
                    "# L\n\n\(swift("import Foundation\ntry FileManager.default.contentsOfDirectory(atPath: \".\").count"))",
                "other": "# O\n\n\(swift(read.replacing("d.csv", with: "e.csv")))",
            ],
            configuration: "data: [d.csv, e.csv]", files: ["d.csv": "old", "e.csv": "e"])
        #expect(try await book.run().map { $0.texts[0] } == ["old\n", "2.0\n", "old\n", "2\n", "e\n"])
        try Files.write(Array("new".utf8), to: "\(book.folder)/d.csv")
        let results = try await book.run()
        #expect(results.map { $0.texts[0] } == ["new\n", "2.0\n", "new\n", "2\n", "e\n"])
        #expect(results.map(\.source) == [.execution, .cache, .execution, .execution, .cache])
    }

    @Test func `what a block sees of its position does not move with the text`() async throws {
        let text =
            "# One\n\n\(swift("print(1)", "id=first"))\n\(swift("print(#line, #filePath, #fileID)\nlet two = #line\ntwo"))"
        let book = try TestBook(["one": text])
        let first = try await book.run()[0]
        #expect(first.failure == nil)
        #expect(first.texts == ["1\n", "1 index.md/block-2 main/block-2\n2\n"])
        try book.write("one", text.replacing("# One\n", with: "# One\n\nMore.\n"))
        #expect(try await book.run().map(\.source) == [.cache])
        try book.write("one", text.replacing("print(1)\n", with: "print(1)\n\n"))
        #expect(try await book.run()[0].texts == ["1\n", "1 index.md/block-2 main/block-2\n2\n"])
    }

    @Test func `an edit of what is only shown runs nothing`() async throws {
        let text = one + swift("let shown = 1", "static")
        let book = try TestBook(["one": text])
        _ = try await book.run()
        try book.write("one", text.replacing("let shown = 1", with: "let shown = 2"))
        #expect(try await book.run().map(\.source) == [.cache])
    }

    @Test func `a change of a data file runs the chapters`() async throws {
        let book = try TestBook(
            [
                "one":
                    "# One\n\n\(swift("import Foundation\nprint(try String(contentsOfFile: \"d\", encoding: .utf8))"))"
            ],
            configuration: "data: [d]", files: ["d": "old"])
        #expect(try await book.run()[0].texts == ["old\n"])
        try Files.write(Array("new".utf8), to: "\(book.folder)/d")
        #expect(try await book.run()[0].texts == ["new\n"])
        try Files.remove("\(book.folder)/d")
        await #expect(throws: Failure.self) { try await book.run() }
    }

    @Test func `failures are not kept`() async throws {
        let book = try TestBook(["one": "# One\n\n\(swift("fatalError()"))"])
        #expect(try await book.run()[0].failure != nil)
        let again = try await book.run()[0]
        #expect(again.source == .execution && again.failure != nil)
    }

    @Test(arguments: [0, 1, 20, 40, 90]) func `a damaged entry is none`(position: Int) async throws {
        let book = try TestBook(["one": one])
        let first = try await book.run()[0].transcript
        let cache = "\(book.scratch)/memos/transcripts"
        let entry = try "\(cache)/\(Files.names(in: cache)[0])"
        let whole = try Files.read(entry)
        var damaged = whole
        damaged[position] ^= 1
        for bytes in [damaged, Array(whole[..<position])] {
            try Files.write(bytes, to: entry)
            let again = try await book.run()[0]
            #expect(again.source == .execution && again.transcript == first)
        }
        #expect(try await sources(book) == [.cache])
    }

    @Test func `two builds at once do not hinder each other`() async throws {
        let book = try TestBook(["one": one, "two": two])
        let read = try Book.read(folder: book.folder)
        let executor = Executor(read, options: ExecutionOptions(jobs: 1, scratch: book.scratch))
        async let first = executor.run(read.chapters)
        async let second = executor.run(read.chapters)
        let results = try await [first, second]
        #expect(results.allSatisfy { $0.allSatisfy { $0.failure == nil } })
        #expect(results[0].map(\.transcript) == results[1].map(\.transcript))
        #expect(try await sources(book) == [.cache, .cache])
    }

    @Test func `warnings are told again, where the block stands now`() async throws {
        let text = "# One\n\n\(swift("func f() {\n    let unused = 1\n}"))"
        let book = try TestBook(["one": text])
        #expect(try await book.run()[0].warnings.map { $0.location?.start.line } == [5])
        try book.write("one", text.replacing("# One\n", with: "# One\n\nMore.\n"))
        let result = try await book.run()[0]
        #expect(result.source == .cache)
        #expect(result.warnings.map { $0.location?.start.line } == [7])
    }

    @Test func `old entries are removed, temporary files too`() async throws {
        let book = try TestBook(["one": one])
        _ = try await book.run()
        let store = Store(folder: "\(book.scratch)/memos")
        let most = Store.Kind.modules.mostEntries
        for index in 0..<(3 * most) { try store.keep(index, .modules, key: Fingerprint("\(index)")) }
        #expect(try Files.names(in: "\(store.folder)/modules").count <= most)
        #expect(store.value(.modules, key: Fingerprint("\(3 * most - 1)")) == 3 * most - 1)
        #expect(try Files.names(in: "\(book.scratch)/work").isEmpty)
    }

    @Test func `who goes back to an earlier version finds what it told`() async throws {
        let book = try TestBook(["one": one])
        _ = try await book.run()
        try book.write("one", one.replacing("print(x)", with: "print(x + 1)"))
        #expect(try await sources(book) == [.execution])
        try book.write("one", one)
        #expect(try await sources(book) == [.cache])
    }

    /// An entry that is whole but stands under the name of another is not what that one told.
    @Test func `an entry is damaged if it is another's, and that is told`() async throws {
        let book = try TestBook(["one": one])
        _ = try await book.run()
        let folder = "\(book.scratch)/memos/transcripts"
        let first = try "\(folder)/\(Files.names(in: folder)[0])"
        let told = try Files.read(first)
        try book.write("one", one.replacing("print(x)", with: "print(x + 1)"))
        _ = try await book.run()
        let second = try #require(try Files.names(in: folder).map { "\(folder)/\($0)" }.first { $0 != first })
        try Files.write(told, to: second)
        let damaged = Mutex<[String]>([])
        let result = try await book.run(progress: { progress in
            if case .memoDamaged(let path) = progress { damaged.withLock { $0.append(path) } }
        })[0]
        #expect(result.source == .execution && result.texts == ["2\n", "integer(\"1\")"])
        #expect(damaged.withLock { $0 } == [second])
    }

    @Test func `what a killed build left is removed`() async throws {
        let book = try TestBook(["one": "# One\n\nWords.\n"])
        let dead = "\(book.scratch)/work/999999999-one-1"
        try Files.makeFolder(dead)
        let alive = "\(book.scratch)/work/\(getpid())-one-1"
        try Files.makeFolder(alive)
        _ = try await book.run()
        #expect(!Files.exists(dead) && Files.exists(alive))
    }

    @Test func `clean removes everything`() async throws {
        let book = try TestBook(["one": one])
        _ = try await book.run()
        try Executor(try Book.read(folder: book.folder), options: .init(scratch: book.scratch)).clean()
        #expect(!Files.exists(book.scratch))
    }
}
