import Diagnostics
import Foundation
import Manuscript
import Storage
import Testing

@testable import Execution

/// A block reaches neither the book nor what is kept of it.
@Suite struct ConfinementTests {
    private func vandal(_ path: String) -> String {
        swift(
            """
            import Foundation
            do {
                try "forged".write(toFile: "\(path)", atomically: false, encoding: .utf8)
                print("written")
            } catch { print("refused") }
            """)
    }

    private func makeBook(_ file: String) throws -> (TestBook, path: String) {
        let book = try TestBook(["one": "# One\n"])
        let path = file.replacing("BOOK", with: book.folder).replacing("SCRATCH", with: book.scratch)
        try Files.makeFolder(Files.parent(of: path))
        try Files.write(Array("right".utf8), to: path)
        try book.write("one", "# One\n\n" + vandal(path))
        return (book, path)
    }

    static let places = [
        "BOOK/two.md", "BOOK/../site/index.html", "SCRATCH/memos/transcripts/x", "SCRATCH/memos/pages/x",
    ]

    #if os(Linux)
        @Test(.enabled(if: ChapterConfinement.isAvailable), arguments: places)
        func `where the system can, what is not the chapter's own is not writable`(file: String) async throws
        {
            let (book, path) = try makeBook(file)
            let result = try await book.run()[0]
            #expect(result.texts == ["refused\n"], "\(result.complaint ?? "")")
            #expect(try Files.read(path) == Array("right".utf8))
        }

        @Test(
            .enabled(if: ChapterConfinement.isAvailable),
            arguments: [
                "truncate(path, 0)", "unlink(path)", "rename(path, path + \"x\")",
                "link(path, \"own\") == 0 ? 1 : -1",
                "symlink(path, \"own\") == 0 ? CInt((try? \"f\".write(toFile: \"own\", atomically: false, encoding: .utf8)) == nil ? -1 : 0) : -1",
            ])
        func `nor by another way`(call: String) async throws {
            let (book, path) = try makeBook("BOOK/two.md")
            try book.write(
                "one", "# One\n\n" + swift("import Foundation\nlet path = \"\(path)\"\nprint(\(call))"))
            let result = try await book.run()[0]
            #expect(result.texts == ["-1\n"], "\(result.complaint ?? "")")
            #expect(try Files.read(path) == Array("right".utf8))
        }

        @Test(.enabled(if: ChapterConfinement.isAvailable))
        func `a block neither ends another process nor reads its environment`() async throws {
            let result = try await TestBook.run(
                swift(
                    """
                    import Foundation
                    print(kill(getppid(), 0), kill(\(getpid()), 0))
                    for id in ["\\(getppid())", "\(getpid())"] {
                        print((try? Data(contentsOf: URL(filePath: "/proc/\\(id)/environ")))?.count ?? 0)
                    }
                    """))
            #expect(result.texts == ["-1 -1\n0\n0\n"], "\(result.complaint ?? "")")
        }

        @Test(.enabled(if: ChapterConfinement.isAvailable))
        func `a sandbox has no home and no network`() async throws {
            let book = try TestBook(
                [
                    "one": "# One\n\n"
                        + swift(
                            """
                            import Foundation
                            print(FileManager.default.contents(atPath: "BOOK/one.md") == nil)
                            print((try? String(contentsOfFile: "d", encoding: .utf8)) ?? "no data")
                            print(try String(contentsOfFile: "/proc/net/dev", encoding: .utf8).split(separator: "\\n").count)
                            """)
                ], configuration: "data: [d]", files: ["d": "data"])
            let text = try String(contentsOfFile: book.folder + "/one.md", encoding: .utf8)
            try book.write("one", text.replacing("BOOK", with: book.folder))
            let open = try await book.run()[0]
            #expect(open.texts.first?.hasPrefix("false\ndata\n") == true, "\(open.complaint ?? "")")
            let closed = try await book.run(with: { $0.isSandboxed = true })[0]
            // Two lines of title, and the loopback.
            #expect(
                closed.source == .execution && closed.texts == ["true\ndata\n3\n"],
                "\(closed.complaint ?? "")")
        }
    #endif

    @Test(arguments: [
        "BOOK/two.md", "BOOK/new.md", "SCRATCH/memos/transcripts/x", "SCRATCH/memos/pages/x",
    ])
    func `elsewhere a book that was changed is an error`(file: String) async throws {
        let (book, path) = try makeBook(file)
        do {
            _ = try await book.run(with: { $0.confinesWriting = false })
            Issue.record("a changed book was not seen")
        } catch let failure as Failure {
            #expect(failure.diagnostics.first?.summary == "'\(path)' was changed while the chapters ran")
        }
        // What such chapters told is not kept.
        try Files.write(Array("right".utf8), to: path)
        #expect(try await book.run()[0].source == .execution)
    }
}
