import Foundation
import Testing

/// What stands behind the numbers and words of a page, as the commands tell it.
extension CommandLineTests {
    private static let trials = """

        ```swift id=trials
        let solved = seeds(20) { seed in primes(upTo: 100).count % seed != 3 }
        ```

        ```output
        18 of 20 seeds: +++++++++++++++++++-
        ```

        It holds [in 19 of 20 seeds](<swift: solved>).

        """

    /// The words are filled from all trials, whatever the author wrote.
    @Test func trialsAreCountedOverEverySeed() throws {
        try book.append("chapters/01-sieve.md", Self.trials)
        #expect(try book.run("test").code == 1)
        #expect(try book.run("accept").code == 0)
        let chapter = try book.read("chapters/01-sieve.md")
        // 25 % seed is 3 for the seeds 11 and 22, of which only the first is tried.
        #expect(chapter.contains("19 of 20 seeds: ++++++++++-+++++++++"), "\(chapter)")
        #expect(chapter.contains("[in 19 of 20 seeds](<swift: solved>)"))
        try book.edit("chapters/01-sieve.md", "[in 19 of 20", "[in 20 of 20")
        let result = try book.run("test")
        #expect(result.code == 1 && result.errors.contains("+ in 19 of 20 seeds"), "\(result.errors)")
    }

    @Test func aStepOfADerivationThatDoesNotHoldStopsTheBuild() throws {
        try book.append(
            "chapters/01-sieve.md",
            """

            $$
            \\begin{aligned}
            (a + b)^2 &= a^2 + 2ab + b^2 \\\\
            &= a^2 + b^2
            \\end{aligned}
            $$ {#eq-square}

            ```swift id=tried
            derivation("eq-square", over: ["a": 0.0...1, "b": 1.0...2]) { at in
                [(at.a + at.b) * (at.a + at.b), at.a * at.a + 2 * at.a * at.b + at.b * at.b, at.a * at.a + at.b * at.b]
            }
            ```

            """)
        let result = try book.run("accept")
        #expect(
            result.code == 1 && result.errors.contains("step 2 of eq-square does not hold"),
            "\(result.errors)")
        #expect(result.errors.contains("01-sieve.md:53:1: error"), "\(result.errors)")
    }

    @Test func numbersThatNothingChecksAreListedAndMayBeRequired() throws {
        try book.append("chapters/01-sieve.md", "\nThere are 168, or [25](literal:).\n")
        let listed = try book.run("test", "--coverage")
        #expect(listed.code == 0, "\(listed.errors)")
        #expect(listed.errors.contains("write [168](<swift: primes(upTo: 1000).count>)"), "\(listed.errors)")
        #expect(
            listed.output.contains("01-sieve: 60 % of 5 numbers: 2 computed, 1 given, 2 open"),
            "\(listed.output)")
        try book.append("chapters/book.yml", "coverage: 100 %\n")
        let required = try book.run("build")
        #expect(required.code == 1 && required.errors.contains("error: nothing checks the number 168"))
        try book.append("chapters/book.yml", "literals: [168, a thousand]\n")
        #expect(try book.run("build").code == 0)
        #expect(try book.read("site/01-sieve.html").contains("100 % of the numbers in the text"))
    }

    @Test func theFingerprintIsThatOfThePage() throws {
        #expect(try book.run("build").code == 0)
        let output = try book.run("test", "--fingerprint", "--again").output
        let line = try #require(output.split(separator: "\n").first { $0.hasPrefix("01-sieve: ") })
        let fingerprint = line.dropFirst("01-sieve: ".count)
        #expect(fingerprint.count == 12)
        #expect(try book.read("site/01-sieve.html").contains("Fingerprint of the run: \(fingerprint)."))
    }

    @Test func aNumberIsExplained() throws {
        try book.append("chapters/01-sieve.md", "\nIt ends with [29](<swift: small.last!>).\n")
        let text = try book.run("explain", "01-sieve:L50")
        #expect(text.code == 0)
        #expect(text.output.contains("is small.last!, which came to 29"), "\(text.output)")
        #expect(text.output.contains("L5: block sieve (small)") && text.output.contains("seventeen is one"))
        let json = try book.run("explain", "01-sieve:L50", "--format", "json").output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["expression"] as? String == "small.last!")
        #expect(try book.run("explain", "01-sieve:L3").code == 2)
    }

    /// Each is a sentence that its expression does not carry; none may be published.
    @Test(arguments: [
        "The count is [less than 5](<swift: 5>).", "There are [5 million](<swift: 5>) of them.",
        "It [always converges](<swift: true>).", "It [falls below one tenth](<swift: true>).",
        "It [falls below 10⁻³](<swift: 5 < 10>).", "It is [below ½](<swift: true>).",
        "It is [at most -3](<swift: 2 < 3>).", "It lies [between 3 and 5](<swift: 3 < 5>).",
        "It [is 3.5 times](<swift: 3.5 == 3.5>).", "There are [more than 10](<swift: small.count >= 10>).",
        "They are [always below 30](<swift: small[0] < 30>).",
    ])
    func wordsThatNothingCarriesAreNotPublished(sentence: String) throws {
        try book.append("chapters/01-sieve.md", "\n\(sentence)\n")
        let result = try book.run("test")
        #expect(result.code == 1 && result.errors.contains("01-sieve.md:50:"), "\(result.errors)")
    }
}
