import Diagnostics
import Testing

@testable import Manuscript

private func index(_ texts: String...) throws -> LabelIndex {
    try LabelIndex(
        texts.enumerated().map { number, text in
            try Chapter(
                parsing: SourceFile(path: "\(number + 1).md", text: text), role: .chapter(number: number + 1))
        })
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

    @Test func aLabelSaysWhatItNames() {
        #expect(throws: DiagnosticError.self) { try index("# A\n\n$$a$$ {#fig-a}\n") }
        #expect(throws: DiagnosticError.self) { try index("# A\n\n## B {#eq-b}\n") }
    }
}
