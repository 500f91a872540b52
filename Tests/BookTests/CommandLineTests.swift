import Foundation
import Testing

/// The program as people use it: arguments in, text and an exit code out, files as they should be.
///
/// One copy of a small book of another author, with a module of its own, serves all tests; each begins with its
/// files as they were.
@Suite(.serialized) struct CommandLineTests {
    let book: TestFolder

    init() throws {
        book = try TestFolder.shared()
        try book.restore()
    }

    @Test func anotherAuthorsBookBuilds() throws {
        let first = try book.run("build")
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.output.contains("2 pages"))
        let page = try book.read("site/01-sieve.html")
        #expect(page.contains("<svg") && page.contains("verified"))

        // Nothing changed: nothing runs, nothing is written.
        let second = try book.run("build", "--verbose")
        #expect(second.code == 0 && second.errors.contains("01-sieve: unchanged"))
        #expect(second.output.contains("as it was"))

        // A change of prose runs nothing.
        try book.edit("chapters/01-sieve.md", "Strike out", "First,\nstrike out")
        let third = try book.run("build", "--verbose")
        #expect(
            third.code == 0 && third.errors.contains("01-sieve: unchanged") && third.output.contains("is new")
        )
        #expect(try book.read("site/01-sieve.html").contains("strike out"))
    }

    @Test func whatIsNotTheSameTwiceIsNotAccepted() throws {
        try book.edit("chapters/01-sieve.md", "print(small)", "print(small, UInt64.random(in: 0 ... .max))")
        let chapter = try book.read("chapters/01-sieve.md")
        let result = try book.run("accept")
        #expect(
            result.code == 1 && result.errors.contains("block sieve printed something else when it ran again")
        )
        #expect(try book.read("chapters/01-sieve.md") == chapter)
    }

    /// A block or value that cannot be accepted keeps no other from it, named or not.
    @Test func eachBlockAndValueIsAcceptedByItself() throws {
        let text = """
            # Large and unstable

            ```swift id=stable
            print("always", 1e300)
            ```

            ```swift id=clock
            print(UInt64.random(in: 0 ... .max))
            ```

            It is [](<swift: 1e16>), [](<swift: -2.5e-7>), [one](<swift: UInt64.random(in: 0 ... .max)>).
            """
        try book.write("chapters/01-sieve.md", text)
        #expect(try book.run("accept", "01-sieve:stable").code == 0)
        #expect(try book.read("chapters/01-sieve.md").contains("```output\nalways 1e+300\n```"))
        try book.write("chapters/01-sieve.md", text)
        let all = try book.run("accept")
        #expect(all.code == 1 && all.errors.contains("block clock printed something else when it ran again"))
        #expect(!all.errors.contains("block stable") && !all.errors.contains("'1e16'"), "\(all.errors)")
        let accepted = try book.read("chapters/01-sieve.md")
        #expect(accepted.contains("```output\nalways 1e+300\n```"))
        #expect(
            accepted.contains("It is [1e+16](<swift: 1e16>), [-2.5e-07](<swift: -2.5e-7>), [one](<swift:"))
        #expect(accepted.components(separatedBy: "```output").count == 2)
    }

    /// A new drawing can be looked at before it is accepted.
    @Test func aDraftShowsWhatCameOut() throws {
        try book.write(
            "chapters/01-sieve.md",
            """
            # Drafts

            ```swift id=fig-bars caption="New."
            show(BarChart(title: "fresh", value: "v", ["a": 1]))
            ```

            ```swift
            print("now", 2)
            ```

            ```output
            was 1
            ```

            The value is [5](<swift: 3 + 3>), and [](<swift: 6 * 7>).
            """)
        let chapter = try book.read("chapters/01-sieve.md")
        #expect(try book.run("build").code == 1)
        let result = try book.run("build", "--draft", "--output", "drafts")
        #expect(result.code == 1 && result.output.contains("a draft, in which nothing counts as verified"))
        #expect(try book.read("chapters/01-sieve.md") == chapter)
        let page = try book.read("drafts/01-sieve.html")
        #expect(page.contains("<svg") && page.contains("now 2") && !page.contains("was 1"))
        #expect(page.contains(">6</span>") && page.contains(">42</span>") && !page.contains(">5</span>"))
        #expect(page.contains("not accepted") && !page.contains("verified</span>"))
    }

    @Test func acceptTellsWhatItChanged() throws {
        try book.edit("chapters/01-sieve.md", "[168]", "[169]")
        let result = try book.run("accept")
        #expect(
            result.code == 0 && result.output == "chapters/01-sieve.md:16: 169 → 168\n", "\(result.output)")
    }

    @Test func oneValueIsAcceptedAndOneBlockCompared() throws {
        try book.edit("chapters/01-sieve.md", "[168]", "[169]")
        try book.edit("chapters/01-sieve.md", "19, 23, 29]", "19, 23, 31]")
        let difference = try book.run("diff", "01-sieve:sieve")
        #expect(difference.code == 1 && difference.errors.contains("block sieve prints something else"))
        #expect(!difference.errors.contains("[169]"), "\(difference.errors)")
        let build = try book.run("build")
        #expect(build.errors.contains("run: book accept 01-sieve:L16"), "\(build.errors)")
        #expect(try book.run("accept", "01-sieve:L16").output == "chapters/01-sieve.md:16: 169 → 168\n")
        #expect(try book.run("diff", "01-sieve:L16").code == 0)
        #expect(try book.run("diff", "01-sieve").code == 1)
        #expect(try book.run("accept", "01-sieve:L3").code == 2)
    }

    @Test func aFolderOfSomebodyElseIsRefusedAtOnce() throws {
        let result = try book.run("build", "--output", "chapters/")
        #expect(result.code == 3 && result.errors.contains("'chapters' is not replaced"), "\(result.errors)")
        #expect(!result.errors.contains("01-sieve: "), "nothing has run")
    }

    @Test func aChangeOfAModuleRunsWhatImportsIt() throws {
        #expect(try book.run("build").code == 0)
        try book.edit("Sources/Primes/Sieve.swift", "guard bound >= 2", "guard bound > 2")
        let result = try book.run("test")
        #expect(result.code == 0 && result.errors.contains("01-sieve: ran in"), "\(result.errors)")
    }

    @Test func aWrongNumberStopsTheBuild() throws {
        #expect(try book.run("build").code == 0)
        let site = try book.read("site/01-sieve.html")
        try book.edit("chapters/01-sieve.md", "[168]", "[169]")
        try book.edit("chapters/01-sieve.md", "19, 23, 29]", "19, 23, 31]")
        let result = try book.run("build")
        #expect(result.code == 1)
        #expect(
            result.errors.contains(
                "chapters/01-sieve.md:13:1: error: block sieve prints something else than recorded: 1 number moved"
            ),
            "\(result.errors)")
        #expect(
            result.errors.contains(
                "chapters/01-sieve.md:16:29: error: 'primes(upTo: 1000).count' is not what"))
        #expect(result.errors.contains("- 169") && result.errors.contains("+ 168"))
        #expect(!result.errors.contains("\u{1B}"), "no colours in a pipe")
        #expect(try book.read("site/01-sieve.html") == site)
        #expect(try book.run("test").code == 1)
        #expect(try book.run("diff").code == 1)

        let refused = try book.run("accept", environment: ["CI": "true"])
        #expect(refused.code == 2 && refused.errors.contains("--force"))
        #expect(try book.read("chapters/01-sieve.md").contains("[169]"))

        #expect(try book.run("accept", "01-sieve:sieve").code == 0)
        #expect(try book.read("chapters/01-sieve.md").contains("19, 23, 29]"))
        #expect(try book.read("chapters/01-sieve.md").contains("[169]"), "only the named block was accepted")
        #expect(try book.run("accept", "--force", environment: ["CI": "true"]).code == 0)
        #expect(try book.run("test").code == 0)
    }

    @Test func aFalseClaimCannotBeAccepted() throws {
        try book.edit("chapters/01-sieve.md", "small.contains(17)", "small.contains(18)")
        let result = try book.run("accept")
        #expect(result.code == 1 && result.errors.contains("this claim is false: small.contains(18)"))
    }

    @Test func configurationMistakesExitWithTwo() throws {
        try book.edit("chapters/book.yml", "title:", "titel:")
        let unknown = try book.run("build")
        #expect(
            unknown.code == 2 && unknown.errors.contains("chapters/book.yml:1:1: error: unknown key 'titel'"))
        try book.restore()
        try book.edit("chapters/book.yml", "[Primes]", "[Prines]")
        let module = try book.run("build")
        #expect(
            module.code == 2 && module.errors.hasPrefix("chapters/book.yml:5:11: error: the package '")
                && module.errors.contains("has no library product 'Prines'"), "\(module.errors)")
        try book.restore()
        try book.edit("chapters/book.yml", "[01-sieve.md]", "[01-sieve.md, gone.md]")
        let chapter = try book.run("build")
        #expect(
            chapter.code == 2 && chapter.errors.contains("chapters/book.yml:4:25: error: there is no file"))
        #expect(try book.run("build", "--source", "nowhere").code == 2)
    }

    @Test func usageMistakesExitWithTwo() throws {
        #expect(try book.run("biuld").code == 2)
        #expect(try book.run("build", "--jobs", "0").code == 2)
        #expect(try book.run("build", "--format", "xml").code == 2)
        let chapter = try book.run("accept", "01-seive")
        #expect(chapter.code == 2 && chapter.errors.contains("did you mean '01-sieve'?"))
        let block = try book.run("diff", "01-sieve:seive")
        #expect(block.code == 2 && block.errors.contains("did you mean 'sieve'?"))
        #expect(try book.run("--help").code == 0)
        #expect(try book.run("build", "--help").output.contains("whole or not at all"))
    }

    @Test func diagnosticsAreAlsoJSON() throws {
        try book.edit("chapters/01-sieve.md", "[168]", "[169]")
        let result = try book.run("test", "--format", "json")
        let line = try #require(result.output.split(separator: "\n").first)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["severity"] as? String == "error")
        #expect(object["file"] as? String == "chapters/01-sieve.md")
        #expect(object["line"] as? Int == 16)
        #expect(object["column"] as? Int == 29)
    }

    @Test func theMissingToolchainIsSaid() throws {
        try book.append("chapters/01-sieve.md", "\n```swift\nlet another = 1\n```\n")
        let result = try book.run(
            "build", environment: ["PATH": "/nowhere", "BOOK_SWIFT": nil, "TOOLCHAINS": nil])
        #expect(
            result.code == 3 && result.errors.contains("'swiftc' is not on the PATH"), "\(result.errors)")
    }
}
