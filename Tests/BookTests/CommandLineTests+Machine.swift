import Foundation
import Testing

/// What the machine refuses: said with a way out, exit code 3, and nothing lost.
extension CommandLineTests {
    @Test(arguments: [
        ("site", "cannot replace 'site': permission denied"),
        ("site/assets", "cannot replace 'site': permission denied"),
        // The folder that the site stands in.
        ("", ".site.new': permission denied"),
    ])
    func aReadOnlyFolderKeepsItsSite(folder: String, expected: String) throws {
        #expect(try book.run("build").code == 0)
        let site = try book.contents("site")
        try book.edit("chapters/index.md", "A short book", "A shorter book")
        book.setPermissions(folder, 0o555)
        defer { book.setPermissions(folder, 0o755) }
        for _ in 0..<2 {
            let result = try book.run("build", under: .permissions)
            #expect(result.code == 3 && result.errors.contains(expected), "\(result.errors)")
            #expect(result.errors.contains("help: give yourself permission to write there"))
            #expect(try book.contents("site") == site && !book.names().contains(".site.new"))
        }
        book.setPermissions(folder, 0o755)
        #expect(try book.run("build", under: .permissions).code == 0)
        #expect(try book.read("site/index.html").contains("A shorter book"))
    }

    @Test(arguments: [("chapters/01-sieve.md", mode_t(0o444)), ("chapters", 0o555)])
    func aReadOnlyChapterIsNotAccepted(path: String, mode: mode_t) throws {
        try book.edit("chapters/01-sieve.md", "19, 23, 29]", "19, 23, 31]")
        let chapters = try book.contents("chapters")
        book.setPermissions(path, mode)
        defer { book.setPermissions(path, 0o755) }
        let result = try book.run("accept", under: .permissions)
        #expect(
            result.code == 3
                && result.errors.contains("cannot write 'chapters/01-sieve.md': permission denied"),
            "\(result.errors)")
        #expect(!result.output.contains("nothing to accept"))
        #expect(try book.contents("chapters") == chapters)
    }

    @Test func aReadOnlyCacheIsSaid() throws {
        try book.edit("chapters/01-sieve.md", "print(small)", "print(small + [])")
        book.setPermissions(".build/book", 0o555)
        book.setPermissions(".build/book/memos/transcripts", 0o555)
        defer {
            book.setPermissions(".build/book", 0o755)
            book.setPermissions(".build/book/memos/transcripts", 0o755)
        }
        let result = try book.run("build", under: .permissions)
        #expect(result.code == 3 && result.errors.contains("permission denied"), "\(result.errors)")
    }

    @Test func aSiteWhereAFileStandsIsSaid() throws {
        try book.write("mine/letter.txt", "dear")
        let result = try book.run("build", "--output", "mine/letter.txt/site")
        #expect(
            result.code == 3 && result.errors.contains("a part of the path is not a folder"),
            "\(result.errors)")
        #expect(try book.read("mine/letter.txt") == "dear")
    }

    @Test func aFolderOfSomebodyElseIsNotReplaced() throws {
        try book.write("mine/letter.txt", "dear")
        let result = try book.run("build", "--output", "mine")
        #expect(result.code == 3 && result.errors.contains("is not replaced"), "\(result.errors)")
        #expect(try book.read("mine/letter.txt") == "dear")
    }

    @Test func aFullDiskKeepsTheSite() throws {
        #expect(try book.run("build").code == 0)
        let site = try book.contents("site")
        try book.edit("chapters/index.md", "A short book", "A shorter book")
        let result = try book.run("build", under: .fileSize(kilobytes: 4))
        #expect(result.code == 3 && result.errors.contains("error: cannot write '"), "\(result.errors)")
        #expect(try book.contents("site") == site)
        #expect(try book.names().allSatisfy { !$0.contains("site.") })
        #expect(try book.run("build").code == 0)
        #expect(try book.read("site/index.html").contains("A shorter book"))
    }

    @Test(arguments: ["build", "test", "diff", "accept"])
    func aFullDiskIsNoMistakeOfTheBook(command: String) throws {
        try book.append("chapters/01-sieve.md", "\n```swift\nlet other = 1\n```\n")
        let chapters = try book.contents("chapters")
        // There is space for the program's source and not for the program.
        let result = try book.run(command, under: .fileSize(kilobytes: 4))
        #expect(
            result.code == 3
                && result.errors.contains("01-sieve.md:1:1: error: the compiler cannot make a program"),
            "\(result.errors)")
        #expect(try book.contents("chapters") == chapters)
    }

    @Test func aFullDiskKeepsNoHalfTranscript() throws {
        #expect(try book.run("test").code == 0)
        let cache = try book.contents(".build/book/memos/transcripts")
        let line = "print(String(repeating: \"x\", count: 900_000))"
        try book.append("chapters/01-sieve.md", "\n```swift id=long\n\(line)\n```\n")
        let result = try book.run("test", under: .fileSize(kilobytes: 800))
        #expect(
            result.code == 3 && result.errors.contains("error: cannot write '")
                && result.errors.contains("/memos/transcripts/"), "\(result.errors)")
        #expect(try book.contents(".build/book/memos/transcripts") == cache)
        let again = try book.run("test")
        #expect(again.code == 1 && again.errors.contains("block long prints"), "\(again.errors.suffix(500))")
    }

    @Test func aFullDiskKeepsTheChapter() throws {
        let prose = String(repeating: "All work and no play. ", count: 50_000)
        try book.append("chapters/01-sieve.md", "\n\(prose)\n")
        try book.edit("chapters/01-sieve.md", "19, 23, 29]", "19, 23, 31]")
        #expect(try book.run("diff").code == 1)
        let chapters = try book.contents("chapters")
        // There is space for the program that is run again, and not for the chapter.
        let result = try book.run("accept", under: .fileSize(kilobytes: 800))
        #expect(
            result.code == 3 && result.errors.contains("error: cannot write 'chapters/01-sieve.md'"),
            "\(result.errors)")
        #expect(try book.contents("chapters") == chapters)
        #expect(try book.run("accept").code == 0)
        #expect(try book.read("chapters/01-sieve.md").contains("19, 23, 29]"))
    }

    /// What cannot be run again is not known to be the same twice.
    @Test func aSecondRunThatFailsAcceptsNothing() throws {
        try book.edit("chapters/01-sieve.md", "19, 23, 29]", "19, 23, 31]")
        #expect(try book.run("diff").code == 1)
        let chapters = try book.contents("chapters")
        let result = try book.run("accept", under: .fileSize(kilobytes: 4))
        #expect(result.code == 3 && result.errors.contains("cannot make a program"), "\(result.errors)")
        #expect(try book.contents("chapters") == chapters)
    }
}
