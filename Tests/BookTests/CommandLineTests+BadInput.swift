import Foundation
import Testing

/// What an author can get wrong: said at its line, with the old site intact.
extension CommandLineTests {
    @Test(arguments: [
        ("let count = primes(upTo: 10).cuont\n", "01-sieve.md:51:30: error: value of type"),
        (
            "let none: [Int] = []\nprint(none[3])\n",
            "01-sieve.md:52:11: error: block 'bad' trapped: Fatal error: Index out of range"
        ),
        ("fatalError(\"on purpose\")\n", "on purpose"),
        ("while true {}\n", "01-sieve.md:50:4: error: block 'bad' ran longer than 500 ms"),
        (
            "let line = String(repeating: \"x\", count: 1_000_000)\nfor _ in 0..<100 { print(line) }\n",
            "01-sieve.md:50:4: error: block 'bad' printed and drew more than a chapter may"
        ),
        (
            "var hog: [[UInt8]] = []\nwhile true { hog.append([UInt8](repeating: 1, count: 1 << 24)) }\n",
            "01-sieve.md:50:4: error: block 'bad' needs more memory than a chapter may take, 512 MB"
        ),
        (
            "import Foundation\nexit(0)\n",
            "01-sieve.md:50:4: error: block 'bad' ended the program with exit code 0"
        ),
        (
            "import Foundation\n_ = system(\"sleep 1000 &\")\n",
            "01-sieve.md:50:4: error: the chapter left a process running"
        ),
        (
            "import Foundation\nFileHandle.standardOutput.write(Data([0x61, 0xFF, 0x0A]))\n",
            "01-sieve.md:50:4: error: the output has the byte 0xff at offset 1, which is no UTF-8"
        ),
    ])
    func aBadBlockIsReportedAtItsLine(code: String, expected: String) throws {
        #expect(try book.run("build").code == 0)
        let site = try book.contents("site")
        let timeout = code.hasPrefix("while") ? " timeout=500ms" : ""
        try book.append("chapters/01-sieve.md", "\n```swift id=bad\(timeout)\n" + code + "```\n")
        let chapters = try book.contents("chapters")
        let result = try book.run("build")
        #expect(result.code == 1)
        #expect(result.errors.contains(expected), "\(result.errors)")
        #expect(result.errors.contains("help: ") || expected.contains("error: value of type"))
        #expect(
            !result.errors.contains("/Sources/"),
            "a diagnostic points into the chapter, not into the generator")
        #expect(try book.contents("site") == site && book.contents("chapters") == chapters)
    }

    @Test(arguments: [
        ("```swift hiden\n```\n", "50:10: error: unknown option 'hiden'"),
        ("```output\n1\n```\n", "50:1: error: this output follows no Swift block"),
        ("```swift id=sieve\n```\n", "50:4: error: two blocks have the id 'sieve'"),
        ("```swift\nlet open = 1\n", "50:1: error: this fence is never closed"),
        ("[](#eq-nothing)\n", "50:4: error: there is no label 'eq-nothing'"),
        ("See [this](nowhere.md).\n", "50:12: error: the book has no chapter nowhere.md"),
        ("$\\frac{1}{$\n", "50:10: error: this { is not closed"),
        ("A byte \0 of nothing.\n", "50:8: error: this is not a text file: it has a NUL byte"),
    ])
    func aMistakeInTheTextIsReported(text: String, expected: String) throws {
        #expect(try book.run("build").code == 0)
        let site = try book.contents("site")
        try book.append("chapters/01-sieve.md", "\n" + text)
        let result = try book.run("build")
        #expect(
            result.code == 1 && result.errors.contains("chapters/01-sieve.md:" + expected), "\(result.errors)"
        )
        #expect(result.errors.contains("help: "))
        #expect(try book.contents("site") == site)
    }

    @Test func anEmptyChapterIsAnError() throws {
        try book.write("chapters/01-sieve.md", "")
        let result = try book.run("build")
        #expect(result.code == 1)
        #expect(result.errors.hasPrefix("chapters/01-sieve.md:1:1: error: this chapter has no title"))
    }

    /// Ten million bytes, of which the last are wrong.
    @Test func aHugeChapterIsReadToItsEnd() throws {
        let line = "nothing but text, and a lot of it\n"
        let text = String(repeating: line, count: 10_000_000 / line.utf8.count)
        try book.append("chapters/01-sieve.md", "\n```text\n\(text)```\n\n```swift hiden\n```\n")
        let result = try book.run("test")
        #expect(result.code == 1)
        #expect(
            result.errors.hasPrefix(
                "chapters/01-sieve.md:\(50 + 10_000_000 / line.utf8.count + 3):10: error: unknown option 'hiden'"
            ),
            "\(result.errors.prefix(500))")
    }

    /// Windows' line ends and a byte order mark stay; what is accepted has the same line ends.
    @Test func carriageReturnsAndByteOrderMarksStay() throws {
        let text = try book.read("chapters/01-sieve.md")
        let windows = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
        try book.write("chapters/01-sieve.md", windows.replacing("19, 23, 29]", with: "19, 23, 31]"))
        let result = try book.run("build")
        #expect(result.code == 1 && result.errors.contains("chapters/01-sieve.md:13:1: error: "))
        #expect(try book.run("accept").code == 0)
        #expect(try book.contents("chapters")["01-sieve.md"] == Data(windows.utf8))
        #expect(try book.run("build").code == 0)
    }
}
