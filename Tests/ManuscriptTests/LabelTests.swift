import Diagnostics
import Testing

@testable import Manuscript

private func index(_ texts: String...) throws -> LabelIndex {
    let chapters = try texts.enumerated().map { number, text in
        try Chapter(
            parsing: SourceFile(path: "\(number + 1).md", text: text), role: .chapter(number: number + 1))
    }
    var diagnostics: [Diagnostic] = []
    let labels = LabelIndex(chapters, &diagnostics)
    guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
    return labels
}

struct LabelTests {
    @Test func numbersFollowThePage() throws {
        let labels = try index(
            """
            # One

            ## First {#sec-first}

            $$ a = b $$ {#eq-ab}

            $$ c \\tag{N3.1} $$ {#eq-given}

            ```math id=eq-fenced
            d
            ```

            ```swift id=fig-norms caption="The norms"
            show(plot)
            ```

            ### Task {#ex-task}
            """,
            """
            # Two

            | a |
            |---|
            | 1 |

            Table: Things {#tbl-things}

            > [!DEFINITION] Hidden state
            > What a network remembers.

            $$ e $$ {#eq-e}
            """)
        let texts = labels.labels.map { "\($0.id): \($0.text)" }
        #expect(
            texts == [
                "sec-first: Section 1.1", "eq-ab: EQ 1.1", "eq-given: EQ N3.1", "eq-fenced: EQ 1.2",
                "fig-norms: Figure 1.1", "ex-task: Exercise 1.1", "tbl-things: Table 2.1",
                "term-hidden-state: Hidden state", "eq-e: EQ 2.1",
            ])
        #expect(labels.suggestion(for: "eq-fnced") == "eq-fenced")
        #expect(labels["eq-e"]?.chapter == "2")
    }

    @Test func duplicatesAreErrors() {
        #expect(throws: DiagnosticError.self) {
            try index("# A\n\n$$a$$ {#eq-a}\n", "# B\n\n$$b$$ {#eq-a}\n")
        }
    }

    @Test(arguments: [
        ("$$a$$ {#fig-a}", "'fig-a' is no label of an equation", "begin it with eq-"),
        ("## B {#eq-b}", "'eq-b' is no label of a heading", "begin it with sec- or ex-"),
        ("```swift id=sec-c\n```", "'sec-c' is no label of a listing", "begin it with lst-, fig- or tbl-"),
        ("> [!THEOREM] T {#lem-a}\n> a", "'lem-a' is no label of a theorem", "begin it with thm-"),
        (
            "> [!NOTE] {#thm-a}\n> a", "a note has no number",
            "take {#thm-a} out, or put the label on a heading"
        ),
        (
            "> [!DEFINITION] a b {#def-a}\n> c", "a definition has no number",
            "take {#def-a} out, and refer to it as [](#term-a-b)"
        ),
        ("![a](b.svg){#lst-d}", "'lst-d' is no label of an image", "begin it with fig-"),
        (
            "So ![a](b.svg){#fig-b}.", "an image in a sentence has no number",
            "put it into a paragraph of its own, or take {#fig-b} out"
        ),
        (
            "So ![a](b.svg \"c\").", "an image in a sentence has no caption",
            "put it into a paragraph of its own, or take the words in quotes out"
        ),
    ])
    func aLabelSaysWhatItNames(text: String, summary: String, help: String) {
        let error = #expect(throws: DiagnosticError.self) { try index("# A\n\n\(text)\n") }
        #expect(error?.diagnostics.map(\.summary) == [summary])
        #expect(error?.diagnostics.map(\.help) == [help])
    }

    /// A label has its kind and a hyphen; a block may be called as a kind is.
    @Test(arguments: Label.Kind.allCases) func aKindAloneIsNoLabel(kind: Label.Kind) throws {
        let labels = try index("# A\n\n```swift id=\(kind.rawValue)\n```\n\n## B {#\(kind.rawValue)2}\n")
        #expect(labels.labels.isEmpty)
    }

    @Test func codeThatIsOnlyShownHasANumber() throws {
        let labels = try index(
            "# A\n\n```sh id=lst-a caption=\"The *shell*\"\nls\n```\n\n```swift id=lst-b\n```\n")
        #expect(labels.labels.map(\.text) == ["Listing 1.1", "Listing 1.2"])
        #expect(labels["lst-a"]?.title == "The shell")
    }

    /// Words around a number need a number: that of a label.
    @Test(arguments: [
        ("[Sec. %s](#sec-a)", [String]()), ("[*Sections* %s](#sec-a) and [%s](#sec-a)", []), ("50%s", []),
        ("[Sec. %s](#sec-b)", ["there is no label 'sec-b'"]),
        ("[%s](https://a.org)", ["only a label has a number to stand for %s"]),
        ("[%s](#term-c)\n\n> [!DEFINITION] c\n> d", ["'term-c' has no number to stand for %s"]),
    ]) func aNumberAmongWords(text: String, complaints: [String]) throws {
        do throws(DiagnosticError) {
            let chapter = try Chapter(
                parsing: SourceFile(path: "a.md", text: "# A\n\n## B {#sec-a}\n\n\(text)\n"), role: .page)
            var found: [Diagnostic] = []
            let labels = LabelIndex([chapter], &found)
            _ = LinkCheck.check([chapter], folder: "/nowhere", labels: labels, &found)
            #expect(found.map(\.summary) == complaints)
        } catch {
            #expect(error.diagnostics.map(\.summary) == complaints)
        }
    }

    @Test func blocksMayShowTables() throws {
        let labels = try index("# A\n\n```swift id=tbl-cost\n```\n\n| a |\n|---|\n\nTable: b {#tbl-b}\n")
        #expect(labels.labels.map(\.text) == ["Table 1.1", "Table 1.2"])
    }

    @Test func numbersGivenByHandAreUnique() throws {
        let equation = "$$x \\tag{1}$$ {#eq-x}\n"
        let error = #expect(throws: DiagnosticError.self) {
            try index("# A\n\n\(equation)", "# B\n\n```math id=eq-y number=1\n```\n")
        }
        #expect(error?.diagnostics.map(\.summary) == ["two equations have the number 1"])
        #expect(error?.diagnostics.first?.location?.file.path == "2.md")
        #expect(throws: DiagnosticError.self) {
            try index("# A\n\n$$a$$ {#eq-a}\n\n$$b \\tag{1.1}$$ {#eq-b}\n")
        }
        #expect(try index("# A\n\n\(equation)\n$$a$$ {#eq-a}\n").labels.map(\.number) == ["1", "1.1"])
    }

    @Test func missingLabelsAreExplained() {
        #expect(
            Label.help(forMissing: "foo").contains(
                "begins with eq-, fig-, tbl-, lst-, sec-, ex-, thm-, lem-, cor-, prp-, exm- or term-"))
        #expect(Label.help(forMissing: "sec-foo").contains("{#sec-foo}"))
    }
}
