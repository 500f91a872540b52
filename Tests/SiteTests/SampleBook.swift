extension TestBook {
    /// A book with one of everything a page can have.
    static func everything() throws -> TestBook {
        let book = try TestBook([
            "book.yml": """
            title: Everything
            subtitle: One of each
            authors: [Ada Lovelace, Emmy Noether]
            opening: index.md
            chapters: [one.md, two.md]
            appendices: [notation.md]
            modules: []
            repository: https://example.org/book
            """,
            "references.yml": """
            - id: elman1990
              type: article-journal
              title: Finding structure in time
              author: [{family: Elman, given: Jeffrey L.}]
              issued: 1990
              container-title: Cognitive Science
              DOI: 10.1207/s15516709cog1402_1
            - id: elman1990b
              title: Another
              author: [{family: Elman, given: Jeffrey L.}]
              issued: 1990
              publisher: A Press
            """,
            "index.md": "# Everything\n\nBegin with [one](one.md), or [its end](one.md#the-end).\n",
            "one.md": """
            # One *thing*

            Text [@elman1990, p. 7] and @elman1990b, EQ [](#eq-sum), [](#fig-rising), [](#tbl-cells), [](#lst-code),
            [](#sec-end), [](#ex-do), [the term](#term-state).[^note] Value [0.25](<swift: x>), claim [small](<swift: x < 1>).
            Again.[^note] And [the notation](notation.md), [data](data.csv), [Swift](https://swift.org).

            [^note]: A note with `code`.

            ```math id=eq-sum
            \\sum_{i=1}^{n} x_i
            ```

            ```swift id=lst-code caption="A *listing* of $x$."
            let x = 0.25
            print(x)
            ```

            ```output
            0.25
            ```

            ```swift id=fig-rising folded caption="Rising."
            show(plot)
            ```

            ```output
            before
            FIGURE
            after
            ```

            ```swift hidden
            print("unseen")
            ```

            ```output
            unseen
            ```

            ```swift folded caption="Setting up."
            setUp()
            ```

            ```swift static
            notRun()
            ```

            ```swift fails
            let y: Int = ""
            ```

            ```output
            error: cannot convert
            ```

            ```swift traps
            fatalError()
            ```

            ```output
            Fatal error
            ```

            ```swift tolerance=1e-6
            print(1.0 / 3)
            ```

            ```output
            0.3333333333333333
            ```

            ## A heading

            | Cell | Count |
            |:-----|------:|
            | RNN  | $n^2$ |

            Table: Cells. {#tbl-cells}

            > [!DEFINITION] state
            > What is carried, [0.5](<swift: 2 * x>) of it.

            > [!WARNING]
            > Careful.

            ### Do it {#ex-do}

            <details><summary>Solution</summary>

            ```swift
            print("done")
            ```

            ```output
            done
            ```

            </details>

            ![A line](pictures/line.svg "A line."){#fig-line}

            ## A heading

            ## The end {#sec-end}

            Done. See [above](#a-heading-1).

            ## The end
            """,
            "two.md":
                "# Two\n\nAs [](#eq-sum), [](#fig-rising), [](#fig-line) and [](#tbl-cells) show [@elman1990; @elman1990b].\n",
            "notation.md": "# Notation\n\nLetters.\n",
            "data.csv": "1,2\n",
            "pictures/line.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
        ])
        return book
    }
}
