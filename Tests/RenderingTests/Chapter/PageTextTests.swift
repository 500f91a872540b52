import Rendering
import Testing

/// What the search box finds is what a reader sees.
@Suite struct PageTextTests {
    @Test(arguments: [
        ("As [](#eq-first) says.", "As EQ 1.1 says."),
        ("See [](1.md), [](1.md#sec-h) and [the first](1.md).", "See One, Section 1.1 and the first."),
        ("Said [@elman1990, p. 7; @cho2014].", "Said (Elman, 1990, p. 7; Cho et al., 2014)."),
        ("Said @elman1990.", "Said Elman (1990)."),
        ("Let $h_t = \\tanh(W x_t)$ be.", "Let h_t = tanh (Wx_t) be."),
        ("In $\\R^2$ and $\\newcommand{\\a}{b}\\a$, $\\a$.", "In R^2 and b, b."),
        ("$$\nx^2\n$$ {#eq-x}", "x^2 EQ 3.1"),
        ("A *few* **words**\nof `code & <more>`, `a < b`{.swift}.", "A few words of code & <more>, a < b."),
        ("A value [0.5](<swift: x>) and a [claim](<swift: x < 1>).", "A value 0.5 and a claim."),
        ("Noted.[^n]\n\n[^n]: Below x<sup>2</sup>.", "Noted. Below x2."),
        ("- One\n- Two\n\n> Three", "One Two Three"),
        ("| A | B |\n|---|---|\n| $x$ | 2 |\n\nTable: Cap. {#tbl-t}", "Table 3.1. Cap. A B x 2"),
        ("```swift id=lst-a caption=\"Of $x$.\"\nlet a = 1\n```", "Listing 3.1. Of x."),
        (
            "```swift id=tbl-a caption=\"Cells.\"\nshow(table)\n```\n\n```output\nFIGURE\n```\n\nIn [](#tbl-a).",
            "Table 3.1. Cells. In Table 3.1."
        ),
        ("```swift folded\nlet a = 1\n```", ""),
        ("```swift folded caption=\"Setting up.\"\nlet a = 1\n```", "Setting up."),
        ("```swift\nprint(1)\n```\n\n```output\n1\n```", ""),
        ("> [!NOTE] On $y$\n> Said.", "Note On y Said."),
    ])
    func isWhatAReaderSees(markdown: String, text: String) throws {
        let page = try rendered("# Title\n\n\(markdown)\n")
        #expect(page.sections.map(\.text) == [text])
    }

    @Test func whatIsRaisedStaysInTheContents() throws {
        let page = try rendered("# T\n\n## E = mc<sup>2</sup>[^n]\n\n[^n]: Note.\n")
        #expect(page.outline.map(\.markup) == ["<span class=\"section\">3.1</span> E = mc<sup>2</sup>"])
        #expect(page.sections.map(\.title) == ["T", "E = mc2"])
    }

    @Test func sectionsHaveTheirOwnText() throws {
        let page = try rendered(
            "# On $\\alpha$\n\nZero.\n\n## The gate $f_t$ [@cho2014]\n\nOne.\n\n> ### Deep\n>\n> Two.\n\n#### Last\n"
        )
        #expect(page.title == "On α")
        #expect(page.sections.map(\.title) == ["On α", "The gate f_t (Cho et al., 2014)", "Deep", "Last"])
        #expect(page.sections.map(\.text) == ["Zero.", "One.", "Two.", ""])
    }
}
